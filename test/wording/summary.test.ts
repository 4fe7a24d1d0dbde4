import { describe, expect, test } from 'vitest'
import type { Determination } from '../../src/assessment/determination.ts'
import { citationLine, leftToAttorney, namedFacts, nextSteps, openFor, spokenOf, unverifiedPoints } from '../../src/wording/summary.ts'
import { assessed, firstOption, rulebookOf, smallRulebook } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>
const determined = (form: string, facts: Facts): Determination => assessed(rulebookOf(form), facts).determination
const steps = (form: string, facts: Facts): string[] => nextSteps(determined(form, facts), rulebookOf(form)).map(({ who, what }) => `${who}: ${what}`)

describe('the steps that are due are named once each, attorney first, agencies last', () => {
  test.each<[string, string, Facts, string[]]>([
    [
      'an assessment, then an agency',
      'all: [{ act: paper }, { fact: grave }]',
      { paper: 'asked' },
      ['attorney or clinician: Ask a doctor.', 'certifying agency: Ask the office for the paper.'],
    ],
    [
      'facts come first, and are found out gently',
      'all: [{ fact: here }, { fact: harms, has: any }, { fact: grave }]',
      {},
      ['caseworker: With the attorney, when it is safe: find out here and 1 more.'],
    ],
    ['what only a lawyer writes down is no step here', 'all: [{ fact: secret }]', {}, []],
    ['nothing once settled', 'all: [{ fact: here }]', { here: true }, []],
  ])('%s', (_, form, facts, expected) => {
    expect(steps(form, facts)).toEqual(expected)
  })
})

describe('what an option is still open for', () => {
  test.each<[string, Facts, string]>([
    ['all: [{ fact: here }]', {}, 'open: 1 fact'],
    ['all: [{ fact: here }, { fact: work, is: farm }]', {}, 'open: 2 facts'],
    [
      'all: [{ fact: here }, { fact: grave }, { fact: agrees }, { fact: secret }]',
      {},
      'open: 1 fact, assessments, steps of public bodies and points left to the attorney',
    ],
    ['all: [{ fact: secret }]', {}, 'open: points left to the attorney'],
    ['all: [{ fact: here }]', { here: true }, ''],
    ['all: [{ fact: here }]', { here: false }, ''],
  ])('%s with %j: %s', (form, facts, words) => {
    expect(openFor(firstOption(rulebookOf(form), facts), rulebookOf(form))).toBe(words)
  })
})

test('facts are named up to six; the rest is only counted', () => {
  expect([
    namedFacts([]),
    namedFacts([], 1),
    namedFacts(['a']),
    namedFacts(['a', 'b']),
    namedFacts(['a'], 3),
    namedFacts(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
  ]).toEqual(['', '1 fact not named on this page', 'a', 'a and b', 'a and 2 more', 'a, b, c, d, e, f and 1 more'])
})

test('points left to the attorney are counted over all options, each once', () => {
  const form = 'any: [{ fact: secret }, { all: [{ fact: here }, { not: { fact: secret } }] }]'
  expect(leftToAttorney(determined('all: [{ fact: secret }, { fact: grave }]', {}), rulebookOf(form))).toBe(1)
  expect(leftToAttorney(determined('all: [{ fact: grave }]', {}), rulebookOf(form))).toBe(0)
})

test('an option that nobody raised is not spoken of', () => {
  const rulebook = smallRulebook({
    'options/also/option.yaml':
      'id: also\ntitle: Also\ntext: A.\ncite: [{ source: act, at: "9" }]\ntag: V\nraised-by: { fact: grave }\ncriteria: { fact: here }\n',
  })
  expect(spokenOf(assessed(rulebook, {}).determination).map(({ id }) => id)).toEqual(['aid'])
})

test('unverified points are named where they carry the result, not where they no longer matter', () => {
  const part = (id: string, tag: string, form: string): string =>
    `{ id: ${id}, title: ${id}, text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: ${tag}, ${form} }`
  const form = `any: [${part('a', 'UNVERIFIED', 'fact: grave')}, ${part('b', 'V', 'fact: here')}]`
  expect([unverifiedPoints(determined(form, {})), unverifiedPoints(determined(form, { here: true }))]).toEqual([['a'], []])
})

describe('the law of a criterion in one line', () => {
  const rulebook = smallRulebook({ 'sources/rule.yaml': 'id: rule\ntitle: The Rule\nkind: regulation\ncite: "Rule {at}"\n' })
  const cite = (source: string, at: string, tag?: 'UNVERIFIED'): { source: string; pinpoint: string; text: string; tag?: 'UNVERIFIED' } => ({
    source,
    pinpoint: at,
    text: `${source === 'act' ? 'Act §' : 'Rule'} ${at}`,
    ...(tag ? { tag } : {}),
  })

  test.each([
    [[], ''],
    [[cite('act', '1')], 'Act § 1'],
    [[cite('act', '1'), cite('act', '2')], 'Act § 1; Act § 2'],
    [[cite('act', '1'), cite('act', '2'), cite('rule', '3')], 'Act § 1; Rule 3 (+1)'],
    [[cite('act', '1', 'UNVERIFIED')], 'Act § 1 [unverified]'],
  ])('%j: %s', (citations, line) => {
    expect(citationLine(citations, rulebook)).toBe(line)
  })
})
