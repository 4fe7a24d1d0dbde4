import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { largestOf, remarksText, sizesText } from '../../src/report/sizes.ts'

const page = { columns: 60, paint: new Chalk({ level: 0 }) }
const sizes = [
  { rule: 'aid', day: '2000-01-01', variables: 2, nodes: 20, made: 31, largest: { criterion: 'present', nodes: 5 } },
  { rule: 'stay', day: '2000-01-01', variables: 1, nodes: 1, made: 1 },
  { rule: 'aid', day: '2004-01-01', variables: 12, nodes: 120, made: 1031, largest: { criterion: 'harmed', nodes: 60 } },
  { rule: 'aid', day: '2010-01-01', variables: 12, nodes: 120, made: 1031, largest: { criterion: 'harmed', nodes: 60 } },
  { rule: 'stay', day: '2004-01-01', 'beyond-budget': 500_000 },
]

test('the largest of each rule is the first with most nodes; what outgrew the budget is larger than all', () => {
  expect(largestOf(sizes)).toEqual([sizes[2], sizes[4]])
})

test('sizes are a table, one rule a line', () => {
  expect(sizesText('diagrams', [...sizes.slice(0, 3), ...sizes.slice(4)], page)).toBe(
    [
      'DIAGRAMS',
      'rule  day         variables  nodes         made  largest criterion',
      'aid   2000-01-01          2     20           31  present (5)',
      'stay  2000-01-01          1      1            1',
      'aid   2004-01-01         12    120         1031  harmed (60)',
      'stay  2004-01-01                    over 500000',
      '',
    ].join('\n'),
  )
})

test('remarks are lists, and nothing is said where there is nothing', () => {
  const none = { rule: 'stay', 'left-to-judgment': [], 'never-decisive': [] }
  expect(remarksText([none], page)).toBe('')
  expect(remarksText([none, { rule: 'aid', 'left-to-judgment': ['present', 'harmed'], 'never-decisive': [] }], page)).toBe(
    '\nCANNOT BECOME NOT MET BEFORE A JUDGMENT IS RECORDED\n  aid: present, harmed\n',
  )
})
