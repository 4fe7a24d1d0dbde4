import type { Day } from '../logic/day.ts'
import { parseDay } from '../logic/day.ts'
import type { Interval } from '../logic/interval.ts'

/** Anything that may be dated. */
export interface Dated {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly 'in-force'?: readonly { readonly from?: string | undefined; readonly until?: string | undefined }[] | undefined
}

/** A whole ISO day that was checked when it was read. */
export const checkedDay = (text: string): Day => {
  const known = days.get(text)
  if (known !== undefined) return known
  const day = parseDay(text)
  if (day === undefined) throw new TypeError(`not a day: ${text}`)
  days.set(text, day)
  return day
}

/** Days of a rulebook, read once. */
const days = new Map<string, Day>()

/** The half-open spans of as-of days on which something is law; all days when nothing is said. */
export const spansOf = (dated: Dated): Interval[] =>
  (dated['in-force'] ?? [{ from: dated.from, until: dated.until }]).map(({ from, until }) => ({
    lo: from === undefined ? -Infinity : checkedDay(from),
    hi: until === undefined ? Infinity : checkedDay(until),
  }))

/** Is it law on that day? */
export const isInForce = (dated: Dated, asOf: Day): boolean =>
  dated['in-force'] === undefined && dated.from === undefined && dated.until === undefined
    ? true
    : spansOf(dated).some((span) => span.lo <= asOf && asOf < span.hi)

/** Every day on which one of several things begins or ends to be law, each once, in order. */
export const edgeDays = (dated: readonly Dated[]): Day[] =>
  [...new Set(dated.flatMap(spansOf).flatMap(({ lo, hi }) => [lo, hi]))].filter((day) => Number.isFinite(day)).toSorted((a, b) => a - b)
