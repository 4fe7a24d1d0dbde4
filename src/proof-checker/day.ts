import type { ShiftedDay } from '../rulebook/criterion.ts'

/** How a day is moved, in the words of a rule. */
export type Move = Omit<ShiftedDay, 'day-of'>

/** First and last of the days of a whole or partial date, counted from 1970-01-01; undefined when it is no date or holds no day. */
export const daysOf = (text: string): readonly [from: number, to: number] | undefined => {
  const [first = '', second = first, more] = text.split('/')
  const [begin] = first === '..' && second !== '..' ? [-Infinity] : unit(first)
  const [, end] = second === '..' && first !== '..' ? [0, Infinity] : unit(second)
  return more === undefined && begin !== undefined && end !== undefined && begin <= end ? [begin, end] : undefined
}

/** A day moved. Months and years keep the number of the day, or go where `short-month` says. */
export const moved = (day: number, move: Move): number => {
  if (!Number.isFinite(day)) return day
  const [year, month, date] = calendar(day)
  const months = month + (move['plus-months'] ?? 0) + 12 * (move['plus-years'] ?? 0)
  const next = count(year, months + 1, 1)
  return Math.min(count(year, months, 1) + date - 1, move['short-month'] === 'last-day' ? next - 1 : next) + (move['plus-days'] ?? 0)
}

/** Whole years from one day to another; an anniversary on 29 February is 1 March in common years. */
export const wholeYears = (from: number, to: number): number => {
  const years = calendar(to)[0] - calendar(from)[0]
  return moved(from, { 'plus-years': years }) > to ? years - 1 : years
}

const unit = (text: string): readonly number[] => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return []
  const [year = 0, month = 1, date = 1] = match.slice(1).map((part: string | undefined) => (part === undefined ? undefined : Number(part)))
  const from = count(year, month, date)
  const [isMonth, isDay] = [match[2] !== undefined, match[3] !== undefined]
  const exists = calendar(from).every((part, index) => part === [year, month, date][index])
  return exists ? [from, isDay ? from : count(isMonth ? year : year + 1, isMonth ? month + 1 : 1, 1) - 1] : []
}

/** The number of a day; months and days may run over. Four hundred years on, so that no year is taken for one of the last century. */
const count = (year: number, month: number, date: number): number => Date.UTC(year + 400, month - 1, date) / 86_400_000 - 146_097

const calendar = (day: number): readonly [year: number, month: number, date: number] => {
  const moment = new Date(day * 86_400_000)
  return [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()]
}
