import { expect, test } from 'vitest'
import { formatDay } from '../../src/logic/day.ts'
import { changeDays } from '../../src/rulebook/change-days.ts'
import { isInForce } from '../../src/rulebook/span.ts'
import { lawOn } from '../../src/rulebook/in-force.ts'
import type { Clause } from '../../src/rulebook/in-force.ts'
import { realRulebook, smallRulebook } from '../support/rules.ts'

test('the days of change are the first day, and each later one on which a rule or a parameter begins or ends', () => {
  const dated = smallRulebook({
    'options/aid/present.yaml':
      'id: present\ntitle: Present\ntext: The person is here.\ndecided-by: person\ncite: [{ source: act, at: "2" }]\ntag: V\nany: [{ until: 1999-01-01, fact: here }, { from: 2003-02-01, until: 2004-03-01, not: { from: 2003-05-05, fact: here } }, { fact: here }]\n',
  })
  expect(changeDays(dated).map(formatDay)).toEqual(['2000-01-01', '2003-02-01', '2003-05-05', '2004-03-01', '2010-01-01'])
})

const criteriaOf = (clause: Clause): Clause[] => [...(clause.node.id === undefined ? [] : [clause]), ...clause.children.flatMap(criteriaOf)]

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
