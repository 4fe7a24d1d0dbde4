import { describe, expect, test } from 'vitest'
import { checkedDay, isInForce, spansOf } from '../../src/rulebook/span.ts'

describe('spans are half-open: the first day is law, the day of the end is not', () => {
  test.each([
    [{}, '1900-01-01', true],
    [{ from: '2003-12-19' }, '2003-12-18', false],
    [{ from: '2003-12-19' }, '2003-12-19', true],
    [{ until: '2003-12-19' }, '2003-12-18', true],
    [{ until: '2003-12-19' }, '2003-12-19', false],
    [{ from: '2003-12-19', until: '2003-12-20' }, '2003-12-19', true],
    [{ 'in-force': [{ until: '2001-01-01' }, { from: '2002-01-01' }] }, '2000-12-31', true],
    [{ 'in-force': [{ until: '2001-01-01' }, { from: '2002-01-01' }] }, '2001-06-01', false],
    [{ 'in-force': [{ until: '2001-01-01' }, { from: '2002-01-01' }] }, '2002-01-01', true],
  ])('%j on %s: %s', (dated, day, law) => {
    expect(isInForce(dated, checkedDay(day))).toBe(law)
  })
})

test('what is not dated is law on all days', () => {
  expect(spansOf({})).toEqual([{ lo: -Infinity, hi: Infinity }])
})

test('a day that was never checked is a mistake of ours', () => {
  expect(() => checkedDay('2001-02-29')).toThrow(new TypeError('not a day: 2001-02-29'))
})
