import type { TopicFact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Part } from '../rulebook/sitting.ts'

/** Where a fact stands in a sitting: its part, and its place in it where the part names its facts one by one. */
export interface Place {
  readonly part: number
  readonly place: number
  readonly title: string
  readonly withLawyer: boolean
  readonly closing: boolean
}

const made = new WeakMap<Rulebook, ReadonlyMap<string, Place>>()

/** The place of every fact in a sitting; without a plan of sittings, the order of topics. */
export const placesOf = (rulebook: Rulebook): ReadonlyMap<string, Place> => {
  const known = made.get(rulebook)
  if (known) return known
  const parts: readonly Part[] = rulebook.sitting?.parts ?? rulebook.about.topics.map(({ id }) => ({ topic: id }))
  const titles = new Map(rulebook.about.topics.map(({ id, title }) => [id, title]))
  const places = new Map<string, Place>()
  const put = (id: string, part: number, place: number): void => {
    const { topic = '', title, with: company, closing } = parts[part] ?? {}
    if (!places.has(id))
      places.set(id, { part, place, title: title ?? titles.get(topic) ?? topic, withLawyer: company === 'lawyer', closing: closing === true })
  }
  for (const [index, { facts }] of parts.entries()) for (const [place, id] of (facts ?? []).entries()) put(id, index, place)
  for (const [index, { topic, facts }] of parts.entries())
    if (facts === undefined) for (const fact of rulebook.facts) if (fact.topic === topic) put(fact.id, index, 0)
  made.set(rulebook, places)
  return places
}

/**
 * Within a part: as named; else checklists before judgments, agency acts last. Facts of one standing are asked in the order in
 * which they are worth asking.
 */
export const standingOf = (fact: TopicFact, rulebook: Rulebook): readonly number[] => {
  const { part = Infinity, place = 0 } = placesOf(rulebook).get(fact.id) ?? {}
  return [part, place, fact.kind === 'agency-act' ? 1 : 0, fact.kind === 'judgment' ? 1 : 0]
}

/** The order of asking where nothing is known of what is worth asking: by standing, then lighter first, then as in the vocabulary. */
export const inOrder = (rulebook: Rulebook): ((a: TopicFact, b: TopicFact) => number) => {
  const index = new Map(rulebook.facts.map(({ id }, at) => [id, at]))
  const rank = (fact: TopicFact): readonly number[] => [...standingOf(fact, rulebook), BURDEN[fact.burden], index.get(fact.id) ?? 0]
  return (a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, place) => value !== right[place])
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
  }
}

const BURDEN = { light: 0, personal: 1, distressing: 2 } as const
