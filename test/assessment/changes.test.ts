import { describe, expect, test } from 'vitest'
import type { OptionShown } from '../../src/assessment/determination.ts'
import { firstOption, rulebookOf } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

/** Each set in words, its parts in the order of their names. */
const plans = (option: OptionShown): string[] =>
  option['would-change'].map((set) =>
    set
      .map(({ fact, to }) => `${fact} ${JSON.stringify(to)}`)
      .toSorted()
      .join(' and '),
  )

describe('would-change names the smallest sets of assessments, acts and changeable facts that better the outcome', () => {
  test.each<[string, string, Facts, string[]]>([
    ['an assessment that nobody recorded', 'all: [{ fact: here }, { fact: grave }]', { here: true }, ['grave true']],
    ['an assessment recorded the other way', 'all: [{ fact: here }, { fact: grave }]', { here: true, grave: false }, ['grave true']],
    ['an act that can be asked for', 'all: [{ act: paper }]', { paper: 'not-asked' }, ['paper "done"']],
    ['an act that was turned down', 'all: [{ act: paper }]', { paper: 'refused' }, ['paper "done"']],
    ['a decision of a public body', 'all: [{ fact: agrees }]', {}, ['agrees true']],
    ['a bar that falls away', 'all: [{ bar: { fact: grave } }]', { grave: true }, ['grave false']],
    ['two together, where only both help', 'all: [{ fact: grave }, { fact: agrees }]', {}, ['agrees true and grave true']],
    ['either, where one is enough', 'any: [{ fact: grave }, { act: paper }]', { paper: 'asked' }, ['grave true', 'paper "done"']],
    ['nothing where it may be already', 'all: [{ fact: here }]', { here: true }, []],
    ['nothing where only the past would have to be another', 'all: [{ fact: here }, { fact: grave }]', { here: false }, []],
    ['nothing where a fact has to be found out first', 'all: [{ fact: here }, { fact: grave }]', {}, []],
    ['a way around what nobody knows', 'any: [{ fact: here }, { fact: grave }]', {}, ['grave true']],
    ['a way around what cannot be changed', 'any: [{ fact: here }, { fact: grave }]', { here: false, grave: false }, ['grave true']],
    ['nothing where a lawyer has to look first: a secret has no next step', 'all: [{ bar: { fact: secret } }]', { secret: true }, []],
  ])('%s', (_, form, facts, expected) => {
    expect(plans(firstOption(rulebookOf(form), facts)).toSorted()).toEqual(expected.toSorted())
  })

  test('the cheapest set comes first: few before many, a professional before a public body', () => {
    const form = 'any: [{ act: paper }, { fact: grave }, { all: [{ fact: agrees }, { act: paper }] }]'
    expect(plans(firstOption(rulebookOf(form), { paper: 'asked' }))).toEqual(['grave true', 'paper "done"'])
  })

  test('a way out of "appears not" counts also where the outcome then only hangs on others', () => {
    const form = 'all: [{ fact: grave }, { await: { who: court, what: say so } }]'
    expect(firstOption(rulebookOf(form), { grave: false })).toMatchObject({
      outcome: 'appears-not-to-qualify',
      'would-change': [[{ fact: 'grave', to: true }]],
    })
  })

  test('nothing where the option is not law', () => {
    expect(firstOption(rulebookOf('all: [{ fact: grave }]'), {}, '1999-12-31')).toMatchObject({ outcome: 'not-in-force', 'would-change': [] })
  })
})
