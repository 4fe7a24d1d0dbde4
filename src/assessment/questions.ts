import type { Fact } from '../rulebook/fact.ts'
import type { Outcome } from './outcome.ts'

/** Where one option stands, or would stand after an answer: settled, or with so many facts still to be found out. */
export interface Standing {
  readonly option: string
  readonly outcome: Outcome
  readonly open: number
}

/** Answers to a question that all leave the options alike. */
export interface Prospect {
  /** As rows to choose from, in words. */
  readonly answers: readonly string[]
  readonly options: readonly Standing[]
}

/** One question that can still matter, or is asked for safety. */
export interface QuestionShown {
  readonly fact: string
  readonly question: string
  readonly burden: Fact['burden']
  readonly reason: 'can-matter' | 'safety'
  /** Others have to be asked first. */
  readonly waits: boolean
  /** The open criteria that wait for it. */
  readonly criteria: readonly { readonly id: string; readonly title: string }[]
  /** What each answer would leave; left out where it was not asked for. */
  readonly prospects?: readonly Prospect[]
}

/** Questions of one topic, in their order. */
export interface QuestionGroup {
  readonly title: string
  readonly questions: readonly QuestionShown[]
}

/** What is next to be asked of a case, what else is open, and what is left for a lawyer. */
export interface Questions {
  readonly case: string
  readonly 'as-of': string
  readonly options: readonly (Standing & { readonly title: string })[]
  readonly next: readonly QuestionGroup[]
  readonly 'with-a-lawyer': readonly QuestionGroup[]
}
