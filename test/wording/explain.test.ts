import { describe, expect, test } from 'vitest'
import { checkedDay } from '../../src/rulebook/span.ts'
import { explain, explainable, pathsNamed } from '../../src/wording/explain.ts'
import { criterionFile, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook({
  'options/aid/present.yaml': criterionFile('present', 'any: [{ until: 2010-01-01, fact: here }, { from: 2010-01-01, fact: grave }]'),
})
const textOf = (id: string, day: string): string =>
  (explain(id, { rulebook, asOf: checkedDay(day) }) ?? []).flatMap(({ heading, lines }) => [heading, ...lines.map(({ text }) => text)]).join('\n')

test('everything with a name can be explained', () => {
  expect(explainable(rulebook)).toEqual(expect.arrayContaining(['aid', 'aid/present', 'hurt', 'here', 'act', 'hello']))
  expect(explainable(rulebook).filter((id) => textOf(id, '2020-06-15') === '')).toEqual([])
})

test('what has no name in the rulebook cannot', () => {
  expect(explain('constructor', { rulebook, asOf: checkedDay('2020-06-15') })).toBeUndefined()
})

describe('a criterion is explained as it is law on the day', () => {
  test.each([
    ['2009-12-31', 'here: yes', 'grave: yes'],
    ['2010-01-01', 'grave: yes', 'here: yes'],
  ])('%s', (day, said, unsaid) => {
    const text = textOf('aid/present', day)
    expect(text).toContain(said)
    expect(text).toContain('Act § 2')
    expect(text.split('\n').filter((line) => line.includes(unsaid) && !/begins|ends/.test(line))).toEqual([])
  })
})

test('a name that two criteria have is given with its option', () => {
  const two = smallRulebook({
    'options/also/option.yaml': 'id: also\ntitle: Also\ntext: A.\ncite: [{ source: act, at: "9" }]\ntag: V\ncriteria: { criterion: present }\n',
    'options/also/present.yaml': criterionFile('present', 'fact: here'),
  })
  expect(pathsNamed('present', two).toSorted()).toEqual(['aid/present', 'also/present'])
})
