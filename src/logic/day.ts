import type { Interval } from './interval.ts'

/** A day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar. No time of day, no zone. */
export type Day = number

/** What a date becomes when its month has no such day: the last day of that month, or the first of the next. */
export type ShortMonth = 'last-day' | 'next-day'

/** A whole day moved by days, months or years. */
export interface Shift {
  readonly days?: number
  readonly months?: number
  readonly years?: number
  readonly shortMonth?: ShortMonth
}

const MS_PER_DAY = 86_400_000
const WHOLE_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH = /^(\d{4})-(\d{2})$/
const YEAR = /^\d{4}$/

const dayOf = (year: number, month: number, date: number): Day =>
  Math.round(new Date(Date.UTC(2000, month - 1, date)).setUTCFullYear(year, month - 1, date) / MS_PER_DAY)

const partsOf = (day: Day): { year: number; month: number; date: number } => {
  const moment = new Date(day * MS_PER_DAY)
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() }
}

const daysIn = (year: number, month: number): number => partsOf(dayOf(year, month + 1, 1) - 1).date

/** Reads a whole ISO day (`2003-12-19`); undefined when it is not one, or no such day exists. */
export const parseDay = (text: string): Day | undefined => {
  const match = WHOLE_DAY.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined
  return dayOf(year, month, date)
}

/** Writes a day as ISO text (`2003-12-19`). */
export const formatDay = (day: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Writes an interval of days: one day, a bounded interval `a/b`, or an open one `../b`, `a/..` (ISO 8601-2). */
export const formatDays = (days: Interval): string => {
  if (days.hi - days.lo === 1) return formatDay(days.lo)
  const from = Number.isFinite(days.lo) ? formatDay(days.lo) : '..'
  const to = Number.isFinite(days.hi) ? formatDay(days.hi - 1) : '..'
  return `${from}/${to}`
}

const parseUnit = (text: string): Interval | undefined => {
  if (YEAR.test(text)) return { lo: dayOf(Number(text), 1, 1), hi: dayOf(Number(text) + 1, 1, 1) }
  const month = MONTH.exec(text)
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    return number >= 1 && number <= 12 ? { lo: dayOf(year, number, 1), hi: dayOf(year, number + 1, 1) } : undefined
  }
  const day = parseDay(text)
  return day === undefined ? undefined : { lo: day, hi: day + 1 }
}

/**
 * Reads a whole or partial date: a day, a month, a year, or an interval between two of them with `..` for an open end
 * (ISO 8601-2 extended dates). Gives all its days; undefined when it is not a date or holds no day.
 */
export const parseDays = (text: string): Interval | undefined => {
  const ends = text.split('/')
  if (ends.length === 1) return parseUnit(text)
  const [first = '', second = ''] = ends
  if (ends.length !== 2 || (first === '..' && second === '..')) return undefined
  const from = first === '..' ? { lo: -Infinity, hi: -Infinity } : parseUnit(first)
  const to = second === '..' ? { lo: Infinity, hi: Infinity } : parseUnit(second)
  if (!from || !to || from.lo >= to.hi) return undefined
  return { lo: from.lo, hi: to.hi }
}

/**
 * Moves a day. Months and years keep the number of the day; where the month is too short `shortMonth` says which day it
 * becomes (`next-day`, the first of the next month, unless told otherwise).
 */
export const shiftDay = (day: Day, shift: Shift): Day => {
  if (!Number.isFinite(day)) return day
  const { year, month, date } = partsOf(day)
  const months = year * 12 + (month - 1) + (shift.months ?? 0) + 12 * (shift.years ?? 0)
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1]
  const length = daysIn(newYear, newMonth)
  const moved = date <= length ? dayOf(newYear, newMonth, date) : dayOf(newYear, newMonth, length) + (shift.shortMonth === 'last-day' ? 0 : 1)
  return moved + (shift.days ?? 0)
}

/**
 * Whole years from one day to a later one, as ages are counted: one more on each anniversary, and for 29 February on
 * 1 March of common years. Negative when `to` lies before `from`.
 */
export const yearsBetween = (from: Day, to: Day): number => {
  const years = partsOf(to).year - partsOf(from).year
  return shiftDay(from, { years, shortMonth: 'next-day' }) > to ? years - 1 : years
}
