import type { Day } from '../logic/day.ts'
import type { Diagram } from '../logic/diagram.ts'
import { BudgetExceeded, FALSE, TRUE } from '../logic/diagram.ts'
import { intersect } from '../logic/interval.ts'
import type { Status } from '../logic/truth.ts'
import { byId } from '../rulebook/by-id.ts'
import type { JointFunctions, Side } from '../rulebook/joint-functions.ts'
import { jointFunctions } from '../rulebook/joint-functions.ts'
import { otherwiseOf } from '../rulebook/otherwise.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Subject } from '../rulebook/subject.ts'
import { clauseFor } from '../rulebook/subject.ts'
import type { Answer } from './answer.ts'
import { lawOf } from './assess.ts'
import { readCase } from './case.ts'
import { completionsOf } from './completions.ts'
import type { Facts } from './example.ts'
import { exampleOf } from './example.ts'
import { isBetter, outcomeOf } from './outcome.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'
import { smallestSet } from './smallest-set.ts'
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

/** How often the search for an example with fewer facts may ask, and how many examples are tried before it is given up. */
const MOST_QUESTIONS = 4000
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
  const { manager, variables } = joint.functions
  const assumed = rulebook.facts.filter((fact) => 'assumed' in fact && fact.assumed !== undefined)
  const open = new Map(assumed.map(({ id }): [string, Answer] => [id, { said: 'unknown', value: 'unknown' }]))
  const { possible, kept } = completionsOf(joint.functions, upTo(from, settle(open, rulebook, from)), rulebook, () => undefined)
  const taken = completionsOf(joint.functions, upTo(from, settle(new Map(), rulebook, from)), rulebook, () => undefined).possible
  const put = manager.restrictor(possible)
  const care = kept.map((one) => put(one)).filter((one) => one !== TRUE)
  const applying = appliesOnly(joint, rulebook).map((one) => put(one))

  /** What every case keeps that touches a function, directly or through one another. */
  const careFor = (diagram: Diagram, conditions: readonly Diagram[]): Diagram => {
    const reach = new Set(manager.support(diagram))
    const left = new Set(conditions)
    let together = TRUE
    for (let grew = true; grew;) {
      grew = false
      for (const one of left) {
        const own = manager.support(one)
        if (!own.some((variable) => reach.has(variable))) continue
        left.delete(one)
        for (const variable of own) reach.add(variable)
        together = manager.and(together, one)
        grew = true
      }
    }
    return together
  }

  /** The simplest case of which a function is surely so. */
  const simplest = (wanted: Diagram): { facts: Facts; fewest: boolean; cube: Diagram } | undefined => {
    const cared = careFor(wanted, care)
    const lived = manager.and(cared, careFor(manager.and(wanted, cared), applying))
    const all = [wanted, cared, lived].flatMap(manager.support)
    const factOf = (index: number): string => variables.list[index]?.fact ?? ''
    const candidates = rulebook.facts.map(({ id }) => id).filter((id) => all.some((index) => factOf(index) === id))
    const wrong = manager.and(cared, manager.not(wanted))
    const surely = (told: ReadonlySet<string>): Diagram => {
      const values = possible.map((own, index) => (told.has(factOf(index)) ? own : (taken[index] ?? own)))
      const left = new Set(all.filter((index) => !told.has(factOf(index)) || variables.list[index]?.kind === 'pair'))
      const some = (diagram: Diagram): Diagram => manager.some(manager.restrict(diagram, values), left)
      return manager.and(manager.not(some(wrong)), some(lived))
    }
    const holds = (told: ReadonlySet<string>): boolean => surely(told) !== FALSE
    if (!holds(new Set(candidates))) return undefined
    const { set, fewest } = smallestSet(candidates, candidates, holds, MOST_QUESTIONS)
    const found = [...(manager.witness(surely(new Set(set)), possible) ?? [])]
    const assigned = found.flatMap(([index, value]) => (variables.list[index] ? [[variables.list[index], value] as const] : []))
    return {
      facts: exampleOf(assigned, rulebook, from),
      fewest,
      cube: found.map(([index, value]) => manager.literal(index, 1 << value)).reduce(manager.and, TRUE),
    }
  }

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
    ]
      .map((one) => put(one))
      .filter((one) => manager.and(one, careFor(one, care)) !== FALSE)
    for (const step of steps) {
      let wanted = step
      for (let tried = 0; tried < MOST_EXAMPLES; tried += 1) {
        const found = simplest(wanted)
        if (!found) break
        const example = confirmed(found.facts, found.fewest, confirms)
        if (example) return { who: 'somebody', example }
        wanted = manager.and(wanted, manager.not(found.cube))
      }
    }
    return { who: steps.length > 0 ? 'somebody' : 'nobody' }
  }
}

/** What is known, with acts of public bodies done no later than a day. */
const upTo = (day: Day, settled: Settled): Settled => ({
  ...settled,
  known: (fact) => {
    const knowledge = settled.known(fact)
    return knowledge.kind === 'act' ? { ...knowledge, on: intersect(knowledge.on, { lo: -Infinity, hi: day + 1 }) } : knowledge
  },
})

/** Who tells of a fact something else than it is while it does not apply, is somebody to whom it applies. */
const appliesOnly = ({ functions, conditions }: JointFunctions, rulebook: Rulebook): Diagram[] => {
  const { manager, variables } = functions
  const facts = byId(rulebook.facts)
  return [...new Set(variables.list.map(({ fact }) => fact))].flatMap((id) => {
    const fact = facts.get(id)
    const applies = fact ? conditions(id) : []
    if (!fact || applies.length === 0) return []
    const otherwise = otherwiseOf(fact)
    const isOtherwise = variables.list.map((variable, index): Diagram => {
      if (variable.fact !== id) return TRUE
      if (variable.kind === 'one' && (otherwise.kind === 'one' || otherwise.kind === 'act'))
        return manager.literal(
          index,
          variable.groups.reduce((bits, group, value) => (group.some((member) => otherwise.possible.has(member)) ? bits | (1 << value) : bits), 0),
        )
      if (variable.kind === 'ticked' && otherwise.kind === 'many')
        return manager.literal(index, variable.members.some((member) => otherwise.yes.has(member)) ? 0b10 : 0b01)
      return TRUE
    })
    return [manager.or(isOtherwise.reduce(manager.and, TRUE), applies.reduce(manager.and, TRUE))]
  })
}
