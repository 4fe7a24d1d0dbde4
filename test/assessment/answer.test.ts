import { describe, expect, test } from 'vitest'
import type { Misfit } from '../../src/assessment/answer.ts'
import { expectedFor, isMisfit, isObject, readAnswer } from '../../src/assessment/answer.ts'
import { byId } from '../../src/rulebook/by-id.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { realRulebook, smallRulebook } from '../support/rules.ts'

const factNamed = (id: string, rulebook = smallRulebook()): TopicFact => {
  const fact = byId(rulebook.facts).get(id)
  if (!fact) throw new Error(`no fact ${id}`)
  return fact
}

// test/assessment/case.test.ts reads every kind of value; here is what only a single answer shows

test('nothing said is no answer', () => {
  expect([readAnswer(factNamed('here'), undefined), readAnswer(factNamed('here'), null)]).toEqual([undefined, undefined])
})

test('a misfit is told from an answer', () => {
  const [answer, misfit] = [readAnswer(factNamed('here'), true), readAnswer(factNamed('here'), 7)]
  expect([answer && isMisfit(answer), misfit && isMisfit(misfit)]).toEqual([false, true])
})

test('what is expected of a long list of members names the first eight and says where all are', () => {
  const fact = factNamed('agencies-contacted', realRulebook())
  expect(expectedFor(fact)).toBe(
    'a list of fbi, ice-hsi, us-attorney, other-justice-department, border-or-immigration-agency, state-department-security, federal-labor-agency, eeoc-or-nlrb, … (all with `tvpa facts`), or { "yes": […], "no": […] }',
  )
})

test('a very long wrong value is cut, and never searched for its like', () => {
  const misfit = readAnswer(factNamed('work'), 'farm'.repeat(1_000_000)) as Misfit
  expect([misfit.got.length, misfit.nearest]).toEqual([58, undefined])
})

describe('an object is a plain object, no list and not null', () => {
  test.each([
    [{}, true],
    [[], false],
    [null, false],
    ['text', false],
    [undefined, false],
  ])('%j: %s', (value, expected) => {
    expect(isObject(value)).toBe(expected)
  })
})
