import { describe, expect, test } from 'vitest'
import type { Shift } from '../../src/logic/day.ts'
import { formatDay, formatDays, parseDay, parseDays, shiftDay, yearsBetween } from '../../src/logic/day.ts'

const day = (text: string): number => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`not a day: ${text}`)
  return parsed
}

describe('a whole day is counted from 1970-01-01 in the Gregorian calendar', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2000-10-28', 11_258],
    ['1900-02-28', -25_509],
    ['1900-03-01', -25_508],
    ['2400-02-29', 157_113],
    ['0001-01-01', -719_162],
    ['0099-12-31', -683_004],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, number) => {
    expect([parseDay(text), formatDay(number)]).toEqual([number, text])
  })

  test('every day of four centuries is the one after the day before it, and is written as it is read', () => {
    const wrong: string[] = []
    for (let number = day('1800-01-01'); number < day('2200-01-01'); number += 1) if (parseDay(formatDay(number)) !== number) wrong.push(formatDay(number))
    expect(wrong).toEqual([])
  })
})

describe('what is not a day of the calendar is not read as one', () => {
  test.each([
    '2001-02-29', // no leap year
    '1900-02-29', // a century, no leap year
    '2100-02-29',
    '2001-02-30',
    '2000-02-30',
    '2001-04-31',
    '2001-06-31',
    '2001-09-31',
    '2001-11-31',
    '2001-01-32',
    '2001-00-10',
    '2001-13-10',
    '2001-01-00',
    '2001-1-1',
    '01-01-2001',
    '20010101',
    '2001/01/01',
    '2001-01-01T00:00:00Z',
    ' 2001-01-01',
    '2001-01-01 ',
    '2001-01-01\n',
    '+2001-01-01',
    '-2001-01-01',
    '12001-01-01',
    '２００１-01-01',
    '2001–01–01',
    '2001-01',
    '2001',
    '',
    'today',
  ])('%j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })
})

describe('a partial date is all its days', () => {
  test.each([
    ['2019-05-04', '2019-05-04', '2019-05-05'],
    ['2019-05', '2019-05-01', '2019-06-01'],
    ['2019-12', '2019-12-01', '2020-01-01'],
    ['2019-02', '2019-02-01', '2019-03-01'],
    ['2020-02', '2020-02-01', '2020-03-01'],
    ['2019', '2019-01-01', '2020-01-01'],
    ['2001/2004', '2001-01-01', '2005-01-01'],
    ['2001-05/2001-06-14', '2001-05-01', '2001-06-15'],
    ['2001-06-14/2001-06-14', '2001-06-14', '2001-06-15'],
    ['2001/2001-06', '2001-01-01', '2001-07-01'],
  ])('%s begins on %s and has ended by %s', (text, from, until) => {
    expect(parseDays(text)).toEqual({ lo: day(from), hi: day(until) })
  })

  test.each([
    ['../2000-10-27', { lo: -Infinity, hi: day('2000-10-28') }],
    ['../2000', { lo: -Infinity, hi: day('2001-01-01') }],
    ['2000-10-28/..', { lo: day('2000-10-28'), hi: Infinity }],
    ['2000/..', { lo: day('2000-01-01'), hi: Infinity }],
  ])('%s is open at one end', (text, days) => {
    expect(parseDays(text)).toEqual(days)
  })
})

describe('what holds no day is not a partial date', () => {
  test.each([
    '../..',
    '2004/2001',
    '2001-06-14/2001-06-13',
    '2001-06/2001-05',
    '2001//2004',
    '2001/2002/2003',
    '/2001',
    '2001/',
    '/',
    '..',
    '...',
    '2001..2004',
    '2001-00',
    '2001-13',
    '2001-1',
    '201',
    '20190',
    '2001-02-29/2004',
    '2001/2004-02-30',
    'May 2019',
    '',
    ' ',
    '2019-05-04?',
    '2019~',
    '201X',
  ])('%j', (text) => {
    expect(parseDays(text)).toBeUndefined()
  })
})

describe('days are written as one day, or as an interval with its open ends', () => {
  test.each(['2019-05-04', '2001-01-01/2004-12-31', '../2000-10-27', '2000-10-28/..'])('%s is written as it was read', (text) => {
    expect(formatDays(parseDays(text) ?? { lo: 0, hi: 0 })).toBe(text)
  })

  test('a month is written as its first and last day', () => {
    expect(formatDays(parseDays('2019-02') ?? { lo: 0, hi: 0 })).toBe('2019-02-01/2019-02-28')
  })

  test('a day before the year 1000 keeps four digits', () => {
    expect(formatDay(day('0099-02-03'))).toBe('0099-02-03')
  })
})

describe('a day moved by months keeps its number; where the month is too short the short-month rule says which day it is', () => {
  test.each<[string, Shift, string, string]>([
    // from, by, last-day, next-day
    ['2026-01-15', { months: 1 }, '2026-02-15', '2026-02-15'],
    ['2026-01-28', { months: 1 }, '2026-02-28', '2026-02-28'],
    ['2026-01-29', { months: 1 }, '2026-02-28', '2026-03-01'],
    ['2026-01-30', { months: 1 }, '2026-02-28', '2026-03-01'],
    ['2026-01-31', { months: 1 }, '2026-02-28', '2026-03-01'],
    ['2028-01-29', { months: 1 }, '2028-02-29', '2028-02-29'],
    ['2028-01-30', { months: 1 }, '2028-02-29', '2028-03-01'],
    ['2026-08-31', { months: 6 }, '2027-02-28', '2027-03-01'],
    ['2027-08-31', { months: 6 }, '2028-02-29', '2028-03-01'],
    ['2026-08-30', { months: 6 }, '2027-02-28', '2027-03-01'],
    ['2026-10-31', { months: 6 }, '2027-04-30', '2027-05-01'],
    ['2026-12-31', { months: 6 }, '2027-06-30', '2027-07-01'],
    ['2026-03-31', { months: 6 }, '2026-09-30', '2026-10-01'],
    ['2026-07-31', { months: 6 }, '2027-01-31', '2027-01-31'],
    ['2026-11-30', { months: 1 }, '2026-12-30', '2026-12-30'],
    ['2026-12-15', { months: 1 }, '2027-01-15', '2027-01-15'],
    ['2026-01-31', { months: -1 }, '2025-12-31', '2025-12-31'],
    ['2026-03-31', { months: -1 }, '2026-02-28', '2026-03-01'],
    ['2026-05-31', { months: -1 }, '2026-04-30', '2026-05-01'],
    ['2026-01-15', { months: -13 }, '2024-12-15', '2024-12-15'],
    ['2026-01-15', { months: 25 }, '2028-02-15', '2028-02-15'],
    ['2004-02-29', { years: 1 }, '2005-02-28', '2005-03-01'],
    ['2004-02-29', { years: 4 }, '2008-02-29', '2008-02-29'],
    ['2004-02-29', { years: 18 }, '2022-02-28', '2022-03-01'],
    ['2004-02-29', { years: 21 }, '2025-02-28', '2025-03-01'],
    ['2000-02-29', { years: 100 }, '2100-02-28', '2100-03-01'],
    ['2004-02-29', { years: -1 }, '2003-02-28', '2003-03-01'],
    ['2003-02-28', { years: 1 }, '2004-02-28', '2004-02-28'],
    ['2004-01-31', { years: 1, months: 1 }, '2005-02-28', '2005-03-01'],
    ['2026-01-31', { months: 1, days: 1 }, '2026-03-01', '2026-03-02'],
    ['2026-02-28', { days: 1 }, '2026-03-01', '2026-03-01'],
    ['2028-02-28', { days: 1 }, '2028-02-29', '2028-02-29'],
    ['2026-12-31', { days: 1 }, '2027-01-01', '2027-01-01'],
    ['2026-01-01', { days: -1 }, '2025-12-31', '2025-12-31'],
    ['2026-06-15', {}, '2026-06-15', '2026-06-15'],
  ])('%s moved by %j is %s, or %s', (from, shift, lastDay, nextDay) => {
    expect([
      formatDay(shiftDay(day(from), { ...shift, shortMonth: 'last-day' })),
      formatDay(shiftDay(day(from), { ...shift, shortMonth: 'next-day' })),
    ]).toEqual([lastDay, nextDay])
  })

  test('an open end stays open', () => {
    expect([shiftDay(Infinity, { months: 6 }), shiftDay(-Infinity, { days: 1 })]).toEqual([Infinity, -Infinity])
  })
})

describe('whole years are counted on the birthday, and 29 February is 1 March in common years', () => {
  test.each([
    ['2000-06-15', '2018-06-14', 17],
    ['2000-06-15', '2018-06-15', 18],
    ['2000-06-15', '2018-06-16', 18],
    ['2000-06-15', '2000-06-15', 0],
    ['2000-06-15', '2001-06-14', 0],
    ['2000-01-01', '2017-12-31', 17],
    ['2000-12-31', '2018-12-30', 17],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2004-02-28', '2022-02-28', 18],
    ['2004-03-01', '2022-02-28', 17],
    ['2003-12-19', '2018-12-18', 14],
    ['2003-12-19', '2018-12-19', 15],
    ['2000-06-15', '2000-06-14', -1],
    ['2000-06-15', '1999-06-15', -1],
    ['2000-06-15', '1999-06-14', -2],
  ])('from %s to %s are %i', (from, to, years) => {
    expect(yearsBetween(day(from), day(to))).toBe(years)
  })

  test('on every day of four years an age grows by one on exactly one day a year', () => {
    const birthdays: string[] = []
    const born = day('2000-02-29')
    for (let today = born + 1; today <= day('2004-12-31'); today += 1)
      if (yearsBetween(born, today) > yearsBetween(born, today - 1)) birthdays.push(formatDay(today))
    expect(birthdays).toEqual(['2001-03-01', '2002-03-01', '2003-03-01', '2004-02-29'])
  })
})
