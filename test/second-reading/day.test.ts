import { expect, test } from 'vitest'
import { formatDay, parseDays, shiftDay, yearsBetween } from '../../src/logic/day.ts'
import { dayIn, moved } from '../../src/proof-checker/value.ts'
import { daysIn, wholeYears } from '../../src/second-reading/day.ts'

const days = Array.from({ length: 1200 }, (_, index) => -40_000 + index * 67)

test('dates are read as the program reads them', () => {
  const texts = [...days.map(formatDay), '2019', '2019-02', '2000-12', '2019-05/..', '../2000-10-27', '2001/2004', '0001', '9999']
  const wrong = ['', '2019-13', '2019-00', '2019-02-29', '2019-1-1', '../..', '2004/2001', '2001/2002/2003', '2019-05-04T00:00', 'today', '20191']
  expect(texts.map((text) => daysIn(text))).toEqual(texts.map((text) => [parseDays(text)?.lo, (parseDays(text)?.hi ?? 0) - 1]))
  expect(wrong.map((text) => [daysIn(text), parseDays(text)])).toEqual(wrong.map(() => [undefined, undefined]))
  expect(['2019-05-04', '2019', 'today'].map(dayIn)).toEqual([parseDays('2019-05-04')?.lo, NaN, NaN])
})

test('days are moved as the program moves them, short months too', () => {
  for (const day of days) {
    for (const months of [-1, 1, 6, 12, 25]) {
      for (const short of ['last-day', 'next-day'] as const)
        expect(moved(day, { 'plus-months': months, 'plus-days': 3, 'short-month': short })).toBe(shiftDay(day, { months, days: 3, shortMonth: short }))
    }
    expect(moved(day, { 'plus-years': 21 })).toBe(shiftDay(day, { years: 21 }))
    expect(wholeYears(day, day + 10_227)).toBe(yearsBetween(day, day + 10_227))
  }
})
