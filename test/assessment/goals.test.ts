import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import { goalsOf } from '../../src/assessment/goals.ts'
import { loadFixtures } from '../../src/regression/load.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, fromRoot, realRulebook } from '../support/rules.ts'

const rulebook = realRulebook()
const options = rulebook.options.map(({ id }) => id)

describe('what the options hang on is what the whole assessment says', () => {
  const examples = loadFixtures([fromRoot('fixtures/options')]).fixtures.flatMap(({ fixture, caseFacts }) =>
    fixture.examples.map(({ facts, asOf = '2026-11-21', name }) => ({ name: `${fixture.file}: ${name}`, facts: { ...caseFacts, ...facts }, asOf })),
  )

  test.each(examples.filter((_, index) => index % 80 === 0))('$name', ({ facts, asOf }) => {
    const person = caseWith(facts, rulebook)
    const day = checkedDay(asOf)
    const shown = assess(rulebook, person, { asOf: day, reasons: false }).determination.options.filter(({ outcome }) => outcome !== 'not-in-force')
    const { list } = goalsOf(rulebook, person.answers, day, options)
    expect(list.map(({ option, outcome, missing }) => ({ option, outcome, missing }))).toEqual(
      shown.map(({ id, outcome, missing }) => ({ option: id, outcome, missing })),
    )
    const known = new Set(rulebook.facts.map(({ id }) => id))
    for (const [index, { awaited }] of list.entries())
      expect(new Set(awaited.filter((id) => known.has(id)))).toEqual(new Set(shown[index]?.awaits.flatMap(({ fact }) => fact ?? [])))
  })
})

test('an option that is not law on the day is no goal', () => {
  const day = checkedDay('1995-01-01')
  const inForce = goalsOf(rulebook, new Map(), day, options).list.map(({ option }) => option)
  const outcomes = assess(rulebook, caseWith({}, rulebook), { asOf: day, reasons: false }).determination.options
  expect(inForce).toEqual(outcomes.filter(({ outcome }) => outcome !== 'not-in-force').map(({ id }) => id))
  expect(inForce.length).toBeLessThan(options.length)
})
