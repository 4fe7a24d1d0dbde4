import type { Day } from '../logic/day.ts'
import { isOpen } from '../logic/truth.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import { lawOf } from './assess.ts'
import type { Aim } from './look-ahead.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import type { Reader } from './reader.ts'
import { optionFunctions, readerOf } from './reader.ts'
import { missingFacts } from './relevance.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'

/** One chosen option in force, read for what is known of a case: what it comes to, and what it still hangs on. */
export interface Goal {
  readonly option: string
  readonly reader: Reader
  /** The root of the option in the program of the law. */
  readonly step: number
  readonly outcome: Outcome
  /** Facts that can be found out and still change the outcome, in vocabulary order. */
  readonly missing: readonly string[]
  /** Facts behind the assessments and acts on which the outcome still hangs. */
  readonly awaited: readonly string[]
}

/** The chosen options and everything that is known. */
export interface Goals {
  readonly list: readonly Goal[]
  readonly settled: Settled
}

/**
 * Reads what the chosen options still hang on, without proofs and reasons: a part of what `assess` says of the same answers.
 * Options that are not law on the day are left out.
 */
export const goalsOf = (rulebook: Rulebook, answers: ReadonlyMap<string, Answer>, asOf: Day, options: readonly string[]): Goals => {
  const law = lawOf(rulebook, asOf)
  const settled = settle(answers, rulebook, asOf)
  const list = rulebook.options.flatMap(({ id }): Goal[] => {
    const clause = options.includes(id) ? law.options.get(id) : undefined
    if (!clause) return []
    const { step } = clause
    const reader = readerOf(optionFunctions(rulebook, law, id), rulebook, answers, settled)
    const status = reader.status(step)
    if (!isOpen(status)) return [{ option: id, reader, step, outcome: outcomeOf(status), missing: [], awaited: [] }]
    return [
      {
        option: id,
        reader,
        step,
        outcome: outcomeOf(status),
        missing: missingFacts(step, { rulebook, reader, settled }),
        awaited: [...new Set(reader.dependsOn(step).flatMap(({ openness, fact }) => (openness === 'unknown' ? [] : [fact])))],
      },
    ]
  })
  return { list, settled }
}

/** What is left of a goal to be settled. */
export const aimOf = ({ reader, step }: Goal): Aim => ({ functions: reader.functions, left: reader.exact.reduced(step), possible: reader.exact.possible })
