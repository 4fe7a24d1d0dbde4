import { z } from 'zod'
import type { Ranges, Said } from '../proof-checker/value.ts'
import { both, dayIn, keyOf, membersOf, moved, NO_OR_YES, placesOf, says } from '../proof-checker/value.ts'
import type { Fact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { daysIn } from './day.ts'

/** What each answered fact is said to be; undefined where the answer is that nobody knows, or may be asked. */
export type Answers = ReadonlyMap<string, Said | undefined>

export const EVER: Ranges = [[-Infinity, Infinity]]

/**
 * What the answers of a determination say, for the second evaluation: read here anew, with nothing of the first. `day` is the as-of day; `misfits`
 * are the facts that do not exist, and those whose value is none of theirs.
 */
export const saidIn = (rulebook: Rulebook, answers: Readonly<Record<string, unknown>>, day: string): { said: Answers; misfits: string[] } => {
  const facts = new Map<string, Fact>(rulebook.facts.map((fact) => [fact.id, fact]))
  const said = new Map<string, Said | undefined>()
  const misfits: string[] = []
  for (const [id, value] of Object.entries(answers)) {
    if (value === null) continue
    const fact = facts.get(id)
    const isOpen = value === 'unknown' || value === 'declined'
    const found = fact && !isOpen ? read(fact, value, dayIn(day)) : undefined
    if (fact && (isOpen || found)) said.set(id, found)
    else misfits.push(id)
  }
  return { said, misfits }
}

const Ids = z.array(z.string()).nullish()
const Day = z.string().nullish()
const Limit = z.int().nullish()
const Parts = z.strictObject({ yes: Ids, no: Ids, 'one-of': Ids, state: z.string().optional(), on: Day, under: Limit, 'at-least': Limit })

/** What a value, not wrapped, says of a fact; undefined when it leaves nothing that the fact can be. */
const read = (fact: Fact, value: unknown, asOf: number): Said | undefined => {
  const isYesNo = fact.kind === 'yes-no' || fact.kind === 'judgment'
  if (isYesNo || typeof value === 'boolean') return isYesNo && typeof value === 'boolean' ? says(fact, value) : undefined
  if (Array.isArray(value)) return fact.kind === 'choices' && isAmong(fact, value) ? says(fact, value) : undefined
  const whole = typeof value === 'number' ? { 'at-least': value, under: value + 1 } : typeof value === 'string' ? wholeText(fact, value) : value
  const parts = Parts.safeParse(whole).data
  const said = parts && saidBy(fact, parts, asOf)
  return said && Object.values(said).every((known) => known.length > 0) ? said : undefined
}

const wholeText = (fact: Fact, text: string): object => (fact.kind === 'date' ? { on: text } : { state: text })

const isAmong = (fact: Fact, value: readonly unknown[]): value is string[] =>
  value.every((one) => typeof one === 'string' && placesOf(fact, [one]).length === 1)

const saidBy = (fact: Fact, parts: z.infer<typeof Parts>, asOf: number): Said | undefined => {
  const all = anything(fact, asOf)
  const possible = all[fact.id] ?? EVER
  switch (fact.kind) {
    case 'number':
      return { [fact.id]: both(possible, [[parts['at-least'] ?? -Infinity, (parts.under ?? Infinity) - 1]]) }
    case 'choices': {
      const [yes, no] = [parts.yes ?? [], parts.no ?? []]
      if (!isAmong(fact, [...yes, ...no]) || parts.state !== undefined) return undefined
      const ticks = (member: string, open: Ranges): Ranges => open.filter(([so]) => !(so === 1 ? no : yes).includes(member))
      return Object.fromEntries(fact.members.map((member) => [keyOf(fact.id, member), ticks(member, all[keyOf(fact.id, member)] ?? [])]))
    }
    case 'date': {
      const [from, to] = daysIn(parts.on ?? '') ?? [NaN, NaN]
      const last = to === Infinity ? Math.max(from, possible[0]?.[1] ?? from) : to
      return { [fact.id]: both([[from, last]], [[dayIn(fact.range.from), Infinity]]) }
    }
    default: {
      const states = parts['one-of'] ?? [parts.state ?? '']
      const days = parts.on === undefined || parts.on === null ? undefined : daysIn(parts.on)
      return isAmong(fact, states) ? { [fact.id]: placesOf(fact, states), ...(days && { [keyOf(fact.id, 'on')]: [days] }) } : undefined
    }
  }
}

/** All that a fact can be while nobody has said. `asOf` is a day's number. */
export const anything = (fact: Fact, asOf: number): Said => {
  if (fact.kind === 'choices') return Object.fromEntries(fact.members.map((member) => [keyOf(fact.id, member), NO_OR_YES]))
  if (fact.kind === 'number') return { [fact.id]: [[fact.range.from, fact.range.to]] }
  if (fact.kind !== 'date') return { [fact.id]: placesOf(fact, membersOf(fact)) }
  return { [fact.id]: [[Math.min(dayIn(fact.range.from), asOf), fact.range.to === 'as-of' ? asOf : moved(asOf, { 'plus-years': 1 })]] }
}
