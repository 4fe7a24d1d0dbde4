import type { Answer } from '../assessment/answer.ts'
import { assess } from '../assessment/assess.ts'
import type { Await } from '../assessment/determination.ts'
import type { Settled } from '../assessment/settle.ts'
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

/** The law and the options that are asked about. */
export interface Asked {
  readonly rulebook: Rulebook
  readonly asOf: Day
  readonly options: readonly string[]
}

/** What the chosen options still hang on under the law of a day. */
export const openPoints = (answers: ReadonlyMap<string, Answer>, { rulebook, asOf, options }: Asked): OpenPoints => {
  const { determination, settled } = assess(rulebook, { reference: '', asOf: undefined, answers, relatives: [] }, { asOf, options })
  return { missing: new Set(determination.options.flatMap(({ missing }) => missing)), awaits: determination.options.flatMap(({ awaits }) => awaits), settled }
}

/** Of facts whose value was taken because nothing was said: does an option hang on it if it is simply not known? */
export const hangsOnAssumed = (fact: string, answers: ReadonlyMap<string, Answer>, asked: Asked): boolean =>
  openPoints(new Map(answers).set(fact, { said: 'unknown', value: 'unknown' }), asked).missing.has(fact)

/** The status of a condition on what is known; undefined where it is not law on the day. */
export const conditionStatus = (condition: Node, settled: Settled, { rulebook, asOf }: Pick<Asked, 'rulebook' | 'asOf'>): Status | undefined => {
  const compiled = conditionOn(rulebook, condition, asOf)
  return compiled && evaluate(compiled.program, settled.known)[compiled.clause.step]
}
