import { expect, test } from 'vitest'
import type { Sizes } from '../../../../src/rulebook/checks/deep/sizes.ts'
import { remarksOn, sizesOn, sizesOnAllDays } from '../../../../src/rulebook/checks/deep/sizes.ts'
import { checkedDay } from '../../../../src/rulebook/span.ts'
import { criterionFile, smallRulebook } from '../../../support/rules.ts'

const rulebook = smallRulebook({
  'options/aid/present.yaml': criterionFile('present', 'any:\n  - { fact: here }\n  - { from: 2004-01-01, all: [{ fact: agrees }, { fact: grave }] }'),
})

/** Sizes without the nodes made on the way, which are no part of the meaning of a rule. */
const settled = (sizes: readonly Sizes[]): Omit<Sizes, 'made'>[] => sizes.map((size) => ({ ...size, made: undefined }))

const day = checkedDay('2003-12-31')
const later = checkedDay('2020-06-15')

test('of each rule the variables, nodes and largest criterion on a day are counted', () => {
  expect(settled(sizesOn(rulebook, day))).toEqual([
    { rule: 'definitions', day: '2003-12-31', variables: 1, nodes: 1, largest: { criterion: 'hurt', nodes: 1 } },
    { rule: 'aid', day: '2003-12-31', variables: 2, nodes: 2, largest: { criterion: 'present', nodes: 1 } },
  ])
})

test('on all days on which the law changes', () => {
  expect(sizesOnAllDays(rulebook).map(({ rule, day: on, nodes }) => [rule, on, nodes])).toEqual([
    ['definitions', '2000-01-01', 1],
    ['aid', '2000-01-01', 2],
    ['definitions', '2004-01-01', 1],
    ['aid', '2004-01-01', 4],
    ['definitions', '2010-01-01', 1],
    ['aid', '2010-01-01', 4],
  ])
})

test('where the budget is too small there are no numbers', () => {
  expect(settled(sizesOn(rulebook, later, 3))).toEqual([
    { rule: 'definitions', day: '2020-06-15', variables: 1, nodes: 1, largest: { criterion: 'hurt', nodes: 1 } },
    { rule: 'aid', day: '2020-06-15', 'beyond-budget': 3 },
  ])
  expect(remarksOn(rulebook, later, 3).map(({ rule }) => rule)).toEqual(['definitions'])
})

test('what is left to judgment, and what never changes the outcome, is no mistake but is told', () => {
  const small = smallRulebook({
    'options/aid/present.yaml': criterionFile('present', 'any: [{ fact: here }, { fact: grave }]'),
    'options/aid/harmed.yaml': criterionFile('harmed', 'all: [{ fact: here }, { not: { fact: secret } }]'),
  })
  expect(remarksOn(small, day)).toEqual([
    { rule: 'definitions', 'left-to-judgment': [], 'never-decisive': [] },
    { rule: 'aid', 'left-to-judgment': ['present'], 'never-decisive': ['grave'] },
  ])
})
