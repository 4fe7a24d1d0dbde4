import { describe, expect, test } from 'vitest'
import { formatDays } from '../../src/logic/day.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { anything, latest } from '../../src/rulebook/anything.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { smallRulebook } from '../support/rules.ts'

const asOf = checkedDay('2020-06-15')
const of = (id: string): Knowledge => {
  const fact = smallRulebook().facts.find((one) => one.id === id)
  if (!fact) throw new Error(`no fact ${id}`)
  return anything(fact, asOf)
}

describe('while nobody has said anything, a fact could be', () => {
  test.each<[string, string, Knowledge]>([
    ['yes or no', 'here', { kind: 'one', possible: new Set(['true', 'false']) }],
    ['each of its members', 'work', { kind: 'one', possible: new Set(['farm', 'shop', 'none']) }],
    ['any of its members, ticked or not', 'harms', { kind: 'many', yes: new Set(), no: new Set() }],
    ['a number of its range', 'age', { kind: 'span', span: { lo: 0, hi: 121 } }],
    ['a day of its range, no later than the day of the law', 'filed', { kind: 'span', span: { lo: checkedDay('1995-01-01'), hi: asOf + 1 } }],
    [
      'an act in each of its states',
      'paper',
      {
        kind: 'act',
        possible: new Set(['not-asked', 'asked', 'done', 'refused', 'withdrawn']),
        on: { lo: -Infinity, hi: Infinity },
      },
    ],
  ])('%s: %s', (_, id, knowledge) => {
    expect(of(id)).toEqual(knowledge)
  })
})

test('a day still to come lies at most a year ahead', () => {
  expect(formatDays({ lo: asOf, hi: latest('as-of-plus-one-year', asOf) + 1 })).toBe('2020-06-15/2021-06-16')
  expect(latest('as-of', asOf)).toBe(asOf)
})
