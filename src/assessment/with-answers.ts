import type { Case } from './case.ts'
import type { Determination } from './determination.ts'

/** The answers of a case as they were written, each without what wraps it: who said it, and when, changes no result. */
export const writtenAnswers = (person: Case): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...person.answers].map(([fact, { value }]) => [fact, value]))

/** A determination together with the answers of its case, so that it can be verified by itself. */
export const withAnswers = ({ case: reference, 'as-of': asOf, ...rest }: Determination, person: Case): Determination => ({
  case: reference,
  'as-of': asOf,
  facts: writtenAnswers(person),
  ...rest,
})
