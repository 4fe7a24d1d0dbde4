import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import type { Case } from '../../src/assessment/case.ts'
import { criteriaById } from '../../src/assessment/difference.ts'
import type { OptionTimeline } from '../../src/assessment/timeline.ts'
import { timeline } from '../../src/assessment/timeline.ts'
import { formatDay } from '../../src/logic/day.ts'
import { changeDays } from '../../src/rulebook/change-days.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { aCase } from '../support/random-facts.ts'
import { caseWith, criterionFile, realRulebook, rulebookOf, textOf } from '../support/rules.ts'

const period = { from: checkedDay('2000-01-01'), until: checkedDay('2021-01-01') }

/** The first option of a small rulebook through time: each span with what changed in short. */
const spans = (rulebook: Rulebook, facts: Readonly<Record<string, unknown>>, more: { criteria?: boolean } = {}): unknown[] => {
  const [option] = timeline(rulebook, caseWith(facts, rulebook), { ...period, ...more }).options
  return (option?.spans ?? []).map(({ from, until, outcome, changed }) => [
    `${from} ${until} ${outcome}`,
    ...(changed?.law ? [`law: ${changed.law.map(({ text }) => text).join('; ')}`] : []),
    ...(changed?.moved.facts ?? []).map(({ fact, before, after }) => `${fact}: ${before} > ${after}`),
    ...(changed?.moved.contradictions.ended ?? []).map((group) => `now possible: ${group.join(', ')}`),
    ...(changed?.moved.contradictions.begun ?? []).map((group) => `not possible: ${group.join(', ')}`),
  ])
}

describe('an outcome changes on the very day', () => {
  test.each<[string, string, Record<string, unknown>, unknown[]]>([
    ['nothing changes', 'fact: here', { here: true }, [['2000-01-01 2021-01-01 may-qualify']]],
    [
      'on a birthday, when the limit of the age is reached',
      'fact: age\nunder: 18',
      { born: '1990-05-06' },
      [['2000-01-01 2008-05-06 may-qualify'], ['2008-05-06 2021-01-01 appears-not-to-qualify', 'age: 17 > 18']],
    ],
    [
      'for someone born on 29 February, on 1 March of a common year',
      'fact: age\nunder: 17',
      { born: '1988-02-29' },
      [['2000-01-01 2005-03-01 may-qualify'], ['2005-03-01 2021-01-01 appears-not-to-qualify', 'age: 16 > 17']],
    ],
    [
      'for someone born in a year, on its first and after its last day',
      'fact: age\nunder: 18',
      { born: '1990' },
      [
        ['2000-01-01 2008-01-01 may-qualify'],
        ['2008-01-01 2008-12-31 cannot-tell-yet', 'age: 17 > 17 to 18'],
        ['2008-12-31 2021-01-01 appears-not-to-qualify', 'age: 17 to 18 > 18'],
      ],
    ],
    [
      'when an open end of a date passes a limit',
      'fact: began\nbefore: 2010-01-01',
      { began: '2004/..' },
      [['2000-01-01 2010-01-01 may-qualify'], ['2010-01-01 2021-01-01 cannot-tell-yet', 'began: 2004-01-01/2009-12-31 > 2004-01-01/2010-01-01']],
    ],
    [
      'when a day counted from another is reached',
      'fact: began\nbefore: { day-of: born, plus-years: 20, short-month: next-day }',
      { born: '1988-02-29', began: '2000/..' },
      [['2000-01-01 2008-02-29 may-qualify'], ['2008-02-29 2021-01-01 cannot-tell-yet', 'began: 2000-01-01/2008-02-28 > 2000-01-01/2008-02-29']],
    ],
    [
      'when answers come to contradict each other',
      'fact: age\nunder: 18',
      { born: '1990-05-06', age: { under: 12 } },
      [['2000-01-01 2002-05-06 may-qualify'], ['2002-05-06 2021-01-01 cannot-tell-yet', 'not possible: age, born']],
    ],
  ])('%s', (_, form, facts, told) => {
    expect(spans(rulebookOf(form), facts)).toEqual(told)
  })

  test('when the law changes, with what begins; a case that it treats alike has no new span', () => {
    const rulebook = rulebookOf('any: [{ until: 2005-06-01, fact: here }, { from: 2005-06-01, fact: secret }]', {
      'options/aid/root.yaml': criterionFile('root', 'any: [{ until: 2005-06-01, fact: here }, { from: 2005-06-01, fact: secret }]').replace(
        'at: "2" }',
        'at: "2" }, { source: act, at: "3", from: 2005-06-01 }',
      ),
    })
    expect(spans(rulebook, { here: true, secret: false })).toEqual([
      ['2000-01-01 2005-06-01 may-qualify'],
      ['2005-06-01 2021-01-01 appears-not-to-qualify', 'law: Act § 3'],
    ])
    expect(spans(rulebook, { here: true, secret: true })).toEqual([['2000-01-01 2021-01-01 may-qualify']])
  })

  test('when a fact comes to apply only under a condition', () => {
    const rulebook = rulebookOf('fact: paid', {
      'facts/person.yaml': textOf('test/support/sound/facts/person.yaml').replace(
        'only-if: { fact: work, one-of: [farm, shop] }',
        'only-if: { any: [{ until: 2005-06-01, fact: work, one-of: [farm, shop] }, { from: 2005-06-01, fact: work, is: shop }] }',
      ),
    })
    expect(spans(rulebook, { work: 'farm' })).toEqual([['2000-01-01 2005-06-01 cannot-tell-yet'], ['2005-06-01 2021-01-01 appears-not-to-qualify', 'law: ']])
  })
})

describe('what a timeline covers', () => {
  const rulebook = rulebookOf(
    'any: [{ fact: here }, { id: inner, title: Inner, from: 2005-06-01, text: T, decided-by: facts, cite: [{ source: act, at: "3" }], fact: secret }]',
  )
  const person = caseWith({}, rulebook, { case: 'x' })

  test('days before the first and after the review are warned of', () => {
    const { warnings, from, until } = timeline(rulebook, person, { from: checkedDay('1999-12-31'), until: checkedDay('2021-01-02') })
    expect([warnings, from, until]).toEqual([['Reviewed through 2020-12-31.', 'Begins on 2000-01-01.'], '1999-12-31', '2021-01-02'])
    expect(timeline(rulebook, person, period).warnings).toEqual([])
  })

  test('an option that is not asked for is left out, and one is not law before its first day', () => {
    expect(timeline(rulebook, person, { ...period, options: [] }).options).toEqual([])
    expect(spans(rulebook, {}, { criteria: true })).toEqual([['2000-01-01 2005-06-01 cannot-tell-yet'], ['2005-06-01 2021-01-01 cannot-tell-yet', 'law: ']])
    expect(spans(rulebook, {})).toEqual([['2000-01-01 2021-01-01 cannot-tell-yet']])
  })

  test('where the whole option begins, its own law is named', () => {
    const early = timeline(rulebook, person, { from: checkedDay('1999-12-31'), until: checkedDay('2000-01-02') })
    expect(early.options[0]?.spans.map(({ outcome, changed }) => [outcome, changed?.law?.map(({ text }) => text)])).toEqual([
      ['not-in-force', undefined],
      ['cannot-tell-yet', ['Act § 2']],
    ])
  })
})

describe('on the real law a timeline says of every day what an assessment of that day says', () => {
  const rulebook = realRulebook()
  const [from, until] = [checkedDay('1994-09-13'), checkedDay('2026-11-22')]
  const sample = Array.from({ length: 8 }, (_, index) => from + ((index * 7919 + 1311) % (until - from)))
  const seen: Record<string, number> = {}

  test('on days of change, on the days before them, and on others', () => {
    fc.assert(
      fc.property(aCase(rulebook, 40), (person) => {
        const line = timeline(rulebook, person, { from, until, criteria: true })
        const edges = line.options.flatMap(({ spans: all }) => all.map((span) => checkedDay(span.from)))
        const all = [...new Set([...edges, ...edges.map((day) => day - 1), ...changeDays(rulebook)])].filter((day) => from <= day && day < until)
        const days = [...sample, ...all.filter((_, index) => index % Math.ceil(all.length / 16) === 0)]
        const first = assessedOn(rulebook, person, from)
        for (const day of days) expect([formatDay(day), toldOn(line.options, first, day)]).toEqual([formatDay(day), assessedOn(rulebook, person, day)])
        for (const { outcome } of line.options.flatMap((option) => option.spans)) seen[outcome] = (seen[outcome] ?? 0) + 1
      }),
      { seed: 20261121, numRuns: 4 },
    )
    expect(Object.keys(seen).length).toBeGreaterThanOrEqual(3)
  }, 120_000)
})

type States = readonly (readonly [option: string, outcome: string | undefined, criteria: readonly (readonly [string, string])[]])[]

/** Every outcome and status on a day, as an assessment of that day says them. */
const assessedOn = (rulebook: Rulebook, person: Case, day: number): States =>
  assess(rulebook, person, { asOf: day, reasons: false }).determination.options.map(({ id, outcome, criteria }) => [
    id,
    outcome,
    [...criteriaById(criteria)].map(([criterion, { status, moot }]) => [criterion, `${status} ${String(moot)}`] as const).toSorted(byName),
  ])

/** The same, from what was so on the first day and everything that changed since. */
const toldOn = (options: readonly OptionTimeline[], first: States, day: number): States =>
  options.map(({ id, spans: all }) => {
    const past = all.filter((span) => checkedDay(span.from) <= day)
    const states = new Map(first.find(([option]) => option === id)?.[2])
    for (const one of past.flatMap(({ changed }) => changed?.criteria ?? [])) {
      if (one.after) states.set(one.id, `${one.after.status} ${String(one.after.moot)}`)
      else states.delete(one.id)
    }
    return [id, past.at(-1)?.outcome, [...states].toSorted(byName)]
  })

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1)
