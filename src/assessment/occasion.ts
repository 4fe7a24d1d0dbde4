import { evaluate } from '../logic/evaluate.ts'
import type { Status } from '../logic/truth.ts'
import type { Node } from '../rulebook/criterion.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import type { Occasion } from '../rulebook/line.ts'
import type { Dated } from '../rulebook/span.ts'
import { isInForce } from '../rulebook/span.ts'
import type { Outcome } from './outcome.ts'
import type { Showing } from './shown.ts'

const OPEN: readonly Outcome[] = ['may-qualify', 'depends-on-others', 'cannot-tell-yet']

/** The outcome of an option, and whether it stands aside: nobody raised it, or it is an extended one. `any-outcome` passes over those. */
export interface OutcomeHeard {
  readonly outcome: Outcome
  readonly aside: boolean
}

/** Is it the day and the occasion for something to be said? */
export const isOccasion = (said: Dated & { readonly when?: Occasion | undefined }, outcomes: ReadonlyMap<string, OutcomeHeard>, showing: Showing): boolean => {
  if (!isInForce(said, showing.asOf)) return false
  const { when } = said
  if (!when) return true
  const wanted: readonly (Outcome | undefined)[] = when.outcomes ?? OPEN
  if (when.options && !when.options.some((id) => wanted.includes(outcomes.get(id)?.outcome) && outcomes.has(id))) return false
  if (when['all-of'] && !when['all-of'].every((id) => outcomes.has(id) && wanted.includes(outcomes.get(id)?.outcome))) return false
  if (when['any-outcome'] && ![...outcomes.values()].some(({ outcome, aside }) => !aside && when['any-outcome']?.includes(outcome))) return false
  return conditionsHold(when, showing)
}

/** Is `known` surely so and `possible` not surely otherwise, as far as they are given? */
export const conditionsHold = ({ known, possible }: Pick<Occasion, 'known' | 'possible'>, showing: Showing): boolean =>
  (known === undefined || statusOf(known, showing) === 'met') && (possible === undefined || !['not-met', undefined].includes(statusOf(possible, showing)))

const statusOf = (condition: Node, { rulebook, settled, asOf }: Showing): Status | undefined => {
  const compiled = conditionOn(rulebook, condition, asOf)
  return compiled && evaluate(compiled.program, settled.known)[compiled.clause.step]
}
