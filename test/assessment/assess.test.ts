import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/assessment/assess.ts'
import { assess } from '../../src/assessment/assess.ts'
import type { Determination } from '../../src/assessment/determination.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { extendedRulebook } from '../support/extended.ts'
import { assessed, caseWith, smallRulebook } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

const determined = (facts: Facts, asOf?: string, changed: Readonly<Record<string, string>> = {}): Determination =>
  assessed(smallRulebook(changed), facts, asOf).determination

describe('the head of a determination says which case, which day and which rules', () => {
  test('of the small rulebook', () => {
    const rulebook = smallRulebook()
    const { determination } = assess(rulebook, caseWith({}, rulebook, { case: '2026-0012' }), { asOf: checkedDay('2020-06-15') })
    expect(determination).toMatchObject({
      case: '2026-0012',
      'as-of': '2020-06-15',
      rulebook: { version: '0.0.1', digest: rulebook.digest, 'reviewed-through': '2020-12-31' },
      notice: 'Not a decision.',
    })
  })
})

describe('a day beyond the review, before the first day, or other than the case asks for is warned of', () => {
  test.each<[string, string[]]>([
    ['2020-12-31', []],
    ['2021-01-01', ['Reviewed through 2020-12-31.']],
    ['2000-01-01', []],
    ['1999-12-31', ['Begins on 2000-01-01.']],
  ])('%s: %j', (day, warnings) => {
    expect(determined({}, day).warnings.map(({ text }) => text)).toEqual(warnings)
  })

  test.each<[string | undefined, boolean, string[]]>([
    ['2010-01-01', true, ['The case asks for 2010-01-01.']],
    ['2020-06-15', true, []],
    [undefined, true, []],
    ['2010-01-01', false, []],
  ])('the case asks for %s, the day comes from outside: %s', (own, asOfOverrides, warnings) => {
    const rulebook = smallRulebook()
    const person = caseWith({}, rulebook, own === undefined ? {} : { 'as-of': own })
    expect(assess(rulebook, person, { asOf: checkedDay('2020-06-15'), asOfOverrides }).determination.warnings.map(({ text }) => text)).toEqual(warnings)
  })
})

test('a contradiction is warned of with its facts, and no outcome rests on it', () => {
  const { warnings, options } = determined({ here: true, harms: ['burn'], work: 'none', paid: true })
  expect(warnings).toEqual([{ text: 'These cannot all be so: paid, work.', facts: ['paid', 'work'] }])
  expect(options[0]?.outcome).toBe('may-qualify')
})

test('an option whose answers contradict each other cannot be told', () => {
  const form = {
    'options/aid/present.yaml':
      'id: present\ntitle: P\ntext: P.\ndecided-by: facts\ncite: [{ source: act, at: "2" }]\ntag: V\nany: [{ fact: age, under: 18 }, { fact: age-then, under: 18 }]\n',
  }
  expect(determined({ harms: ['burn'], age: 16, 'age-then': 17 }, undefined, form).options[0]?.outcome).toBe('cannot-tell-yet')
})

describe('warnings and history of an option are shown on their days, and while what they hang on is so', () => {
  const option = (more: string): Record<string, string> => ({
    'options/aid/option.yaml': `id: aid\ntitle: Aid\nfrom: 2005-01-01\ntext: Help.\ncite: [{ source: act, at: "2" }]\ntag: V\n${more}\ncriteria: { all: [{ criterion: present }, { criterion: harmed }] }\n`,
  })
  const shown = (more: string, facts: Facts, day: string): string[] =>
    determined(facts, day, option(more))
      .warnings.filter((warning) => warning.option === 'aid')
      .map(({ text }) => text)

  test.each<[string, string, Facts, string, string[]]>([
    ['on its days', 'warnings: [{ from: 2006-01-01, until: 2008-01-01, text: W. }]', {}, '2007-01-01', ['W.']],
    ['not on others', 'warnings: [{ from: 2006-01-01, until: 2008-01-01, text: W. }]', {}, '2008-01-01', []],
    ['not while the option is not law', 'warnings: [{ text: W. }]', {}, '2004-12-31', []],
    ['history also while it is not law', 'history: [{ until: 2005-01-01, text: H. }]', {}, '2004-12-31', ['H.']],
    ['history not beyond its span', 'history: [{ until: 2005-01-01, text: H. }]', {}, '2005-01-01', []],
    ['when known', 'warnings: [{ text: W., known: { fact: here } }]', { here: true }, '2010-01-01', ['W.']],
    ['not when not known', 'warnings: [{ text: W., known: { fact: here } }]', {}, '2010-01-01', []],
    ['while possible', 'warnings: [{ text: W., possible: { fact: here } }]', {}, '2010-01-01', ['W.']],
  ])('%s', (_, more, facts, day, expected) => {
    expect(shown(more, facts, day)).toEqual(expected)
  })
})

describe('a day worth watching is counted from what is known, and shown until it has passed', () => {
  const dates = (facts: Facts, asOf?: string): string[] => determined(facts, asOf)['key-dates'].map(({ date }) => date)

  test.each<[Facts, string[]]>([
    [{ born: '2005-07-01' }, ['2023-07-01']],
    [{ born: '2004-02-29' }, ['2022-03-01']],
    [{ born: '2005' }, ['2023-01-01/2023-12-31']],
    [{ born: '2005-07' }, ['2023-07-01/2023-07-31']],
    [{ born: '2002-06-15' }, ['2020-06-15']],
    [{ born: '2002-06-14' }, []],
    [{ born: '2002' }, ['2020-01-01/2020-12-31']],
    [{ born: '1990' }, []],
    [{ born: 'unknown' }, []],
    [{}, []],
  ])('%j: %j', (facts, expected) => {
    expect(dates(facts)).toEqual(expected)
  })

  test('with its words and its law', () => {
    expect(determined({ born: '2005-07-01' })['key-dates']).toEqual([
      { date: '2023-07-01', what: 'turns 18', citations: [{ source: 'act', pinpoint: '3', text: 'Act § 3', url: 'https://law.example/act#3' }] },
    ])
  })
})

describe('options', () => {
  const two = {
    'options/also/option.yaml':
      'id: also\ntitle: Also\ntext: A.\ncite: [{ source: act, at: "9" }]\ntag: V\nraised-by: { fact: grave }\ncriteria: { fact: here }\n',
  }

  test('all are assessed, or only those asked for', () => {
    const rulebook = smallRulebook(two)
    const ids = (options?: string[]): string[] =>
      assess(rulebook, caseWith({}, rulebook), { asOf: checkedDay('2020-06-15'), options }).determination.options.map(({ id }) => id)
    expect([ids(), ids(['also']), ids(['also', 'aid'])]).toEqual([['aid', 'also'], ['also'], ['aid', 'also']])
  })

  test('one that nobody raised is quiet, and is assessed all the same', () => {
    const also = (facts: Facts): unknown => determined(facts, undefined, two).options.find(({ id }) => id === 'also')
    expect(also({ here: true })).toMatchObject({ outcome: 'may-qualify', quiet: true })
    expect(also({ here: true, grave: true })).not.toHaveProperty('quiet')
  })

  test('an assumed value is told only where a rule reads it', () => {
    expect(determined({}).assumptions).toEqual([])
    const filed = {
      'options/also/option.yaml': 'id: also\ntitle: Also\ntext: A.\ncite: [{ source: act, at: "9" }]\ntag: V\ncriteria: { fact: filed, before: 2030-01-01 }\n',
    }
    expect(determined({}, undefined, filed).assumptions).toEqual([{ fact: 'filed', value: '2020-06-15' }])
    expect(determined({ filed: '2019' }, undefined, filed).assumptions).toEqual([])
  })
})

test('lines, resources and definitions are shown in their order', () => {
  const { lines, resources, definitions } = determined({ harms: ['burn'] })
  expect({ lines, resources, definitions }).toEqual({
    lines: [{ id: 'hello', place: 'first', text: 'Take your time.', citations: [], tag: 'V' }],
    resources: [{ id: 'door', title: 'The door', contact: '555-0100' }],
    definitions: [{ id: 'hurt', title: 'Hurt', status: 'met', criteria: [] }],
  })
})

test('nothing given to an assessment is changed by it', () => {
  const rulebook = smallRulebook()
  const person = caseWith({ here: true, age: { under: 18 } }, rulebook)
  const before = [JSON.stringify(rulebook), JSON.stringify([...person.answers])]
  assess(rulebook, person, { asOf: checkedDay('2020-06-15') })
  expect([JSON.stringify(rulebook), JSON.stringify([...person.answers])]).toEqual(before)
})

test('the order in which facts are told does not matter', () => {
  const facts = { here: true, harms: { yes: ['burn'] }, age: { under: 18 }, born: '2005', work: 'none' }
  const reversed = Object.fromEntries(Object.entries(facts).toReversed())
  expect(JSON.stringify(determined(reversed))).toBe(JSON.stringify(determined(facts)))
})

test('reasons are told for all options, for core options only, or for none; what is missing is told for each', () => {
  const rulebook = extendedRulebook()
  const told = (reasons: Pick<Question, 'reasons'>): string[] =>
    assess(rulebook, caseWith({ here: false, work: 'farm' }, rulebook), { asOf: checkedDay('2020-06-15'), ...reasons })
      .determination.options.filter(({ id }) => ['aid', 'fund', 'wage'].includes(id))
      .map((option) => [option.id, ...option['rests-on'], '|', ...option.missing].join(' '))
  expect([told({}), told({ reasons: 'core' }), told({ reasons: false })]).toEqual([
    ['aid here |', 'fund here |', 'wage | paid harms'],
    ['aid here |', 'fund |', 'wage | paid harms'],
    ['aid |', 'fund |', 'wage | paid harms'],
  ])
})
