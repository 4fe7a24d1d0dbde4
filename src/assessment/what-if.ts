import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import type { Question } from './assess.ts'
import { assess } from './assess.ts'
import type { Case } from './case.ts'
import type { Determination } from './determination.ts'
import type { Difference } from './difference.ts'
import { differenceOf } from './difference.ts'

/** Another answer to a fact, or none: `answer` left out takes the fact out of the case. */
export interface Setting {
  readonly fact: string
  readonly answer?: Answer
}

/** A case as it is and with other answers, and what differs. */
export interface WhatIf {
  readonly before: Determination
  readonly after: Determination
  readonly changed: readonly { readonly fact: string; readonly before: unknown; readonly after: unknown }[]
  readonly difference: Difference
}

/**
 * Assesses a case as it is and with other answers, under the law of the same day. Shows how the law reads answers; never a
 * reason to give others. Values in `changed` are as written in a case; `null` where nothing is said.
 */
export const whatIf = (rulebook: Rulebook, person: Case, settings: readonly Setting[], question: Omit<Question, 'reasons'>): WhatIf => {
  const answers = new Map(person.answers)
  for (const { fact, answer } of settings) {
    if (answer) answers.set(fact, answer)
    else answers.delete(fact)
  }
  const determined = (one: Case): Determination => assess(rulebook, one, { ...question, reasons: false }).determination
  const [before, after] = [determined(person), determined({ ...person, answers })]
  return {
    before,
    after,
    changed: settings.map(({ fact, answer }) => ({ fact, before: person.answers.get(fact)?.value ?? null, after: answer?.value ?? null })),
    difference: differenceOf(before, after),
  }
}
