/** Whole numbers from `lo` up to, not including, `hi`. Days are whole numbers too (see `day.ts`). */
export interface Interval {
  readonly lo: number
  readonly hi: number
}

/** Every whole number there is. */
export const EVERYTHING: Interval = { lo: -Infinity, hi: Infinity }

/** The numbers in both intervals; empty (see `isEmpty`) when there are none. */
export const intersect = (a: Interval, b: Interval): Interval => ({ lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) })

/** Does no number lie in it? */
export const isEmpty = (interval: Interval): boolean => interval.lo >= interval.hi

/** The largest number in a non-empty interval. */
export const last = (interval: Interval): number => interval.hi - 1
