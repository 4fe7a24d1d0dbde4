import type { Answer } from './answer.ts'
import type { Outcome } from './outcome.ts'

/** Gives the outcome of the option for other answers. */
export type OutcomeFor = (answers: ReadonlyMap<string, Answer>) => Outcome

/**
 * Answers that alone force the outcome, by the tree: none of them can be left out. Taken from the end of `order`, so that
 * what is asked first stays. Nothing for an outcome that more facts could still change.
 */
export const restsOn = (answers: ReadonlyMap<string, Answer>, outcome: Outcome, order: readonly string[], outcomeFor: OutcomeFor): string[] => {
  if (outcome === 'cannot-tell-yet' || outcome === 'not-in-force') return []
  const kept = new Map(answers)
  for (const fact of order.toReversed()) {
    const answer = kept.get(fact)
    if (!answer) continue
    kept.delete(fact)
    if (outcomeFor(kept) !== outcome) kept.set(fact, answer)
  }
  return order.filter((fact) => kept.get(fact)?.said === 'answered')
}
