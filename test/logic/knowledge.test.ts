import { describe, expect, test } from 'vitest'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { combine } from '../../src/logic/knowledge.ts'

const one = (...possible: string[]): Knowledge => ({ kind: 'one', possible: new Set(possible) })
const many = (yes: string[], no: string[]): Knowledge => ({ kind: 'many', yes: new Set(yes), no: new Set(no) })
const span = (lo: number, hi: number): Knowledge => ({ kind: 'span', span: { lo, hi } })
const act = (possible: string[], lo: number, hi: number): Knowledge => ({ kind: 'act', possible: new Set(possible), on: { lo, hi } })

describe('two pieces of knowledge allow together what each of them allows', () => {
  test.each<[string, Knowledge, Knowledge, Knowledge]>([
    ['members in both', one('a', 'b'), one('b', 'c'), one('b')],
    ['all that is ticked, and all that is not', many(['a'], ['b']), many(['c'], ['b']), many(['a', 'c'], ['b'])],
    ['numbers in both', span(0, 18), span(16, 121), span(16, 18)],
    ['states and days in both', act(['done', 'asked'], 0, 10), act(['done'], 5, 20), act(['done'], 5, 10)],
  ])('%s', (_, a, b, both) => {
    expect([combine(a, b), combine(b, a)]).toEqual([both, both])
  })
})

describe('two pieces of knowledge that leave nothing over contradict each other', () => {
  test.each<[string, Knowledge, Knowledge]>([
    ['no member in both', one('a'), one('b')],
    ['ticked here and not ticked there', many(['a'], []), many([], ['a'])],
    ['numbers that only touch', span(0, 18), span(18, 121)],
    ['no state in both', act(['done'], 0, 10), act(['asked'], 0, 10)],
    ['no day in both', act(['done'], 0, 10), act(['done'], 10, 20)],
  ])('%s', (_, a, b) => {
    expect([combine(a, b), combine(b, a)]).toEqual([undefined, undefined])
  })
})

test('knowledge of two kinds is never put together: that would be a mistake of ours', () => {
  expect(() => combine(one('a'), span(0, 1))).toThrow(new TypeError('cannot combine one with span'))
})
