import { expect, test } from 'vitest'
import { standingName, standingOf, statusUnder } from '../../src/assessment/standing.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import type { Subject } from '../../src/rulebook/subject.ts'
import { subjectsNamed, subjectsOf } from '../../src/rulebook/subject.ts'
import { caseWith, realRulebook, smallRulebook, textOf } from '../support/rules.ts'

const subject = (id: string, rulebook: Rulebook): Subject => {
  const [found] = subjectsNamed(id, rulebook)
  if (!found) throw new Error(`no ${id}`)
  return found
}

test.each([
  ['aid', { here: true, harms: ['burn'] }, '2020-06-15', 'may-qualify'],
  ['aid', { here: true, harms: ['burn'] }, '1999-06-15', 'not-in-force'],
  ['aid/present', { here: false }, '2020-06-15', 'not-met'],
  ['aid/present', { here: false }, '1999-06-15', 'absent'],
  ['hurt', {}, '2020-06-15', 'unknown'],
])('%s, of %j, on %s: %s', (id, facts, day, name) => {
  const rulebook = smallRulebook()
  const standing = standingOf(rulebook, caseWith(facts, rulebook), subject(id, rulebook), checkedDay(day))
  expect([standingName(subject(id, rulebook), standing.status), standing.proof?.status]).toEqual([name, standing.status])
})

test('the status alone is the status of the proof, for every rule of the rulebook', () => {
  const rulebook = realRulebook()
  const { facts } = JSON.parse(textOf('fixtures/archive/el-monte.json')) as { facts: Record<string, unknown> }
  const person = caseWith(facts, rulebook)
  const day = checkedDay('2003-12-19')
  const subjects = subjectsOf(rulebook).filter(({ path }) => path.startsWith('t-status') || path.startsWith('coercion'))
  expect(subjects.map((one) => statusUnder(rulebook, person, one, day))).toEqual(subjects.map((one) => standingOf(rulebook, person, one, day).status))
})
