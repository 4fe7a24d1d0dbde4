import { expect, test } from 'vitest'
import type { Answer } from '../../src/assessment/answer.ts'
import { isMisfit, readAnswer } from '../../src/assessment/answer.ts'
import { assess } from '../../src/assessment/assess.ts'
import { whatIf } from '../../src/assessment/what-if.ts'
import { byId } from '../../src/rulebook/by-id.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()
const asOf = checkedDay('2020-06-15')

const answer = (id: string, value: unknown): Answer => {
  const fact = byId(rulebook.facts).get(id)
  const read = fact && readAnswer(fact, value)
  if (!read || isMisfit(read)) throw new Error(`${id} cannot be that`)
  return read
}

test('a case with other answers is assessed as if they stood in it', () => {
  const person = caseWith({ here: false, harms: ['cut'] }, rulebook)
  const found = whatIf(rulebook, person, [{ fact: 'here', answer: answer('here', true) }, { fact: 'harms' }], { asOf })
  expect(found.before).toEqual(assess(rulebook, person, { asOf, reasons: false }).determination)
  expect(found.after).toEqual(assess(rulebook, caseWith({ here: true }, rulebook), { asOf, reasons: false }).determination)
  expect(found.changed).toEqual([
    { fact: 'here', before: false, after: true },
    { fact: 'harms', before: ['cut'], after: null },
  ])
  expect(found.difference.options.map(({ outcome }) => outcome)).toEqual([{ before: 'appears-not-to-qualify', after: 'cannot-tell-yet' }])
})

test('the case itself is not changed', () => {
  const person = caseWith({ here: false }, rulebook)
  whatIf(rulebook, person, [{ fact: 'here' }], { asOf })
  expect([...person.answers.keys()]).toEqual(['here'])
})

test('another answer that contradicts one in the case settles nothing, and is warned of', () => {
  const found = whatIf(rulebook, caseWith({ born: '2010' }, rulebook), [{ fact: 'age', answer: answer('age', 30) }], { asOf })
  expect(found.difference.warnings.added).toEqual([{ text: 'These cannot all be so: age, born.', facts: ['age', 'born'] }])
})
