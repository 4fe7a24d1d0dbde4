import type { Day } from '../logic/day.ts'
import type { Diagram } from '../logic/diagram.ts'
import { BudgetExceeded } from '../logic/diagram.ts'
import type { Status } from '../logic/truth.ts'
import type { JointFunctions, Side } from '../rulebook/joint-functions.ts'
import { jointFunctions } from '../rulebook/joint-functions.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Subject } from '../rulebook/subject.ts'
import { clauseFor } from '../rulebook/subject.ts'
import { lawOf } from './assess.ts'
import { readCase } from './case.ts'
import type { Facts } from './example.ts'
import { isBetter, outcomeOf } from './outcome.ts'
import { casesUpTo } from './simplest-case.ts'
import type { Standing } from './standing.ts'
import { standingOf } from './standing.ts'
import type { Turn } from './turns.ts'
import { turnsOf } from './turns.ts'

/** A case that the laws of two days treat differently, as small as it was found. */
export interface Example {
  readonly facts: Facts
  /** No example has fewer facts. */
  readonly fewest: boolean
  /** Its status on each day; undefined where the rule is not law. */
  readonly before: Status | undefined
  readonly after: Status | undefined
  /** The innermost criteria that make the difference. */
  readonly turns: readonly Turn[]
}

/** Whether anybody is helped (or hurt): nobody; somebody, with an example; or somebody, of whom no example could be confirmed. */
export type Found = { readonly who: 'nobody' } | { readonly who: 'somebody'; readonly example?: Example }

/**
 * Who is treated differently by the law of two days. A criterion or definition that is not law on one of them asks nothing of anybody
 * there and is not compared; an option that is not law can help nobody, and is.
 */
export type Difference =
  | { readonly kind: 'compared'; readonly helped: Found; readonly hurt: Found }
  | { readonly kind: 'law-on-one-day'; readonly day: Day }
  | { readonly kind: 'law-on-neither-day' }
  | { readonly kind: 'too-large' }

/** So many examples are tried before it is given up. */
const MOST_EXAMPLES = 4

/**
 * Compares a rule on two days. A case with everything recorded that a person can know is helped when its outcome is better on the
 * second day, and hurt when it is worse; steps of public bodies stay open. Dates of what happened lie no later than the earlier
 * day. `budget` is the most diagram nodes that may be made.
 */
export const differenceOf = (rulebook: Rulebook, subject: Subject, from: Day, to: Day, budget?: number): Difference => {
  const before = sideOn(rulebook, subject, from)
  const after = sideOn(rulebook, subject, to)
  if (!before.clause && !after.clause) return { kind: 'law-on-neither-day' }
  if (subject.kind !== 'option' && (!before.clause || !after.clause)) return { kind: 'law-on-one-day', day: before.clause ? from : to }
  try {
    const joint = jointFunctions(rulebook, [before, after], budget)
    const search = searchIn(joint, rulebook, subject, from, to)
    const extremesOf = (step: number): Extremes => extremes(joint, joint.functions.of(step))
    const [first, second] = [extremesOf(joint.roots[0]), extremesOf(joint.roots[1])]
    return { kind: 'compared', helped: search(first, second, isHelped), hurt: search(second, first, isHurt) }
  } catch (error) {
    if (error instanceof BudgetExceeded) return { kind: 'too-large' }
    throw error
  }
}

const sideOn = (rulebook: Rulebook, subject: Subject, day: Day): Side => {
  const law = lawOf(rulebook, day)
  return { law, clause: clauseFor(subject, law) }
}

/** The cases for which a rule is not met, and met, whatever public bodies still do. */
interface Extremes {
  readonly never: Diagram
  readonly always: Diagram
}

const extremes = ({ functions: { manager, variables } }: JointFunctions, rule: Diagram): Extremes => {
  const awaited = new Set(variables.list.flatMap(({ kind }, index) => (kind === 'await' ? [index] : [])))
  const never = manager.not(manager.some(rule, awaited))
  return { never, always: manager.not(manager.some(manager.not(rule), awaited)) }
}

type Confirms = (before: Standing, after: Standing) => boolean

const isHelped: Confirms = (before, after) => isBetter(outcomeOf(after.status), outcomeOf(before.status))
const isHurt: Confirms = (before, after) => isHelped(after, before)

/** Looks for somebody who fares worse under the first of two rules than under the second, and for the simplest example. */
const searchIn = (
  joint: JointFunctions,
  rulebook: Rulebook,
  subject: Subject,
  from: Day,
  to: Day,
): ((worse: Extremes, better: Extremes, confirms: Confirms) => Found) => {
  const { manager } = joint.functions
  const cases = casesUpTo(joint, rulebook, from)

  const confirmed = (facts: Facts, fewest: boolean, confirms: Confirms): Example | undefined => {
    const { case: person } = readCase({ facts }, rulebook, { file: '', path: [] })
    if (!person) return undefined
    const [before, after] = [standingOf(rulebook, person, subject, from), standingOf(rulebook, person, subject, to)]
    if (before.contradictions.length + after.contradictions.length > 0 || !confirms(before, after)) return undefined
    return { facts, fewest, before: before.status, after: after.status, turns: turnsOf(before, after) }
  }

  return (worse, better, confirms) => {
    const steps = [
      manager.and(worse.never, better.always),
      manager.and(worse.never, manager.not(better.never)),
      manager.and(manager.not(worse.always), better.always),
    ].filter(cases.any)
    for (const step of steps) {
      let wanted = step
      for (let tried = 0; tried < MOST_EXAMPLES; tried += 1) {
        const found = cases.simplest(wanted)
        if (!found) break
        const example = confirmed(found.facts, found.fewest, confirms)
        if (example) return { who: 'somebody', example }
        wanted = manager.and(wanted, manager.not(found.cube))
      }
    }
    return { who: steps.length > 0 ? 'somebody' : 'nobody' }
  }
}
