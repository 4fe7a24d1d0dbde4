import { calendar, dayOf, moved } from '../proof-checker/value.ts'

/** First and last of the days of a whole or partial date, counted from 1970-01-01; undefined when it is no date or holds no day. */
export const daysIn = (text: string): readonly [from: number, to: number] | undefined => {
  const [first = '', second = first, more] = text.split('/')
  const [begin] = first === '..' && second !== '..' ? [-Infinity] : unit(first)
  const [, end] = second === '..' && first !== '..' ? [0, Infinity] : unit(second)
  return more === undefined && begin !== undefined && end !== undefined && begin <= end ? [begin, end] : undefined
}

const unit = (text: string): readonly number[] => {
  const [year, month, date] = /^\d{4}(-\d\d){0,2}$/.test(text) ? text.split('-').map(Number) : []
  if (year === undefined) return []
  const from = dayOf(year, month ?? 1, date ?? 1)
  if (calendar(from).join() !== [year, month ?? 1, date ?? 1].join()) return []
  return [from, date === undefined ? dayOf(year, (month ?? 12) + 1, 1) - 1 : from]
}

/** Whole years from one day to another; an anniversary on 29 February is 1 March in common years. */
export const wholeYears = (from: number, to: number): number => {
  const years = calendar(to)[0] - calendar(from)[0]
  return moved(from, { 'plus-years': years }) > to ? years - 1 : years
}
