import { describe, expect, test } from 'vitest'
import { rulesPage, rulesText } from '../../src/report/rules.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { extendedFiles } from '../support/extended.ts'
import { plain } from '../support/faces.ts'
import { smallRulebook } from '../support/rules.ts'

const text = (id: string): string => extendedFiles[`options/${id}/option.yaml`] ?? ''
const rulebook = smallRulebook({
  ...extendedFiles,
  ...Object.fromEntries(
    ['leave', 'letter', 'pass', 'promise'].flatMap((id) => [
      [`options/${id}/option.yaml`, undefined],
      [`options/${id}/main.yaml`, undefined],
    ]),
  ),
  'options/wage/option.yaml': text('wage').replace('text:', 'in-force:\n  - { from: 2001-01-01, until: 2003-01-01 }\n  - { from: 2004-01-01 }\ntext:'),
})

test('every option stands in its group with its days, its tier and its first sentence', () => {
  expect(rulesText(rulebook, undefined, plain(100))).toBe(`STAYING
  aid                               from 2000-01-01
    Aid. Help for people who were hurt.
  pardon                            until 2010-01-01 · extended
    The pardon. First of the pardon, by the U.S. Act.

MONEY
  fund                              on every day of the rulebook · extended
    The fund. First of the fund, by the U.S. Act.
  wage                              from 2001-01-01 until 2003-01-01; from 2004-01-01 · extended
    The wage. First of the wage, by the U.S. Act.

4 options: 1 core, 3 extended; one in full with tvpa explain ID
`)
})

describe('with a day, only what is law on it', () => {
  test.each([
    ['2000-06-15', ['aid', 'pardon', 'fund'], '3 options that are law on 2000-06-15, of 4: 1 core, 2 extended'],
    ['2002-12-31', ['aid', 'pardon', 'fund', 'wage'], '4 options that are law on 2002-12-31, of 4: 1 core, 3 extended'],
    ['2003-01-01', ['aid', 'pardon', 'fund'], '3 options that are law on 2003-01-01, of 4: 1 core, 2 extended'],
    ['2010-01-01', ['aid', 'fund', 'wage'], '3 options that are law on 2010-01-01, of 4: 1 core, 2 extended'],
  ])('%s', (day, ids, count) => {
    const told = rulesText(rulebook, checkedDay(day), plain(100))
    expect([...told.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, id]) => id)).toEqual(ids)
    expect(told).toContain(count)
  })
})

test('for machines: groups, and each option with its windows, its text and its law', () => {
  expect(rulesPage(rulebook, checkedDay('2020-06-15'))).toEqual({
    rulebook: { version: '0.0.1', digest: rulebook.digest, 'reviewed-through': '2020-12-31' },
    'as-of': '2020-06-15',
    groups: [
      {
        id: 'stay',
        title: 'Staying',
        options: [
          {
            id: 'aid',
            title: 'Aid',
            tier: 'core',
            'in-force': [{ from: '2000-01-01' }],
            text: 'Help for people who were hurt.',
            citations: [{ source: 'act', at: '2', tag: undefined, text: 'Act § 2' }],
            tag: 'V',
          },
        ],
      },
      {
        id: 'money',
        title: 'Money',
        options: [
          expect.objectContaining({ id: 'fund', tier: 'extended', 'in-force': [{}] }),
          expect.objectContaining({ id: 'wage', tier: 'extended', 'in-force': [{ from: '2001-01-01', until: '2003-01-01' }, { from: '2004-01-01' }] }),
        ],
      },
    ],
  })
})
