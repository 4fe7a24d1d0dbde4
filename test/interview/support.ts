import { readFileSync } from 'node:fs'
import type { Answer } from '../../src/assessment/answer.ts'
import { isMisfit, readAnswer } from '../../src/assessment/answer.ts'
import type { Case } from '../../src/assessment/case.ts'
import { readCase } from '../../src/assessment/case.ts'
import type { ChoiceScreen, Face, QuestionScreen, Reply } from '../../src/interview/face.ts'
import type { NextQuestion } from '../../src/interview/next-question.ts'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { answerFrom, rowsOf } from '../../src/interview/rows.ts'
import type { Company, Session } from '../../src/interview/session.ts'
import { answer, begin, skip } from '../../src/interview/session.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { ruleFiles } from '../../src/rulebook/load.ts'
import { readRulebook } from '../../src/rulebook/read.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'

const reading = readRulebook(ruleFiles('rules'))
if (!reading.rulebook) throw new Error('the rulebook has problems')
export const rulebook: Rulebook = reading.rulebook

export const OFFERED = rulebook.options.filter((option) => option.tier === 'core' && option['raised-by'] === undefined).map(({ id }) => id)
export const TODAY = checkedDay('2026-11-21')

/** A case file of the archive, or an invented one. */
export const caseAt = (path: string): Case => caseOf(JSON.parse(readFileSync(path, 'utf8')) as unknown)

export const caseOf = (data: unknown): Case => {
  const { case: person, problems } = readCase(data, rulebook, { file: 'test', path: [] })
  if (!person) throw new Error(problems.map(({ message }) => message).join('\n'))
  return person
}

export const started = (from?: Case, company: Company = 'alone', options: readonly string[] = OFFERED): Session =>
  begin({ asOf: TODAY, dated: false, options, company }, from)

export const factNamed = (id: string): TopicFact => {
  const fact = rulebook.facts.find((one) => one.id === id)
  if (!fact) throw new Error(`no fact ${id}`)
  return fact
}

export const said = (id: string, value: unknown): Answer => {
  const read = readAnswer(factNamed(id), value)
  if (!read || isMisfit(read)) throw new Error(`not an answer to ${id}`)
  return read
}

/** Random numbers from 0 to 1, the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Something that a person could say to a question: mostly an answer, at times nothing. */
export const randomAnswer = (fact: TopicFact, random: () => number): Answer | undefined => {
  const luck = random()
  if (luck < 0.1) return { said: 'unknown', value: 'unknown' }
  if (luck < 0.15) return { said: 'declined', value: 'declined' }
  if (luck < 0.2) return undefined
  if (fact.kind === 'date') return said(fact.id, ['2019', '2024-05', '2026-01-04', '2001/2004'][Math.floor(random() * 4)])
  const rows = rowsOf(fact, rulebook).map(({ id }) => id)
  const one = rows[Math.floor(random() * rows.length)] ?? ''
  const two = rows[Math.floor(random() * (rows.length - 1))] ?? ''
  const chosen = fact.kind === 'choices' && one !== rows.at(-1) && random() < 0.4 ? [...new Set([one, two])] : [one]
  return answerFrom(fact, { rows: chosen, more: fact.kind === 'choices' && random() < 0.3 && one !== rows.at(-1) }, undefined)
}

/** Walks through a sitting to its end; `each` sees every question before it is answered. */
export const walk = (start: Session, random: () => number, each: (next: NextQuestion, session: Session) => void): Session => {
  let session = start
  for (let next = nextQuestion(session, rulebook); next; next = nextQuestion(session, rulebook)) {
    each(next, session)
    const given = randomAnswer(next.fact, random)
    session = given ? answer(session, next.fact.id, given) : skip(session, next.fact.id)
  }
  return session
}

/** A face that answers from two functions and keeps what was shown. */
export const scripted = (
  question: (screen: QuestionScreen) => Reply,
  choice: (screen: ChoiceScreen) => string | undefined,
): { face: Face; said: string[]; choices: string[]; questions: string[] } => {
  const said: string[] = []
  const choices: string[] = []
  const questions: string[] = []
  const face: Face = {
    say: (list) => void said.push(...list),
    question: (screen) => {
      questions.push(screen.question)
      return Promise.resolve(question(screen))
    },
    choice: (screen) => {
      choices.push(screen.title)
      return Promise.resolve(choice(screen) ?? screen.choices[0]?.id ?? '')
    },
    text: () => Promise.resolve(''),
    clear: () => undefined,
    close: () => undefined,
  }
  return { face, said, choices, questions }
}
