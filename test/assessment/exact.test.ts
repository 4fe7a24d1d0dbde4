import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/assessment/outcome.ts'
import { firstOption, rulebookOf } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

describe('an outcome is exact: it hangs only on what can still change it (semantics.md, sections 5 and 6)', () => {
  test.each<[string, string, Facts, Outcome, string[], string[]]>([
    ['either way it is met', 'any: [{ fact: here }, { not: { fact: here } }]', {}, 'may-qualify', [], []],
    ['neither way it is met', 'all: [{ fact: here }, { not: { fact: here } }]', {}, 'appears-not-to-qualify', [], []],
    ['the limits of an age overlap', 'any: [{ fact: age, under: 18 }, { fact: age, at-least: 15 }]', {}, 'may-qualify', [], []],
    ['under 15 is under 18', 'all: [{ fact: age, under: 15 }, { fact: age, at-least: 18 }]', {}, 'appears-not-to-qualify', [], []],
    ['a choice has one value', 'all: [{ fact: work, is: farm }, { fact: work, is: shop }]', {}, 'appears-not-to-qualify', [], []],
    [
      'one of the two that are left',
      'any: [{ fact: work, is: farm }, { fact: work, is: shop }]',
      { work: { 'one-of': ['farm', 'shop'] } },
      'may-qualify',
      [],
      [],
    ],
    ['older then than now is nobody', 'all: [{ fact: age, under: 18 }, { fact: age-then, at-least: 18 }]', {}, 'appears-not-to-qualify', [], []],
    ['paid without work is nobody', 'all: [{ fact: work, is: none }, { fact: paid }]', {}, 'appears-not-to-qualify', [], []],
    [
      'two texts on either side of a day',
      'any: [{ fact: filed, before: 2010-01-01 }, { fact: filed, on-or-after: 2010-01-01 }]',
      { filed: 'unknown' },
      'may-qualify',
      [],
      [],
    ],
    [
      'whatever the fact, only the assessment matters',
      'any: [{ all: [{ fact: here }, { fact: grave }] }, { all: [{ not: { fact: here } }, { fact: grave }] }]',
      {},
      'depends-on-others',
      [],
      ['grave'],
    ],
    [
      'whatever the assessment, only the fact matters',
      'any: [{ all: [{ fact: here }, { fact: grave }] }, { all: [{ fact: here }, { not: { fact: grave } }] }]',
      {},
      'cannot-tell-yet',
      ['here'],
      [],
    ],
    ['an act is done, or still to be asked for', 'any: [{ fact: paper, is: done }, { not: { fact: paper, is: done } }]', {}, 'may-qualify', [], []],
  ])('%s', (_, form, facts, outcome, missing, awaited) => {
    const option = firstOption(rulebookOf(form), facts)
    expect([option.outcome, option.missing, option.awaits.map(({ fact }) => fact)]).toEqual([outcome, missing, awaited])
  })

  test('the exact status of a criterion can be settled where none of its parts is', () => {
    const part = (id: string, form: string): string =>
      `{ id: ${id}, title: ${id}, text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, ${form} }`
    const rulebook = rulebookOf(`any: [${part('young', 'fact: age, under: 18')}, ${part('old', 'fact: age, at-least: 15')}]`)
    const [root] = firstOption(rulebook, {}).criteria
    expect([root?.status, root?.missing, root?.criteria.map(({ status, moot }) => [status, moot])]).toEqual([
      'met',
      [],
      [
        ['unknown', true],
        ['unknown', true],
      ],
    ])
  })
})
