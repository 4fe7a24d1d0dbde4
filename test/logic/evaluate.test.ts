import { describe, expect, test } from 'vitest'
import type { Shift } from '../../src/logic/day.ts'
import { parseDay, parseDays } from '../../src/logic/day.ts'
import { evaluate, truthOf } from '../../src/logic/evaluate.ts'
import type { Bound, Program, Test } from '../../src/logic/expression.ts'
import { EVERYTHING } from '../../src/logic/interval.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import type { Status, Truth } from '../../src/logic/truth.ts'

const one = (...possible: string[]): Knowledge => ({ kind: 'one', possible: new Set(possible) })
const many = (yes: string[], no: string[]): Knowledge => ({ kind: 'many', yes: new Set(yes), no: new Set(no) })
const span = (lo: number, hi: number): Knowledge => ({ kind: 'span', span: { lo, hi } })
const days = (text: string): Knowledge => ({ kind: 'span', span: parseDays(text) ?? EVERYTHING })
const act = (states: string[], on?: string): Knowledge => ({
  kind: 'act',
  possible: new Set(states),
  on: on === undefined ? EVERYTHING : (parseDays(on) ?? EVERYTHING),
})

const onFact = (test: { kind: 'is' | 'has'; members: string[] } | { kind: 'under'; limit: number } | { kind: 'before'; bound: Bound }): Test => ({
  fact: 'it',
  openness: 'unknown',
  ...test,
})

const truth = (test: Test, known: Record<string, Knowledge>): Truth =>
  truthOf(test, (fact) => {
    const knowledge = known[fact]
    if (!knowledge) throw new Error(`nothing is known of ${fact}`)
    return knowledge
  })

describe('a choice is one of some members when every member it can still be is among them', () => {
  test.each<[string[], Knowledge, Truth]>([
    [['a'], one('a'), 'true'],
    [['a'], one('b'), 'false'],
    [['a'], one('a', 'b'), 'unknown'],
    [['a', 'b'], one('a', 'b'), 'true'],
    [['a', 'b'], one('a'), 'true'],
    [['a', 'b'], one('b', 'c'), 'unknown'],
    [['a', 'b'], one('c', 'd'), 'false'],
    [['true'], one('true', 'false'), 'unknown'],
    [['true'], one('false'), 'false'],
    [['done'], act(['done']), 'true'],
    [['done'], act(['asked', 'not-asked']), 'false'],
    [['done'], act(['asked', 'done']), 'unknown'],
    [['asked', 'done'], act(['asked', 'done']), 'true'],
    [[], one('a'), 'false'],
  ])('one of %j, known %o: %s', (members, knowledge, expected) => {
    expect(truth(onFact({ kind: 'is', members }), { it: knowledge })).toBe(expected)
  })
})

describe('one of some members is ticked at the first yes, and is not when each of them is a no', () => {
  test.each<[string[], Knowledge, Truth]>([
    [['a'], many(['a'], ['b', 'c']), 'true'],
    [['a'], many(['b'], ['a', 'c']), 'false'],
    [['a'], many([], []), 'unknown'],
    [['a'], many(['b'], []), 'unknown'],
    [['a', 'b'], many([], ['a']), 'unknown'],
    [['a', 'b'], many([], ['a', 'b']), 'false'],
    [['a', 'b'], many(['b'], []), 'true'],
    [['a', 'b', 'c'], many([], ['a', 'b', 'c']), 'false'],
    [['a', 'b', 'c'], many(['c'], ['a']), 'true'],
  ])('one of %j, known %o: %s', (members, knowledge, expected) => {
    expect(truth(onFact({ kind: 'has', members }), { it: knowledge })).toBe(expected)
  })
})

describe('a number is under a limit when every number it can still be is', () => {
  test.each<[number, Knowledge, Truth]>([
    [18, span(17, 18), 'true'],
    [18, span(18, 19), 'false'],
    [21, span(0, 18), 'true'],
    [15, span(0, 18), 'unknown'],
    [18, span(0, 18), 'true'],
    [18, span(0, 19), 'unknown'],
    [18, span(17, 19), 'unknown'],
    [18, span(18, 121), 'false'],
    [18, span(16, 18), 'true'],
    [0, span(0, 121), 'false'],
    [121, span(0, 121), 'true'],
    [18, { kind: 'span', span: EVERYTHING }, 'unknown'],
  ])('under %i, known %o: %s', (limit, knowledge, expected) => {
    expect(truth(onFact({ kind: 'under', limit }), { it: knowledge })).toBe(expected)
  })
})

describe('a date is before a day when every day it can still be is', () => {
  test.each<[string, string, Truth]>([
    ['2003-12-19', '2003-12-18', 'true'],
    ['2003-12-19', '2003-12-19', 'false'],
    ['2003-12-19', '2003', 'unknown'],
    ['2003-12-19', '2003-11', 'true'],
    ['2003-12-19', '2003-12', 'unknown'],
    ['2003-12-19', '2004', 'false'],
    ['2003-12-19', '../2003-12-18', 'true'],
    ['2003-12-19', '../2003-12-19', 'unknown'],
    ['2003-12-19', '2003-12-19/..', 'false'],
    ['2003-12-19', '2003-12-18/..', 'unknown'],
  ])('before %s, known to be %s: %s', (limit, date, expected) => {
    expect(truth(onFact({ kind: 'before', bound: { day: parseDay(limit) ?? NaN } }), { it: days(date) })).toBe(expected)
  })

  test.each<[string, Knowledge, Shift, Truth]>([
    // another date fact
    ['2010-05-04', days('2010-05-05'), {}, 'true'],
    ['2010-05-05', days('2010-05-05'), {}, 'false'],
    ['2010-05-05', days('2010-05'), {}, 'unknown'],
    ['2010-04', days('2010-05'), {}, 'true'],
    ['2010-05', days('2010-05'), {}, 'unknown'],
    ['2010-06', days('2010-05'), {}, 'false'],
    // six months after a signature: the seven days on which the two rules for short months part
    ['2027-02-27', act(['done'], '2026-08-31'), { months: 6, shortMonth: 'last-day' }, 'true'],
    ['2027-02-28', act(['done'], '2026-08-31'), { months: 6, shortMonth: 'last-day' }, 'false'],
    ['2027-02-28', act(['done'], '2026-08-31'), { months: 6, shortMonth: 'next-day' }, 'true'],
    ['2027-03-01', act(['done'], '2026-08-31'), { months: 6, shortMonth: 'next-day' }, 'false'],
    ['2027-02-27', act(['done'], '2026-08'), { months: 6, shortMonth: 'next-day' }, 'unknown'],
    ['2027-01-31', act(['done'], '2026-08'), { months: 6, shortMonth: 'next-day' }, 'true'],
    ['2027-02-28', act(['done'], '2026-08-29/2026-08-31'), { months: 6, shortMonth: 'next-day' }, 'true'],
    ['2027-03-01', act(['done'], '2026-08-29/2026-08-31'), { months: 6, shortMonth: 'next-day' }, 'false'],
    ['2027-02-28', act(['done'], '2026-08-28/2026-08-31'), { months: 6, shortMonth: 'last-day' }, 'false'],
    // a day that nobody knows
    ['2027-02-28', act(['done']), { months: 6, shortMonth: 'last-day' }, 'unknown'],
    ['2027-02-28', act(['done'], '2026-08-31/..'), { months: 6, shortMonth: 'next-day' }, 'true'],
    ['2027-03-01', act(['done'], '2026-08-31/..'), { months: 6, shortMonth: 'next-day' }, 'unknown'],
    ['2027-03-01', act(['done'], '../2026-08-31'), { months: 6, shortMonth: 'next-day' }, 'false'],
  ])('%s is before the day of %o moved by %o: %s', (date, other, shift, expected) => {
    expect(truth(onFact({ kind: 'before', bound: { dayOf: 'other', shift } }), { it: days(date), other })).toBe(expected)
  })

  test('the day of an act can be tested too', () => {
    expect(truth(onFact({ kind: 'before', bound: { day: parseDay('2010-01-01') ?? NaN } }), { it: act(['done'], '2009') })).toBe('true')
  })
})

describe('every step of a program has its status', () => {
  const isYes = (fact: string, openness: Test['openness']): Test => ({ fact, openness, kind: 'is', members: ['true'] })
  const program: Program = {
    tests: [isYes('asked', 'unknown'), isYes('assessed', 'judgment'), isYes('decided', 'agency')],
    steps: [
      { op: 'test', test: 0 },
      { op: 'test', test: 1 },
      { op: 'test', test: 2 },
      { op: 'await', key: 'office' },
      { op: 'not', of: 0 },
      { op: 'all', of: [0, 1] },
      { op: 'any', of: [1, 2] },
      { op: 'at-least', count: 2, of: [0, 1, 2] },
      { op: 'all', of: [0, 3] },
    ],
  }
  const open = one('true', 'false')

  test.each<[Record<string, Knowledge>, Status[]]>([
    [{ asked: open, assessed: open, decided: open }, ['unknown', 'judgment', 'agency', 'agency', 'unknown', 'unknown', 'judgment', 'unknown', 'unknown']],
    [{ asked: one('true'), assessed: open, decided: open }, ['met', 'judgment', 'agency', 'agency', 'not-met', 'judgment', 'judgment', 'judgment', 'agency']],
    [{ asked: one('false'), assessed: open, decided: open }, ['not-met', 'judgment', 'agency', 'agency', 'met', 'not-met', 'judgment', 'judgment', 'not-met']],
    [{ asked: one('true'), assessed: one('false'), decided: open }, ['met', 'not-met', 'agency', 'agency', 'not-met', 'not-met', 'agency', 'agency', 'agency']],
    [{ asked: one('true'), assessed: one('true'), decided: open }, ['met', 'met', 'agency', 'agency', 'not-met', 'met', 'met', 'met', 'agency']],
    [
      { asked: one('true'), assessed: one('false'), decided: one('false') },
      ['met', 'not-met', 'not-met', 'agency', 'not-met', 'not-met', 'not-met', 'not-met', 'agency'],
    ],
  ])('%#', (known, statuses) => {
    expect(evaluate(program, (fact) => known[fact] ?? open)).toEqual(statuses)
  })
})

describe('a test that does not fit its fact is a mistake of ours, not a status', () => {
  test.each<[Test, Knowledge, string]>([
    [onFact({ kind: 'is', members: ['a'] }), span(0, 1), 'test is on it meets knowledge of kind span'],
    [onFact({ kind: 'has', members: ['a'] }), one('a'), 'test has on it meets knowledge of kind one'],
    [onFact({ kind: 'under', limit: 1 }), many([], []), 'test under on it meets knowledge of kind many'],
  ])('%o', (test, knowledge, message) => {
    expect(() => truth(test, { it: knowledge })).toThrow(new TypeError(message))
  })
})
