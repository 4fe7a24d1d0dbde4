import { expect, test } from 'vitest'
import type { Assigned } from '../../src/assessment/example.ts'
import { exampleOf } from '../../src/assessment/example.ts'
import { parseDay } from '../../src/logic/day.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()
const latest = checkedDay('2005-06-15')
const openness = 'unknown'
const yesNo = (fact: string, value: number): Assigned => [{ fact, openness, kind: 'one', groups: [['true'], ['false']] }, value]
const ticked = (members: readonly string[], value: number): Assigned => [{ fact: 'harms', openness, kind: 'ticked', members }, value]
const cell = (fact: string, lo: number, hi: number): Assigned => [{ fact, openness, kind: 'cells', cells: [{ lo, hi }] }, 0]
const day = (text: string): number => parseDay(text) ?? NaN

test.each<[string, Assigned[], Readonly<Record<string, unknown>>]>([
  ['a yes and a no, in the order in which facts are asked', [yesNo('grave', 1), yesNo('here', 0)], { here: true, grave: false }],
  ['one of the members that no rule tells apart', [[{ fact: 'work', openness, kind: 'one', groups: [['farm', 'shop'], ['none']] }, 0]], { work: 'farm' }],
  ['what is ticked, and what is not', [ticked(['burn', 'cut'], 1), ticked(['other'], 0)], { harms: { yes: ['burn'], no: ['other'] } }],
  ['every member, ticked or not', [ticked(['burn'], 1), ticked(['cut'], 0), ticked(['other'], 0)], { harms: ['burn'] }],
  ['ages between two limits', [cell('age', 15, 18)], { age: { 'at-least': 15, under: 18 } }],
  ['ages below a limit', [cell('age', -Infinity, 15)], { age: { under: 15 } }],
  ['ages from a limit on', [cell('age', 18, Infinity)], { age: { 'at-least': 18 } }],
  ['one age', [cell('age', 18, 19)], { age: 18 }],
  ['days from one on, none later than the last', [cell('began', day('2000-10-28'), Infinity)], { began: '2000-10-28/2005-06-15' }],
  [
    'an act and its day',
    [
      [{ fact: 'paper', openness, kind: 'one', groups: [['done'], ['not-asked', 'asked', 'refused', 'withdrawn']] }, 0],
      cell('paper', day('2001-01-01'), Infinity),
    ],
    { paper: { state: 'done', on: '2001-01-01/2005-06-15' } },
  ],
])('%s', (_, assigned, facts) => {
  expect(exampleOf(assigned, rulebook, latest)).toEqual(facts)
  expect(caseWith(facts, rulebook).answers.size).toBe(Object.keys(facts).length)
})

test('a step that is awaited is nothing that a case can say', () => {
  expect(() => exampleOf([[{ fact: 'paper', openness: 'agency', kind: 'await' }, 1]], rulebook, latest)).toThrow('no answer can say this of paper')
})
