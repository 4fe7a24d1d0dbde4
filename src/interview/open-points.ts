import type { Answer } from '../assessment/answer.ts'
import { lawOf } from '../assessment/assess.ts'
import type { Await } from '../assessment/determination.ts'
import { prove } from '../assessment/proof.ts'
import { awaitedSteps, missingFacts } from '../assessment/relevance.ts'
import type { Settled } from '../assessment/settle.ts'
import { settle } from '../assessment/settle.ts'
import type { Day } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import type { Status } from '../logic/truth.ts'
import type { Node } from '../rulebook/criterion.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What the chosen options still hang on. */
export interface OpenPoints {
  /** Facts that someone could still find out. */
  readonly missing: ReadonlySet<string>
  /** Assessments and acts still to come. */
  readonly awaits: readonly Await[]
  readonly settled: Settled
}

/** What the chosen options still hang on under the law of a day, as `assess` tells it; without what an interview does not need. */
export const openPoints = (answers: ReadonlyMap<string, Answer>, rulebook: Rulebook, asOf: Day, options: readonly string[]): OpenPoints => {
  const law = lawOf(rulebook, asOf)
  const settled = settle(answers, rulebook, asOf)
  const statuses = evaluate(law.program, settled.known)
  const proofs = options.flatMap((id) => {
    const clause = law.options.get(id)
    return clause ? [prove(clause, statuses)] : []
  })
  const context = { rulebook, settled }
  return {
    missing: new Set(proofs.flatMap((proof) => missingFacts(proof, context))),
    awaits: proofs.flatMap((proof) => awaitedSteps(proof, context)),
    settled,
  }
}

/** Facts whose value was taken because nothing was said, and that could matter if someone said it. */
export const assumedButOpen = (answers: ReadonlyMap<string, Answer>, points: OpenPoints, rulebook: Rulebook, asOf: Day, options: readonly string[]): string[] =>
  points.settled.assumptions
    .map(({ fact }) => fact)
    .filter((fact) => openPoints(new Map(answers).set(fact, { said: 'unknown', value: 'unknown' }), rulebook, asOf, options).missing.has(fact))

/** The status of a condition on what is known; undefined where it is not law on the day. */
export const conditionStatus = (condition: Node, settled: Settled, rulebook: Rulebook, asOf: Day): Status | undefined => {
  const compiled = conditionOn(rulebook, condition, asOf)
  return compiled && evaluate(compiled.program, settled.known)[compiled.clause.step]
}
