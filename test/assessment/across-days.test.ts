import { expect, test } from 'vitest'
import { acrossDays } from '../../src/assessment/across-days.ts'
import { assess } from '../../src/assessment/assess.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, criterionFile, rulebookOf } from '../support/rules.ts'

const days = ['2001-01-01', '2010-01-01'].map(checkedDay)

const rulebook = rulebookOf('', {
  'options/aid/root.yaml': criterionFile(
    'root',
    [
      'all:',
      '  - { id: old, title: Old, until: 2005-01-01, text: T, decided-by: facts, cite: [{ source: act, at: "3" }], fact: here }',
      '  - { id: cited, title: Cited, text: T, decided-by: facts, cite: [{ source: act, at: "4", until: 2005-01-01 }, { source: act, at: "5", from: 2005-01-01 }], fact: here }',
      '  - { id: steady, title: Steady, text: T, decided-by: facts, cite: [{ source: act, at: "6" }], fact: here }',
      '  - { from: 2005-01-01, fact: secret }',
    ].join('\n'),
  ),
})

test('criteria whose status or law differs stand beside each other; the others are counted', () => {
  const { options } = acrossDays(rulebook, caseWith({ here: true, secret: false }, rulebook, { 'as-of': '2003-01-01' }), days)
  const told = options.map(({ outcomes, criteria, same }) => [
    outcomes,
    criteria.map(({ id, days: on }) => [id, on.map((one) => one && `${one.status} ${one.citations.map(({ text }) => text).join('; ')}`)]),
    same,
  ])
  expect(told).toEqual([
    [
      ['may-qualify', 'appears-not-to-qualify'],
      [
        ['root', ['met Act § 2', 'not-met Act § 2']],
        ['cited', ['met Act § 4', 'met Act § 5']],
        ['old', ['met Act § 3', null]],
      ],
      1,
    ],
  ])
})

test('each day is assessed as it would be alone, and the day of the case is noted', () => {
  const person = caseWith({ here: true }, rulebook, { 'as-of': '2001-01-01' })
  const { determinations } = acrossDays(rulebook, person, days)
  expect(determinations).toEqual(days.map((asOf) => assess(rulebook, person, { asOf, asOfOverrides: true, reasons: false }).determination))
  expect(determinations.map(({ warnings }) => warnings)).toEqual([[], [{ text: 'The case asks for 2001-01-01.' }]])
})

test('only the options asked for are shown', () => {
  expect(acrossDays(rulebook, caseWith({}, rulebook), days, []).options).toEqual([])
})
