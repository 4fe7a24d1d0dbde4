import type { Answer } from '../assessment/answer.ts'
import type { Assessment } from '../assessment/assess.ts'
import { assess } from '../assessment/assess.ts'
import type { Goals } from '../assessment/goals.ts'
import { goalsOf } from '../assessment/goals.ts'
import type { Settled } from '../assessment/settle.ts'
import type { Day } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import type { Status } from '../logic/truth.ts'
import type { Node } from '../rulebook/criterion.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from './session.ts'
import { answersOf, caseOf } from './session.ts'

const made = new WeakMap<Session, Assessment>()

/** What the session says of the chosen options, with everything it rests on; made once for each session. */
export const assessed = (session: Session, rulebook: Rulebook): Assessment => {
  const known = made.get(session)
  if (known) return known
  const assessment = assess(rulebook, caseOf(session), { asOf: session.asOf, options: session.options, reasons: false })
  made.set(session, assessment)
  return assessment
}

const read = new WeakMap<Session, Goals>()

/** What the chosen options of a session still hang on, without proofs; read once for each session. */
export const openGoals = (session: Session, rulebook: Rulebook): Goals => {
  const known = read.get(session)
  if (known) return known
  const goals = goalsOf(rulebook, answersOf(session), session.asOf, session.options)
  read.set(session, goals)
  return goals
}

/** Of facts whose value was taken because nothing was said: those on which an option hangs if they are simply not known. */
export const hangsOnAssumed = (facts: readonly string[], session: Session, rulebook: Rulebook): string[] => {
  if (facts.length === 0) return []
  const answers = new Map([...answersOf(session), ...facts.map((fact): [string, Answer] => [fact, { said: 'unknown', value: 'unknown' }])])
  const missing = new Set(goalsOf(rulebook, answers, session.asOf, session.options).list.flatMap((goal) => goal.missing))
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
