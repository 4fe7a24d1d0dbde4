import { expect, test } from 'vitest'
import { formatDay } from '../../src/logic/day.ts'
import { changeDays } from '../../src/rulebook/change-days.ts'
import { checkedDay, isInForce } from '../../src/rulebook/span.ts'
import { conditionOn, lawOn } from '../../src/rulebook/in-force.ts'
import type { Clause } from '../../src/rulebook/in-force.ts'
import { realRulebook, smallRulebook, textOf } from '../support/rules.ts'

test('the days of change are the first day, and each later one on which a rule or a parameter begins or ends', () => {
  const dated = smallRulebook({
    'options/aid/present.yaml':
      'id: present\ntitle: Present\ntext: The person is here.\ndecided-by: person\ncite: [{ source: act, at: "2" }]\ntag: V\nany: [{ until: 1999-01-01, fact: here }, { from: 2003-02-01, until: 2004-03-01, not: { from: 2003-05-05, fact: here } }, { fact: here }]\n',
  })
  expect(changeDays(dated).map(formatDay)).toEqual(['2000-01-01', '2003-02-01', '2003-05-05', '2004-03-01', '2010-01-01'])
})

test('the condition of a fact is part of the law too, and is compiled once for each of its texts', () => {
  const condition = 'any: [{ until: 2004-04-04, fact: work, is: farm }, { fact: work, is: shop }]'
  const dated = smallRulebook({
    'facts/person.yaml': textOf('test/support/sound/facts/person.yaml').replace('only-if: { fact: work, one-of: [farm, shop] }', `only-if: { ${condition} }`),
  })
  expect(changeDays(dated).map(formatDay)).toEqual(['2000-01-01', '2004-04-04', '2010-01-01'])
  const node = dated.facts.find(({ id }) => id === 'paid')?.['only-if']
  const tests = (day: string): unknown => node && conditionOn(dated, node, checkedDay(day))?.program.tests.length
  expect(['1999-01-01', '2004-04-03', '2004-04-04', '2020-01-01'].map(tests)).toEqual([2, 2, 1, 1])
  expect(node && conditionOn(dated, node, checkedDay('2004-04-04'))).toBe(node && conditionOn(dated, node, checkedDay('2020-01-01')))
})

// what is frozen on a day of its own is cited by whoever refers to it
const criteriaOf = (clause: Clause): Clause[] => [
  ...(clause.node.id === undefined ? [] : [clause]),
  ...('law-of' in clause.node ? [] : clause.children.flatMap(criteriaOf)),
]

test('on each day of change every criterion that is law has a citation that is law', () => {
  const rulebook = realRulebook()
  const gaps = changeDays(rulebook).flatMap((day) => {
    const law = lawOn(rulebook, day)
    return [...law.options, ...law.definitions].flatMap(([owner, clause]) =>
      criteriaOf(clause).flatMap(({ node }) =>
        node.cite?.some((cite) => isInForce(cite, day)) === true ? [] : [`${owner}/${node.id ?? ''} on ${formatDay(day)}`],
      ),
    )
  })
  expect([...new Set(gaps)]).toEqual([])
})

test('on each day of change nothing that is law refers to something that is not', () => {
  const rulebook = realRulebook()
  expect(changeDays(rulebook).flatMap((day) => lawOn(rulebook, day).dangling)).toEqual([])
})
