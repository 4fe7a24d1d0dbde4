import { expect, test } from 'vitest'
import { lawBegun, textChanges } from '../../src/assessment/law-begun.ts'
import { formatDay } from '../../src/logic/day.ts'
import type { WholeOption } from '../../src/rulebook/option.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { criterionFile, rulebookOf } from '../support/rules.ts'

const cited = (id: string, at: string, from: string, form: string): string =>
  `  - { id: ${id}, title: T, text: T, decided-by: facts, cite: [{ source: act, at: "1" }, { source: act, at: "${at}", from: ${from} }], ${form} }`

const rulebook = rulebookOf('', {
  'options/aid/root.yaml': criterionFile(
    'root',
    [
      'all:',
      cited('one', '7', '2003-01-01', 'from: 2003-01-01, fact: here'),
      cited('two', '8', '2003-01-01', 'definition: hurt'),
      cited('three', '9', '2004-01-01', 'fact: age, under: { parameter: cap }'),
    ].join('\n'),
  ),
  'definitions/hurt.yaml':
    'id: hurt\ntitle: Hurt\ntext: T\ndecided-by: facts\ncite: [{ source: act, at: "5" }, { source: act, at: "6", from: 2003-01-01 }]\ntag: V\nfact: harms\nhas: any\n',
})

const option = ({ options }: Rulebook): WholeOption => {
  const [first] = options
  if (!first) throw new Error('no option')
  return first
}

const begun = (day: string, ...criteria: string[]): string[] => lawBegun(rulebook, option(rulebook), checkedDay(day), new Set(criteria)).map(({ text }) => text)

test('what begins on a day is named for the criteria that changed, with the terms they rest on', () => {
  expect(begun('2003-01-01', 'one')).toEqual(['Act § 7'])
  expect(begun('2003-01-01', 'two')).toEqual(['Act § 8', 'Act § 6'])
})

test('where none begins in them, what begins in all of the option is named', () => {
  expect(begun('2003-01-01', 'three')).toEqual(['Act § 7', 'Act § 8', 'Act § 6'])
  expect(begun('2005-01-01', 'three')).toEqual([])
})

test('the text of an option changes with its nodes and with parameters named in it, and with no others', () => {
  expect(textChanges(rulebook, option(rulebook)).map(formatDay)).toEqual(['2000-01-01', '2003-01-01', '2010-01-01'])
  const without = rulebookOf('fact: here')
  expect(textChanges(without, option(without)).map(formatDay)).toEqual(['2000-01-01'])
})
