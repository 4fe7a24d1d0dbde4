import { expect, test } from 'vitest'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { answer, answersOf, back, caseFile, change, skip } from '../../src/interview/session.ts'
import { answerFrom, NONE } from '../../src/interview/rows.ts'
import { caseOf, factNamed, rulebook, said, started } from './support.ts'

const session = started(
  caseOf({
    case: 'A-1',
    facts: { 'us-citizen-or-national': { value: false, basis: 'document', recorded: '2026-11-02' }, 'debt-claimed': 'unknown' },
    relatives: [{ ref: 'A', facts: { 'age-now': 20 } }],
  }),
)

test('back takes the last question away, as if it had not been put', () => {
  const first = nextQuestion(session, rulebook)?.fact.id ?? ''
  const told = answer(session, first, said(first, ['the-person']))
  expect(answersOf(told).has(first)).toBe(true)
  expect(back(told)).toEqual(session)
  expect(nextQuestion(back(told), rulebook)?.fact.id).toBe(first)
  expect(back(session)).toEqual(session)
})

test('any answer can be changed, the rest is kept, and nothing tells what it was', () => {
  const told = answer(answer(session, 'labor-or-services', said('labor-or-services', true)), 'debt-claimed', said('debt-claimed', true))
  const changed = change(change(told, 'labor-or-services', said('labor-or-services', false)), 'us-citizen-or-national', undefined)
  expect(caseFile(changed)).toEqual({
    case: 'A-1',
    facts: { 'labor-or-services': false, 'debt-claimed': true },
    relatives: [{ ref: 'A', facts: { 'age-now': 20 } }],
  })
  expect(JSON.stringify(caseFile(changed))).not.toContain('history')
})

test('what was skipped is not written, and not asked again in this sitting', () => {
  const first = nextQuestion(session, rulebook)?.fact.id ?? ''
  const after = skip(session, first)
  expect(nextQuestion(after, rulebook)?.fact.id).not.toBe(first)
  expect(Object.keys(caseFile(after)['facts'] as object)).not.toContain(first)
})

test('a session goes through a case file and comes back the same', () => {
  const told = answer(answer(session, 'age-now', said('age-now', { 'at-least': 18 })), 'threats-now', said('threats-now', []))
  const again = started(caseOf(JSON.parse(JSON.stringify(caseFile(told, 'a notice')))))
  expect(answersOf(again)).toEqual(answersOf(told))
  expect(again.reference).toBe('A-1')
  expect(again.relatives).toEqual(told.relatives)
})

test.each([
  ['threats-now', { rows: [NONE], more: false }, []],
  ['threats-now', { rows: ['the-person', 'co-workers'], more: false }, ['the-person', 'co-workers']],
  ['threats-now', { rows: ['the-person'], more: true }, { yes: ['the-person'] }],
  ['threats-now', { rows: ['the-person', NONE], more: false }, undefined],
  ['labor-or-services', { rows: ['true'], more: false }, true],
  ['age-now', { rows: ['16-18'], more: false }, { 'at-least': 16, under: 18 }],
  ['age-now', { typed: '17' }, 17],
  ['age-now', { typed: '16-17' }, { 'at-least': 16, under: 18 }],
  ['age-now', { typed: '1e9' }, undefined],
  ['exploitation-began-date', { typed: '2019-05' }, '2019-05'],
  ['exploitation-began-date', { typed: '2019-13' }, undefined],
])('%s answered with %j is %j', (id, reply, value) => {
  expect(answerFrom(factNamed(id), reply, undefined)?.value).toEqual(value)
})
