import type { Answer } from '../assessment/answer.ts'
import type { Case, Relative } from '../assessment/case.ts'
import type { Day } from '../logic/day.ts'
import { formatDay } from '../logic/day.ts'
import { harmless } from '../rulebook/harmless.ts'

/** Who sits in: a caseworker alone, the person's lawyer too, or a child's own lawyer who leads. */
export type Company = 'alone' | 'lawyer' | 'childs-lawyer'

/** One question put in this sitting, and what was said to it; nothing when it was skipped. */
export interface Told {
  readonly fact: string
  readonly answer: Answer | undefined
}

/** An interview as a value. Nothing in it says how an answer was before it was changed. */
export interface Session {
  /** A reference of the caseworker's own; may be empty. */
  readonly reference: string
  readonly asOf: Day
  /** The day was asked for, and so belongs in the case file. */
  readonly dated: boolean
  readonly options: readonly string[]
  readonly company: Company
  /** What the case file said that the sitting began with. */
  readonly given: ReadonlyMap<string, Answer>
  readonly relatives: readonly Relative[]
  /** What was asked in this sitting, in order. */
  readonly told: readonly Told[]
  /** Left out of this sitting at the person's wish: parts, by number, and all hard questions. */
  readonly leftOut: { readonly parts: readonly number[]; readonly hard: boolean }
}

/** Starts a session, from a case file or from nothing. */
export const begin = (start: Pick<Session, 'asOf' | 'dated' | 'options' | 'company'>, from?: Case): Session => ({
  ...start,
  reference: from?.reference ?? '',
  given: from?.answers ?? new Map<string, Answer>(),
  relatives: from?.relatives ?? [],
  told: [],
  leftOut: { parts: [], hard: false },
})

/** The session with one more answer: a value, `unknown` or `declined`. */
export const answer = (session: Session, fact: string, said: Answer): Session => withTold(session, { fact, answer: said })

/** The session with a question left out for this sitting; nothing is written of it. */
export const skip = (session: Session, fact: string): Session => withTold(session, { fact, answer: undefined })

/** The session with one question fewer: the last one put is as if it had not been put. */
export const back = (session: Session): Session => ({ ...session, told: session.told.slice(0, -1) })

/** The session with another answer to a fact (none: nothing is said of it), all others kept. */
export const change = (session: Session, fact: string, said: Answer | undefined): Session => {
  if (session.told.some((told) => told.fact === fact)) return withTold(session, { fact, answer: said })
  if (said !== undefined)
    return session.given.has(fact) ? { ...session, given: new Map(session.given).set(fact, said) } : withTold(session, { fact, answer: said })
  const given = new Map(session.given)
  given.delete(fact)
  return { ...session, given }
}

/** The session without the questions of a part, or without every hard one. */
export const leaveOut = (session: Session, what: number | 'hard'): Session => ({
  ...session,
  leftOut: what === 'hard' ? { ...session.leftOut, hard: true } : { ...session.leftOut, parts: [...session.leftOut.parts, what] },
})

/** All answers: those of the case file, and over them those of this sitting. */
export const answersOf = (session: Session): ReadonlyMap<string, Answer> => {
  const answers = new Map(session.given)
  for (const { fact, answer: said } of session.told) if (said) answers.set(fact, said)
  return answers
}

/** Is the fact not to be asked (again)? It was answered, declined once, or put in this sitting. */
export const isPutAside = (session: Session, fact: string): boolean => {
  if (session.told.some((told) => told.fact === fact)) return true
  const said = session.given.get(fact)?.said
  return said === 'answered' || said === 'declined'
}

/** The session as a case, ready to be assessed. */
export const caseOf = (session: Session): Case => ({
  reference: session.reference,
  asOf: session.dated ? session.asOf : undefined,
  answers: answersOf(session),
  relatives: session.relatives,
})

/** The session as the data of a case file. Skipped questions, gates and stops are not in it. */
export const caseFile = (session: Session, notice?: string): Record<string, unknown> => ({
  ...(session.reference === '' ? {} : { case: harmless(session.reference) }),
  ...(session.dated ? { 'as-of': formatDay(session.asOf) } : {}),
  ...(notice === undefined ? {} : { notice }),
  facts: written(answersOf(session)),
  ...(session.relatives.length === 0 ? {} : { relatives: session.relatives.map(({ reference, answers }) => ({ ref: reference, facts: written(answers) })) }),
})

const written = (answers: ReadonlyMap<string, Answer>): Record<string, unknown> =>
  Object.fromEntries(
    [...answers].map(([fact, { value, basis, recorded }]) => [
      fact,
      basis === undefined && recorded === undefined
        ? value
        : { value, ...(basis === undefined ? {} : { basis }), ...(recorded === undefined ? {} : { recorded }) },
    ]),
  )

const withTold = (session: Session, one: Told): Session => ({
  ...session,
  told: session.told.some(({ fact }) => fact === one.fact) ? session.told.map((told) => (told.fact === one.fact ? one : told)) : [...session.told, one],
})
