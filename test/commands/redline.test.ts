import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'

interface ExampleJson {
  readonly before: string
  readonly after: string
  readonly facts: Readonly<Record<string, unknown>>
}
interface FoundJson {
  readonly who: string
  readonly example?: ExampleJson
}
interface RedlineJson {
  readonly changes: readonly { readonly day: string; readonly kind: string; readonly path: string; readonly acts: readonly string[] }[]
  readonly helped: FoundJson
  readonly hurt: FoundJson
  readonly fixtures: { readonly cases: number; readonly flips: readonly unknown[] }
}
interface CriterionJson {
  readonly id: string
  readonly status: string
  readonly criteria: readonly CriterionJson[]
}
interface DeterminationJson {
  readonly options: readonly { readonly id: string; readonly outcome: string; readonly criteria: readonly CriterionJson[] }[]
  readonly definitions: readonly { readonly id: string; readonly status: string }[]
}

const none = folderWith({})
const made = new Map<string, RedlineJson>()

/** The redline of the real rulebook, without its fixtures; made once. */
const redline = (id: string, from: string, to: string): RedlineJson => {
  const key = `${id} ${from} ${to}`
  const known = made.get(key)
  if (known) return known
  const { code, out, err } = tvpa(['redline', id, '--from', from, '--to', to, '--format', 'json', '--fixtures', none])
  expect([code, err]).toEqual([1, ''])
  const found = JSON.parse(out) as RedlineJson
  made.set(key, found)
  return found
}

const below = (criteria: readonly CriterionJson[]): CriterionJson[] => criteria.flatMap((one) => [one, ...below(one.criteria)])

/** What the program says of facts on a day, of an option, a definition or a criterion of an option. */
const evaluated = (id: string, facts: ExampleJson['facts'], day: string): string => {
  const folder = folderWith({ 'case.json': JSON.stringify({ facts }) })
  const { code, out } = tvpa(['evaluate', join(folder, 'case.json'), '--as-of', day, '--format', 'json', '--no-reasons'])
  expect(code).toBe(0)
  const { options, definitions } = JSON.parse(out) as DeterminationJson
  const [owner = '', criterion] = id.split('/')
  const option = options.find((one) => one.id === owner)
  if (criterion !== undefined) return below(option?.criteria ?? []).find((one) => one.id === criterion)?.status ?? 'absent'
  return option?.outcome ?? definitions.find((one) => one.id === owner)?.status ?? 'absent'
}

describe('the examples of a redline are confirmed by evaluating them on both days', () => {
  test.each([
    ['t-status', '2002-06-01', '2026-11-21', ['appears-not-to-qualify', 'may-qualify'], ['may-qualify', 'appears-not-to-qualify']],
    ['t-status/cooperation', '2003-12-18', '2003-12-19', ['not-met', 'met'], ['met', 'not-met']],
    ['t-status', '2000-06-01', '2026-11-21', ['not-in-force', 'may-qualify'], undefined],
    ['u-status', '2002-06-01', '2026-11-21', ['appears-not-to-qualify', 'cannot-tell-yet'], ['depends-on-others', 'appears-not-to-qualify']],
    ['continued-presence', '2002-06-01', '2026-11-21', ['appears-not-to-qualify', 'may-qualify'], undefined],
    ['severe-form-of-trafficking', '2002-06-01', '2026-11-21', ['not-met', 'met'], undefined],
  ])('%s, %s and %s', (id, from, to, helped, hurt) => {
    const found = redline(id, from, to)
    const both = ({ example }: FoundJson): unknown => example && [example.before, example.after]
    expect([both(found.helped), both(found.hurt)]).toEqual([helped, hurt])
    for (const { example } of [found.helped, found.hurt])
      if (example) expect([evaluated(id, example.facts, from), evaluated(id, example.facts, to)]).toEqual([example.before, example.after])
  })
})

test('the day on which the age rose from 15 to 18 helps a person of sixteen who was never in touch with officers', () => {
  expect(redline('t-status/cooperation', '2003-12-18', '2003-12-19').helped.example?.facts).toMatchObject({
    'age-now': { 'at-least': 15, under: 18 },
    'age-at-victimization': { 'at-least': 15, under: 18 },
  })
})

// t-status.md, sections 0 and 12: every act from the first T rule to today, with what the rulebook says of it
const ACTS: readonly (readonly [string, string])[] = [
  ['2003-12-19', 'Pub. L. 108-193'],
  ['2006-01-05', 'Pub. L. 109-162'],
  ['2008-12-23', 'Pub. L. 110-457'],
  ['2009-11-28', 'Pub. L. 110-229'],
  ['2013-03-07', 'Pub. L. 113-4'],
  ['2015-05-29', 'Pub. L. 114-22'],
  ['2017-01-18', '81 FR 92266'],
  ['2019-01-09', 'TVPA (Pub. L. 106-386, div. A) § 103(11)'],
  ['2021-10-20', 'USCIS Policy Manual vol. 3, pt. B'],
  ['2024-08-28', '89 FR 34864'],
  ['2025-01-31', 'ICE Directive 11005.4'],
  ['2025-07-04', 'Pub. L. 119-21'],
  ['2025-12-02', 'USCIS PM-602-0192'],
  ['2026-01-23', 'Pub. L. 119-73'],
  ['2026-06-12', 'Dorcas'],
]

// days of the timeline on which the rulebook has nothing to say of T: who decides, family, fees, forms, adjustment, memos without a new rule
const SILENT = [
  ...['2003-01-31', '2003-02-28', '2003-03-01', '2003-06-26', '2006-01-10', '2006-08-12', '2007-07-30', '2009-01-12', '2010-07-21', '2015-04-15'],
  ...['2016-10-04', '2020-08-03', '2021-06-21', '2022-12-23', '2023-09-12', '2024-04-01', '2024-10-23', '2025-01-14'],
]

describe('the redline of T from its first rule to today names the acts of the timeline', () => {
  const { changes } = redline('t-status', '2002-06-01', '2026-11-21')

  test.each(ACTS)('%s %s', (day, act) => {
    const named = changes.filter((change) => change.day === day).flatMap(({ acts }) => acts)
    expect(named.filter((text) => text.startsWith(act))).not.toEqual([])
  })

  test.each(SILENT)('%s changes no text and no rule', (day) => {
    expect(changes.filter((change) => change.day === day)).toEqual([])
  })

  test('no other day is named but those of the rulebook alone', () => {
    const known = new Set([...ACTS.map(([day]) => day), ...SILENT])
    // a stricter practice, the copy of the rule that was read, a memo on court papers, a class action
    expect([...new Set(changes.map(({ day }) => day))].filter((day) => !known.has(day))).toEqual(['2018-01-01', '2025-01-28', '2025-02-28', '2025-10-14'])
  })

  test('every change of rule names its act, but for two where only the name of the deciding body changes', () => {
    expect(changes.filter(({ kind, acts }) => kind === 'rule' && acts.length === 0).map(({ day, path }) => `${day} ${path}`)).toEqual([
      '2006-01-05 t-status/waiver-t',
      '2006-01-05 t-status/waiver-general',
    ])
  })
})

test('the fixtures beside the rulebook are looked at when none are named', () => {
  const { out } = tvpa(['redline', 't-status/cooperation', '--from', '2003-12-18', '--to', '2003-12-19', '--format', 'json'])
  expect((JSON.parse(out) as RedlineJson).fixtures.flips).toContainEqual({
    name: 'someone just fifteen was not spared in June 2003',
    file: 'fixtures/archive/inventory-tests.yaml',
    line: 92,
    before: 'not-met',
    after: 'met',
  })
})

const sound = ['--rules', 'test/support/sound']

test('where nothing changes nobody is treated differently, and the code is 0', () => {
  const { code, out, err } = tvpa([...sound, 'redline', 'hurt', '--from', '2010-01-01', '--to', '2020-01-01'])
  expect({ code, err, out }).toEqual({
    code: 0,
    err: '',
    out: [
      'Hurt (hurt)                                                    law of 2010-01-01 → law of 2020-01-01',
      '0 changes · nobody is treated differently',
      '',
      'WHO IS HELPED',
      '  Nobody.',
      '',
      'WHO IS HURT',
      '  Nobody.',
      '',
      'HOW THE DAYS ARE COMPARED',
      '  Both days are asked about the same recorded facts. Ages are as told. A filing date that nobody',
      '  told is the day itself. Nothing in an example lies after 2010-01-01. What public bodies have still',
      '  to do stays open.',
      '',
      'Not a decision.',
      '',
    ].join('\n'),
  })
})

test('fixtures that are named are looked at under both laws', () => {
  const folder = folderWith({})
  mkdirSync(join(folder, 'options', 'aid'), { recursive: true })
  writeFileSync(
    join(folder, 'options', 'aid', 'present.yaml'),
    'base: { here: true, harms: [burn] }\nexamples:\n  - { name: helped, from: here, as-of: 2020-01-01, expect: { aid: may-qualify } }\n',
  )
  const { code, out } = tvpa([...sound, 'redline', 'aid', '--from', '1999-01-01', '--to', '2020-01-01', '--fixtures', folder, '--format', 'json'])
  expect([code, (JSON.parse(out) as RedlineJson).fixtures]).toEqual([
    1,
    {
      cases: 1,
      flips: [{ name: 'helped', file: join(folder, 'options', 'aid', 'present.yaml'), line: 3, before: 'not-in-force', after: 'may-qualify' }],
    },
  ])
})

describe('what cannot be compared is told', () => {
  const days = ['--from', '2010-01-01', '--to', '2020-01-01']
  test.each<[string[], string]>([
    [['aids', ...days], 'no option, criterion or definition is called `aids`; did you mean `aid`?\n'],
    [['aid', '--from', '2020-01-01', '--to', '2020-01-01'], '--from 2020-01-01 has to lie before --to 2020-01-01\n'],
    [['aid', '--from', '2020-02-30'], '--from: expected a day such as 2026-11-21, found `2020-02-30`\n'],
    [['aid', '--from', '2020-02-01', '--to', 'now'], '--to: expected a day such as 2026-11-21, found `now`\n'],
    [['aid', ...days, '--fixtures', 'nowhere'], 'nowhere\ncannot be read: there is no such file or folder\n'],
  ])('%j', (args, err) => {
    expect(tvpa([...sound, 'redline', ...args])).toEqual({ code: 2, out: '', err })
  })

  test('a criterion that stands in several rules has to be named with its rule', () => {
    const { code, err } = tvpa(['redline', 'noncitizen', ...days])
    expect([code, err]).toEqual([
      2,
      'several criteria are called `noncitizen`: t-status/noncitizen, u-status/noncitizen, continued-presence/noncitizen, s-status/noncitizen, hhs-eligibility-child/noncitizen\n',
    ])
  })
})
