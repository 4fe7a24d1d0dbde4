import type { Answer } from '../assessment/answer.ts'
import type { Assessment } from '../assessment/assess.ts'
import { assess } from '../assessment/assess.ts'
import type { Await } from '../assessment/determination.ts'
import type { Settled } from '../assessment/settle.ts'
import type { Day } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import type { Status } from '../logic/truth.ts'
import type { Node } from '../rulebook/criterion.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from './session.ts'
import { caseOf } from './session.ts'

/** What the chosen options still hang on. */
export interface OpenPoints {
  /** Facts that someone could still find out. */
  readonly missing: ReadonlySet<string>
  /** Assessments and acts still to come. */
  readonly awaits: readonly Await[]
  readonly settled: Settled
}

const made = new WeakMap<Session, Assessment>()

/** What the session says of the chosen options, with everything it rests on; made once for each session. */
export const assessed = (session: Session, rulebook: Rulebook): Assessment => {
  const known = made.get(session)
  if (known) return known
  const assessment = assess(rulebook, caseOf(session), { asOf: session.asOf, options: session.options, reasons: false })
  made.set(session, assessment)
  return assessment
}

/** What the chosen options of a session still hang on. */
export const openPoints = ({ determination, settled }: Assessment): OpenPoints => ({
  missing: new Set(determination.options.flatMap(({ missing }) => missing)),
  awaits: determination.options.flatMap(({ awaits }) => awaits),
  settled,
})

/** Of facts whose value was taken because nothing was said: those on which an option hangs if they are simply not known. */
export const hangsOnAssumed = (facts: readonly string[], session: Session, rulebook: Rulebook): string[] => {
  if (facts.length === 0) return []
  const person = caseOf(session)
  const answers = new Map([...person.answers, ...facts.map((fact): [string, Answer] => [fact, { said: 'unknown', value: 'unknown' }])])
  const { missing } = openPoints(assess(rulebook, { ...person, answers }, { asOf: session.asOf, options: session.options, reasons: false }))
  return facts.filter((fact) => missing.has(fact))
}

/** The status of a condition on what is known; undefined where it is not law on the day. */
export const conditionStatus = (
  condition: Node,
  settled: Settled,
  { rulebook, asOf }: { readonly rulebook: Rulebook; readonly asOf: Day },
): Status | undefined => {
  const compiled = conditionOn(rulebook, condition, asOf)
  return compiled && evaluate(compiled.program, settled.known)[compiled.clause.step]
}
