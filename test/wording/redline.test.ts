import { describe, expect, test } from 'vitest'
import type { Node } from '../../src/rulebook/criterion.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { actWords, changeWords, exampleWords, ruleInLine } from '../../src/wording/redline.ts'
import { smallRulebook } from '../support/rules.ts'

const day = checkedDay('2010-01-01')
const place = { path: 'aid', title: 'Aid' }

describe('a rule in one line', () => {
  test.each<[Node, string]>([
    [{ fact: 'age', under: 18 }, 'age is under 18'],
    [{ not: { fact: 'here' } }, 'here: no'],
    [{ all: [{ fact: 'here' }, { any: [{ fact: 'grave' }, { fact: 'agrees' }] }] }, 'here: yes, and (grave: yes, or agrees: yes)'],
    [{ not: { all: [{ fact: 'here' }, { fact: 'grave' }] } }, 'here: no, or grave: no'],
    [{ any: [{ fact: 'here' }, { from: '2011-01-01', fact: 'grave' }] }, 'here: yes'],
    [{ id: 'child', title: 'A child', all: [{ id: 'age', title: 'Young', fact: 'age', under: 18 }, { fact: 'here' }] }, 'A child: "Young", and here: yes'],
    [{ 'at-least': { count: 2, of: [{ fact: 'here' }, { fact: 'grave' }] } }, 'at least 2 of these (here: yes; grave: yes)'],
  ])('%j', (node, words) => {
    expect(ruleInLine(node, day)).toBe(words)
  })
})

describe('a change in words', () => {
  test.each([
    [{ kind: 'whole', begins: true, day, place, acts: [] } as const, { before: undefined, after: 'becomes law' }],
    [{ kind: 'whole', begins: false, day, place, acts: [] } as const, { before: 'law until the day before', after: undefined }],
    [{ kind: 'parameter', ended: 100, began: 200, unit: 'people', day, place, acts: [] } as const, { before: '100 people', after: '200 people' }],
    [{ kind: 'note', ended: undefined, began: 'New.', day, place, acts: [] } as const, { before: undefined, after: 'New.' }],
    [
      {
        kind: 'rule',
        ended: { until: '2010-01-01', fact: 'age', under: 15 },
        began: { from: '2010-01-01', fact: 'age', under: 18 },
        day,
        place,
        acts: [],
      } as const,
      { before: 'age is under 15', after: 'age is under 18' },
    ],
  ])('%j', (amendment, words) => {
    expect(changeWords(amendment)).toEqual(words)
  })
})

test('acts are written as they are cited, each once', () => {
  expect(
    actWords(
      [
        { source: 'act', at: '2' },
        { source: 'act', at: '2', from: '2010-01-01' },
      ],
      smallRulebook(),
    ),
  ).toHaveLength(1)
})

test('the facts of an example in words', () => {
  const facts = {
    here: true,
    work: 'farm',
    harms: { yes: ['burn'], no: ['cut', 'other'] },
    others: ['burn'],
    none: [],
    age: { 'at-least': 15, under: 18 },
    'age-then': { under: 15 },
    count: { 'at-least': 3 },
    exactly: 16,
    born: '../2000-10-27',
    began: '2000-10-28/2005-06-15',
    filed: '2001-01-01',
    paper: { state: 'done', on: '2001-01-01/..' },
  }
  expect(exampleWords(facts).map(({ value }) => value)).toEqual([
    'yes',
    'farm',
    '"burn"; not "cut" or "other"',
    'only "burn"',
    'none',
    '15 to 17',
    'under 15',
    '3 or more',
    '16',
    'up to 2000-10-27',
    '2000-10-28 to 2005-06-15',
    '2001-01-01',
    'done, from 2001-01-01 on',
  ])
})
