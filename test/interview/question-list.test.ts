import { describe, expect, test } from 'vitest'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { questionList } from '../../src/interview/question-list.ts'
import { answer, answersOf } from '../../src/interview/session.ts'
import { goalsOf } from '../../src/assessment/goals.ts'
import { caseAt, caseOf, factNamed, rulebook, said, started, TODAY } from './support.ts'

const told = { 'us-citizen-or-national': false, 'labor-or-services': true, 'commercial-sex-act': false, 'age-now': 34 }
const session = started(caseOf({ case: 'one', facts: told }))
const list = questionList(session, rulebook, 1000)
const questions = list.next.flatMap((group) => group.questions)

test('the first is the one that is put next', () => {
  expect(questions[0]?.fact).toBe(nextQuestion(session, rulebook)?.fact.id)
})

test('no question is listed twice, none that was answered, and those of one topic stand together', () => {
  const ids = [...questions, ...list['with-a-lawyer'].flatMap((group) => group.questions)].map(({ fact }) => fact)
  expect(ids.length).toBe(new Set(ids).size)
  expect(ids.filter((id) => Object.hasOwn(told, id))).toEqual([])
  expect(list.next.filter(({ title }, index) => title === list.next[index - 1]?.title)).toEqual([])
})

test('what only a lawyer asks stands apart', () => {
  const apart = list['with-a-lawyer'].flatMap((group) => group.questions.map(({ fact }) => fact))
  expect(apart).toContain('criminal-issues')
  expect(questions.filter(({ fact }) => factNamed(fact).recording === 'lawyer-first')).toEqual([])
})

describe('what an answer would leave is what it leaves', () => {
  const detailed = questions.filter(({ prospects }) => prospects !== undefined)

  test('of every question that can matter', () => {
    expect(detailed.map(({ fact }) => fact)).toEqual(questions.filter(({ reason }) => reason === 'can-matter').map(({ fact }) => fact))
  })

  test.each(detailed.filter(({ fact }) => factNamed(fact).kind === 'yes-no').map((question) => ({ fact: question.fact, question })))(
    '$fact',
    ({ fact, question }) => {
      for (const [label, value] of [
        ['Yes', true],
        ['No', false],
      ] as const) {
        const after = goalsOf(rulebook, answersOf(answer(session, fact, said(fact, value))), TODAY, session.options).list
        expect(question.prospects?.find(({ answers }) => answers.includes(label))?.options).toEqual(
          after.map(({ option, outcome, missing }) => ({ option, outcome, open: missing.length })),
        )
      }
    },
  )

  test('a citizen is told by one answer', () => {
    const [first] = questionList(started(caseOf({ facts: {} })), rulebook, 1000)
      .next.flatMap((group) => group.questions)
      .filter(({ fact }) => fact === 'us-citizen-or-national')
    expect(first?.prospects?.find(({ answers }) => answers.includes('Yes'))?.options.filter(({ option }) => option === 't-status')).toEqual([
      { option: 't-status', outcome: 'appears-not-to-qualify', open: 0 },
    ])
  })

  test('a date is cut where a rule tests it, and what contradicts the rest is left out', () => {
    const ended = questionList(started(caseOf({ facts: { ...told, 'exploitation-ended-date': '2001/2008' } })), rulebook, 1000)
    expect(ended.next.flatMap((group) => group.questions.map(({ fact }) => fact))).not.toContain('exploitation-ended-date')
    const open = questions.find(({ fact }) => fact === 'exploitation-ended-date')
    expect(open?.prospects?.flatMap(({ answers }) => answers)).toEqual(['1950-01-01/2000-10-27', '2000-10-28/2026-11-21'])
    const age = questions.find(({ fact }) => fact === 'age-at-victimization')
    expect(age?.prospects?.flatMap(({ answers }) => answers)).toEqual(['Under 15', '15 to 17', '18 years or more'])
  })
})

test('only as many as wanted say what their answers would leave', () => {
  const few = questionList(session, rulebook, 2).next.flatMap((group) => group.questions)
  expect(few.filter(({ prospects }) => prospects !== undefined).map(({ fact }) => fact)).toEqual(
    few
      .filter(({ reason }) => reason === 'can-matter')
      .slice(0, 2)
      .map(({ fact }) => fact),
  )
})

test('every question that can matter says which open criteria wait for it', () => {
  const archive = questionList(started(caseAt('fixtures/archive/el-monte.json')), rulebook, 0)
  const all = [...questions, ...archive.next.flatMap((group) => group.questions)].filter(({ reason }) => reason === 'can-matter')
  expect(all.length).toBeGreaterThan(20)
  const silent = [...new Set(all.flatMap(({ criteria, fact }) => (criteria.length === 0 ? [factNamed(fact)] : [])))]
  expect(silent.filter((fact) => !('assumed' in fact)).map(({ id }) => id)).toEqual([])
  expect(all.filter(({ criteria }) => criteria.some(({ title }) => title === '')).map(({ fact }) => fact)).toEqual([])
})
