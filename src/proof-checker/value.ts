import type { Fact } from '../rulebook/fact.ts'
import { daysOf, moved } from './day.ts'

/** What something can still be: its members, and its first and last number or day. Only what its kind has counts. */
export interface Known {
  readonly may: readonly string[]
  readonly from: number
  readonly to: number
}

/** What is known of a fact; for choices of each member by itself, under its name. */
export type Said = Readonly<Record<string, Known>>

const YES_NO: Known = { may: ['true', 'false'], from: -Infinity, to: Infinity }

/** The key of a fact, or of one member of a fact of choices. */
export const keyOf = (fact: Fact, member = ''): string => (fact.kind === 'choices' ? `${fact.id}: ${member}` : fact.id)

/** The members a fact has; none for numbers and dates. */
export const membersOf = (fact: Fact): readonly string[] => ('members' in fact ? fact.members : 'range' in fact ? [] : YES_NO.may)

/** All that a fact can be while nobody has said. `asOf` is a day's number. */
export const anything = (fact: Fact, asOf: number): Said => {
  if (fact.kind === 'choices') return ticked(fact, [], [])
  if (fact.kind === 'number') return { [fact.id]: { may: [], from: fact.range.from, to: fact.range.to } }
  if (fact.kind !== 'date') return { [fact.id]: { ...YES_NO, may: membersOf(fact) } }
  const [from] = daysOf(fact.range.from) ?? [asOf]
  return { [fact.id]: { may: [], from: Math.min(from, asOf), to: fact.range.to === 'as-of' ? asOf : moved(asOf, { 'plus-years': 1 }) } }
}

/** What a written value, not wrapped, says of a fact; undefined when it is no value of it. */
export const read = (fact: Fact, value: unknown, asOf: number): Said | undefined => {
  if (fact.kind === 'choices') {
    const yes = Array.isArray(value) ? value : (part(value, 'yes') ?? [])
    const no = Array.isArray(value) ? fact.members.filter((member) => !value.includes(member)) : (part(value, 'no') ?? [])
    const fits = among(fact, yes) && among(fact, no) && typeof value === 'object' && !yes.some((member) => no.includes(member))
    return fits ? ticked(fact, yes, no) : undefined
  }
  const all = anything(fact, asOf)[fact.id] ?? YES_NO
  if (fact.kind === 'number') {
    const [from, under] = typeof value === 'number' ? [value, value + 1] : [part(value, 'at-least') ?? all.from, part(value, 'under') ?? all.to + 1]
    const whole = Number.isInteger(from) && Number.isInteger(under) && (typeof value === 'number' || typeof value === 'object')
    const [lo, hi] = [Number(from), Number(under) - 1]
    return whole && all.from <= lo && lo <= hi && hi <= all.to ? { [fact.id]: { may: [], from: lo, to: hi } } : undefined
  }
  if (fact.kind === 'date') {
    const days = typeof value === 'string' ? daysOf(value) : undefined
    const [from, last] = [Math.max(days?.[0] ?? 0, daysOf(fact.range.from)?.[0] ?? 0), days?.[1] ?? -Infinity]
    const to = last === Infinity ? Math.max(all.to, from) : last
    return from <= to ? { [fact.id]: { may: [], from, to } } : undefined
  }
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return typeof value === 'boolean' ? { [fact.id]: { ...all, may: [String(value)] } } : undefined
  const may = part(value, 'one-of') ?? [part(value, 'state') ?? value]
  const on = part(value, 'on')
  const days = on === undefined ? ([all.from, all.to] as const) : typeof on === 'string' ? daysOf(on) : undefined
  return among(fact, may) && may.length > 0 && days ? { [fact.id]: { may, from: days[0], to: days[1] } } : undefined
}

/** What is left when both hold; undefined when nothing is. */
export const both = (a: Known, b: Known): Known | undefined => {
  const cut = { may: a.may.filter((member) => b.may.includes(member)), from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
  return cut.from > cut.to || (cut.may.length === 0 && a.may.length > 0) ? undefined : cut
}

/** An own property of an object; `null` counts as left out. */
export const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? ((value as Record<string, unknown>)[key] ?? undefined) : undefined

const ticked = (fact: Fact, yes: readonly string[], no: readonly string[]): Said =>
  Object.fromEntries(
    membersOf(fact).map((one) => [
      keyOf(fact, one),
      yes.includes(one) ? { ...YES_NO, may: ['true'] } : no.includes(one) ? { ...YES_NO, may: ['false'] } : YES_NO,
    ]),
  )

const among = (fact: Fact, value: unknown): value is string[] => Array.isArray(value) && value.every((one) => membersOf(fact).includes(one as string))
