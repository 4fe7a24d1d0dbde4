import { describe, expect, test } from 'vitest'
import { firstOption, realRulebook, rulebookOf, assessed } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

describe('missing are the facts that can be found out and can still change the outcome', () => {
  test.each<[string, string, Facts, string[]]>([
    ['nothing said', 'all: [{ fact: here }, { fact: work, is: farm }]', {}, ['here', 'work']],
    ['one said', 'all: [{ fact: here }, { fact: work, is: farm }]', { here: true }, ['work']],
    ['settled by what was said', 'all: [{ fact: here }, { fact: work, is: farm }]', { here: false }, []],
    ['met by another way', 'any: [{ fact: here }, { fact: work, is: farm }]', { here: true }, []],
    [
      'a branch that is settled asks nothing more',
      'all: [{ fact: here }, { any: [{ fact: work, is: farm }, { fact: harms, has: any }] }]',
      { harms: ['burn'] },
      ['here'],
    ],
    ['a part of an answer leaves the rest missing', 'all: [{ fact: harms, has: [burn] }]', { harms: { yes: ['cut'] } }, ['harms']],
    ['a part of an answer can be enough', 'all: [{ fact: age, under: 21 }, { fact: here }]', { age: { under: 18 } }, ['here']],
    ['of a date its year can be missing', 'all: [{ fact: began, before: 2010-06-01 }]', { began: '2010' }, ['began']],
    ['both dates of a pair', 'all: [{ fact: began, before: filed }]', { filed: 'unknown' }, ['began', 'filed']],
    ['only the date that is not known', 'all: [{ fact: began, before: filed }]', { filed: '2019-05-04' }, ['began']],
    ['only the other date, where that one is not known', 'all: [{ fact: began, before: filed }]', { began: '2010-05-04', filed: 'unknown' }, ['filed']],
    [
      'the day of an act, where only that is not known',
      'all: [{ fact: filed, before: { day-of: paper, plus-months: 6 } }]',
      { paper: 'done', filed: '2019-05-04' },
      ['paper'],
    ],
    ['an assumed day is not missing', 'all: [{ fact: filed, before: 2010-01-01 }, { fact: here }]', {}, []],
    ['declined facts stay in it', 'all: [{ fact: here }]', { here: 'declined' }, ['here']],
    ['a fact that does not apply is not missing', 'any: [{ fact: paid }, { fact: here }]', { work: 'none' }, ['here']],
    ['a judgment is never missing', 'all: [{ fact: grave }, { fact: here }]', {}, ['here']],
    ['what a lawyer records is never missing', 'all: [{ not: { fact: secret } }, { fact: here }]', {}, ['here']],
    ['the decision of a public body is never missing', 'all: [{ fact: agrees }, { fact: count, under: 5 }, { fact: here }]', {}, ['here']],
    ['whether an act was done can be found out', 'all: [{ act: paper }]', {}, ['paper']],
    ['an act that was asked for is waited for', 'all: [{ act: paper }]', { paper: 'asked' }, []],
    [
      'the day of an act that was done',
      'all: [{ fact: filed, before: { day-of: paper, plus-months: 6 } }]',
      { paper: 'done', filed: '2019' },
      ['paper', 'filed'],
    ],
  ])('%s', (_, form, facts, missing) => {
    expect(firstOption(rulebookOf(form), facts).missing.toSorted()).toEqual(missing.toSorted())
  })

  test('what a single answer could settle comes first, then what decides more often, then the order of asking', () => {
    const form = 'all: [{ any: [{ fact: here }, { fact: work, is: farm }] }, { fact: harms, has: [burn] }]'
    expect(firstOption(rulebookOf(form), {}).missing).toEqual(['harms', 'here', 'work'])
  })

  test('declined facts are repeated in a list of their own while they matter', () => {
    const rulebook = rulebookOf('all: [{ fact: here }, { fact: work, is: farm }]')
    expect(firstOption(rulebook, { here: 'declined' })).toMatchObject({ missing: ['here', 'work'], declined: ['here'] })
    expect(firstOption(rulebook, { here: 'declined', work: 'shop' })).toMatchObject({ missing: [], declined: [] })
    expect(firstOption(rulebook, { here: 'unknown' })).toMatchObject({ missing: ['here', 'work'], declined: [] })
  })
})

describe('awaited are the assessments and acts on which the outcome hangs: who has to take which step', () => {
  const doctor = {
    criterion: 'root',
    who: 'professional',
    what: 'Ask a doctor.',
    fact: 'grave',
    factors: { present: [], absent: [], open: ['burn', 'cut', 'other'] },
  }
  const office = { criterion: 'root', who: 'dhs-uscis', what: 'Ask the office whether it agrees.', fact: 'agrees' }
  const paper = { criterion: 'root', who: 'certifying-agency', what: 'Ask the office for the paper.', fact: 'paper' }
  const lawyer = { criterion: 'root', who: 'attorney', what: 'Is there a secret?', fact: 'secret' }

  test.each<[string, string, Facts, unknown[]]>([
    ['a judgment, with its factors', 'all: [{ fact: grave }]', {}, [doctor]],
    [
      'the factors as far as they were told',
      'all: [{ fact: grave }]',
      { harms: { yes: ['burn'], no: ['cut'] } },
      [{ ...doctor, factors: { present: ['burn'], absent: ['cut'], open: ['other'] } }],
    ],
    ['a decision of a public body', 'all: [{ fact: agrees }]', {}, [office]],
    ['an act not asked for', 'all: [{ act: paper }]', { paper: 'not-asked' }, [paper]],
    ['an act turned down, where it can be asked for again', 'all: [{ act: paper, again: true }]', { paper: 'refused' }, [paper]],
    ['what only a lawyer writes down', 'all: [{ bar: { fact: secret } }]', {}, [lawyer]],
    [
      'what no fact stands for',
      'all: [{ await: { who: attorney-general, what: issue a form } }]',
      {},
      [{ criterion: 'root', who: 'attorney-general', what: 'issue a form' }],
    ],
    ['each once', 'any: [{ all: [{ fact: grave }, { fact: agrees }] }, { all: [{ fact: grave }, { fact: secret }] }]', {}, [doctor, office, lawyer]],
    ['beside facts that are missing', 'all: [{ fact: grave }, { fact: here }]', {}, [doctor]],
    ['none that the answers have made moot', 'any: [{ all: [{ fact: grave }, { fact: here }] }, { fact: agrees }]', { here: false }, [office]],
    ['none once settled', 'all: [{ fact: grave }, { fact: here }]', { here: false }, []],
    ['none once recorded', 'all: [{ fact: grave }]', { grave: true }, []],
  ])('%s', (_, form, facts, awaits) => {
    expect(firstOption(rulebookOf(form), facts).awaits).toEqual(awaits)
  })

  test('a step belongs to the innermost criterion it stands in', () => {
    const inner = (id: string, form: string): string =>
      `{ id: ${id}, title: ${id}, text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, ${form} }`
    const rulebook = rulebookOf(`all:\n  - ${inner('outer', `any: [${inner('inner', 'fact: grave')}, { fact: agrees }]`)}`)
    expect(firstOption(rulebook, {}).awaits.map(({ criterion, fact }) => [criterion, fact])).toEqual([
      ['inner', 'grave'],
      ['outer', 'agrees'],
    ])
  })

  test('a reading of the law is for the attorney, whatever the rulebook calls it', () => {
    const awaits = assessed(
      realRulebook(),
      { 'age-now': 20, 'age-at-victimization': 14, 'agencies-contacted': [], 'help-requested-by': [] },
      '2003-01-01',
    ).determination.options.flatMap((option) => option.awaits)
    const readings = awaits.filter(({ fact }) => fact?.startsWith('reading-') === true)
    expect([...new Set(readings.map(({ who }) => who))]).toEqual(['attorney'])
  })
})
