import type { Node } from '../rulebook/criterion.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { daysOf } from './day.ts'
import type { Status, World } from './evaluate.ts'
import type { Formula } from './law.ts'
import { factsOn, inForce, lawful } from './law.ts'
import type { Found, Witness } from './search.ts'
import { exact, variables } from './search.ts'
import { settle } from './settle.ts'
import { part } from './value.ts'

export type { Trial } from './search.ts'

/** What became of one claim of a determination. */
export interface Verdict {
  /** Where it stands, by ids. */
  readonly claim: string
  readonly said: string
  readonly verdict: 'accepted' | 'refused' | 'not-verified'
  /** What it should be, where it is refused. */
  readonly should?: string
  readonly witness?: Witness
}

const OUTCOME: Readonly<Record<Status, string>> = {
  met: 'may-qualify',
  'not-met': 'appears-not-to-qualify',
  unknown: 'cannot-tell-yet',
  judgment: 'depends-on-others',
  agency: 'depends-on-others',
}

/**
 * Looks at every status and outcome of a determination anew, by a second evaluation that shares nothing with the first but the schema
 * of rules: each claim is accepted, refused with what it should be, or not verified when one question about it would need more than `budget` cases.
 * `determination` is what was read from JSON; `answers` are the facts of its case, values without a wrapper, its own when left out.
 */
export const verify = (rulebook: Rulebook, determination: unknown, answers: unknown = part(determination, 'facts'), budget = 20_000): Verdict[] => {
  const verdicts: Verdict[] = []
  const refuse = (claim: string, said: unknown, should: string): void => void verdicts.push({ claim, said: text(said), verdict: 'refused', should })
  const digest = part(part(determination, 'rulebook'), 'digest')
  if (digest !== rulebook.digest) refuse('rulebook', digest, rulebook.digest)
  const day = part(determination, 'as-of')
  const days = typeof day === 'string' ? daysOf(day) : undefined
  if (typeof day !== 'string' || days?.from !== days?.to || !days || !Number.isFinite(days.from)) refuse('as-of', day, 'a whole day')
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) refuse('facts', answers, 'an object of facts')
  if (verdicts.length > 0 || !days) return verdicts
  const place = { rulebook, day: String(day), parts: [] as readonly Node[] }
  const facts = factsOn(place, days.from)
  const { world, misfits } = settle(facts, answers as Record<string, unknown>, days.from)
  for (const id of misfits) refuse(`facts ${id}`, part(answers, id), 'a value of this fact')
  if (misfits.length > 0) return verdicts

  const look = lookingAt(world, budget)
  const judge = (claim: string, said: unknown, formula: Formula | undefined, wordOf: (found: Status | undefined) => string, missing: unknown): void => {
    const found = formula ? look(formula) : undefined
    if (formula && !found) {
      verdicts.push({ claim, said: text(said), verdict: 'not-verified' })
      return
    }
    const should = wordOf(found?.status)
    verdicts.push({
      claim,
      said: text(said),
      verdict: said === should ? 'accepted' : 'refused',
      ...(said === should ? {} : { should }),
      ...(found?.witness ? { witness: found.witness } : {}),
    })
    if (formula && missing !== undefined && !plausible(missing, found?.status, formula, world))
      refuse(`${claim} missing`, missing, 'facts on which it can still depend')
  }
  const compare = (claim: string, shown: unknown, formula: Formula): void => {
    const below = criteriaOf(formula)
    const list = items(shown)
    const ids = list.map((one) => text(part(one, 'id')))
    const wanted = below.map(({ node }) => node?.id ?? '')
    if (ids.join() !== wanted.join()) {
      refuse(`${claim} criteria`, ids.join(', '), wanted.join(', '))
      return
    }
    for (const [index, one] of below.entries()) {
      const own = list[index]
      const name = `${claim}/${wanted[index] ?? ''}`
      judge(name, part(own, 'status'), one, (found) => found ?? 'absent', part(own, 'missing'))
      compare(name, part(own, 'criteria'), one)
    }
  }
  for (const own of items(part(determination, 'options'))) {
    const option = rulebook.options.find(({ id }) => id === part(own, 'id'))
    const formula = option && inForce(option, place.day) ? lawful(option.criteria, { ...place, parts: option.parts }) : undefined
    if (!option) refuse('options', part(own, 'id'), 'an option of the rulebook')
    else judge(option.id, part(own, 'outcome'), formula, (found) => (found ? OUTCOME[found] : 'not-in-force'), part(own, 'missing'))
    if (formula && option) compare(option.id, part(own, 'criteria'), formula)
  }
  const terms = rulebook.definitions.flatMap((definition) => {
    const formula = lawful(definition, place)
    return formula ? [{ id: definition.id, formula }] : []
  })
  const said = items(part(determination, 'definitions'))
  if (said.map((one) => part(one, 'id')).join() !== terms.map(({ id }) => id).join())
    refuse('definitions', said.map((one) => text(part(one, 'id'))).join(', '), terms.map(({ id }) => id).join(', '))
  else
    for (const [index, { id, formula }] of terms.entries()) {
      judge(id, part(said[index], 'status'), formula, (found) => found ?? 'absent', undefined)
      compare(id, part(said[index], 'criteria'), formula)
    }
  return verdicts
}

const lookingAt = (world: World, budget: number): ((formula: Formula) => Found) => {
  const made = new Map<Node | undefined, Found>()
  return (formula) => {
    if (!made.has(formula.node)) made.set(formula.node, exact(formula, world, budget))
    return made.get(formula.node)
  }
}

/** The criteria beneath a formula, each without those beneath it; what stands in a definition is told there. */
const criteriaOf = (formula: Formula): Formula[] => {
  if (formula.node && 'definition' in formula.node) return []
  const below = 'of' in formula ? formula.of : 'not' in formula ? [formula.not] : []
  return below.flatMap((one) => (one.node?.id === undefined ? criteriaOf(one) : [one]))
}

/** Facts are missing only while it is unknown, and only such as can be found out beneath it. */
const plausible = (missing: unknown, found: Status | undefined, formula: Formula, world: World): boolean => {
  if (found !== 'unknown') return items(missing).length === 0
  const open = new Set([...variables(formula, 'unknown', world)].map(([trial]) => ('fact' in trial ? trial.fact : trial.pair?.fact)))
  return items(missing).length > 0 && items(missing).every((id) => open.has(text(id)))
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? 'nothing' : typeof value === 'object' ? 'a list or an object' : String(value)
