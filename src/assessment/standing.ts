import type { Day } from '../logic/day.ts'
import type { Status } from '../logic/truth.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Subject } from '../rulebook/subject.ts'
import { clauseFor } from '../rulebook/subject.ts'
import { assess, lawOf } from './assess.ts'
import type { Case } from './case.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import type { Proof } from './proof.ts'
import { definitionFunctions, optionFunctions, readerOf } from './reader.ts'
import { settle } from './settle.ts'

/** How a case stands with a rule on a day: no proof where the rule is not law. */
export interface Standing {
  readonly proof: Proof | undefined
  readonly status: Status | undefined
  /** Groups of answers that cannot all be so on that day. */
  readonly contradictions: readonly (readonly string[])[]
}

/** How a case stands with an option, definition or criterion under the law of a day. */
export const standingOf = (rulebook: Rulebook, person: Case, subject: Subject, asOf: Day): Standing => {
  const { proofs, settled } = assess(rulebook, person, { asOf, options: [subject.owner], reasons: false })
  const clause = clauseFor(subject, lawOf(rulebook, asOf))
  const root = proofs.get(subject.owner)
  const proof = root && clause && proofsBelow(root).find((one) => one.clause === clause)
  return { proof, status: proof?.status, contradictions: settled.contradictions }
}

/** The same without the proof: the exact status of a case, undefined where the rule is not law. */
export const statusUnder = (rulebook: Rulebook, person: Case, subject: Subject, asOf: Day): Status | undefined => {
  const law = lawOf(rulebook, asOf)
  const clause = clauseFor(subject, law)
  const functions = law.options.has(subject.owner) ? optionFunctions(rulebook, law, subject.owner) : definitionFunctions(rulebook, law)
  return clause && readerOf(functions, rulebook, person.answers, settle(person.answers, rulebook, asOf)).status(clause.step)
}

/** The name of a standing: the outcome of an option, the status of a criterion or definition, or `absent` for one that is not law. */
export const standingName = (subject: Subject, status: Status | undefined): Outcome | Status | 'absent' =>
  subject.kind === 'option' ? outcomeOf(status) : (status ?? 'absent')

/** A proof and all those beneath it, each before its children. */
export const proofsBelow = (root: Proof): Proof[] => {
  const found: Proof[] = []
  const left = [root]
  for (let one = left.pop(); one; one = left.pop()) {
    found.push(one)
    left.push(...one.children.toReversed())
  }
  return found
}
