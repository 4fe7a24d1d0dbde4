import type { ShiftedDay } from '../rulebook/criterion.ts'
import type { Fact } from '../rulebook/fact.ts'

/** A set of whole numbers, as ranges in order with both ends: numbers, days, or places in a list of members; no is 0, yes is 1. */
export type Ranges = readonly (readonly [from: number, to: number])[]

/** What is known of a fact, under its id; of each member of choices, and of the day of an act, under a key of its own. */
export type Said = Readonly<Record<string, Ranges>>

export const NO_OR_YES: Ranges = [0, 1].map((so) => [so, so])

/** The key of a member of choices, or of the day (`on`) of an act. */
export const keyOf = (fact: string, part: string): string => `${fact}: ${part}`

/** The members of a fact, in the order of their places. */
export const membersOf = (fact: Fact): readonly string[] => ('members' in fact ? fact.members : ['no', 'yes'])

/** The places of some members of a fact. */
export const placesOf = (fact: Fact, members: readonly string[]): Ranges =>
  membersOf(fact).flatMap((member, place): Ranges => (members.includes(member) ? [[place, place]] : []))

/** What is in both sets. */
export const both = (a: Ranges, b: Ranges): Ranges =>
  a.flatMap(([from, to]) => b.flatMap(([first, last]): Ranges => (from <= last && first <= to ? [[Math.max(from, first), Math.min(to, last)]] : [])))

/** Is anything in both sets? */
export const meet = (a: Ranges, b: Ranges): boolean => a.some((one) => b.some((other) => one[0] <= other[1] && other[0] <= one[1]))

/** What a whole value that a rule names says of a fact with members. */
export const says = (fact: Fact, value: boolean | string | readonly string[]): Said =>
  typeof value === 'object'
    ? Object.fromEntries(membersOf(fact).map((member) => [keyOf(fact.id, member), NO_OR_YES.filter(([so]) => (so === 1) === value.includes(member))]))
    : { [fact.id]: placesOf(fact, [typeof value === 'string' ? value : value ? 'yes' : 'no']) }

/** How a day is moved, in the words of a rule. */
export type Move = Omit<ShiftedDay, 'day-of'>

/** A day moved. Months and years keep the number of the day, or go where `short-month` says. */
export const moved = (day: number, move: Move): number => {
  if (!Number.isFinite(day)) return day
  const [year, month, date] = calendar(day)
  const months = month + (move['plus-months'] ?? 0) + 12 * (move['plus-years'] ?? 0)
  const next = dayOf(year, months + 1, 1)
  return Math.min(dayOf(year, months, 1) + date - 1, move['short-month'] === 'last-day' ? next - 1 : next) + (move['plus-days'] ?? 0)
}

/** The number of a day, counted from 1970-01-01; months and days may run over. Four hundred years on, so that no year is taken for one of the last century. */
export const dayOf = (year: number, month: number, date: number): number => Date.UTC(year + 400, month - 1, date) / 86_400_000 - 146_097

/** Year, month and date of a day. */
export const calendar = (day: number): readonly [year: number, month: number, date: number] => {
  const moment = new Date(day * 86_400_000)
  return [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()]
}

/** The number of an ISO day; not a number for what does not look like one. */
export const dayIn = (text: string): number => (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) / 86_400_000 : NaN)
