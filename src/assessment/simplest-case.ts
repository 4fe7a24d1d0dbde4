import type { Day } from '../logic/day.ts'
import type { Diagram } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import { intersect } from '../logic/interval.ts'
import { byId } from '../rulebook/by-id.ts'
import type { JointFunctions } from '../rulebook/joint-functions.ts'
import { otherwiseOf } from '../rulebook/otherwise.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import { completionsOf } from './completions.ts'
import type { Facts } from './example.ts'
import { exampleOf } from './example.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'
import { smallestSet } from './smallest-set.ts'

/** How often the search for a case with fewer facts may ask. */
const MOST_QUESTIONS = 4000

/** A case of which a function is surely so. */
export interface SimplestCase {
  readonly facts: Facts
  /** No case has fewer facts, where a fact that applies to some people only stands beside what shows that it does. */
  readonly fewest: boolean
  /** The function that is so for this case alone. */
  readonly cube: Diagram
}

/** Reads cases off functions that know no awaited steps. */
export interface Cases {
  /** Is there any case of which the function is so? */
  readonly any: (wanted: Diagram) => boolean
  /** The simplest of which it is surely so; undefined where none can be told without saying how two dates lie to each other. */
  readonly simplest: (wanted: Diagram) => SimplestCase | undefined
}

/**
 * The cases that can be told on a day: kinds, ranges, ages in order, conditions of facts; nothing lies after that day. A fact with an
 * assumed value counts as that value while it is left out.
 */
export const casesUpTo = (joint: JointFunctions, rulebook: Rulebook, day: Day): Cases => {
  const { manager, variables } = joint.functions
  const assumed = rulebook.facts.filter((fact) => 'assumed' in fact && fact.assumed !== undefined)
  const isAssumed = new Set(assumed.map(({ id }) => id))
  const open = new Map(assumed.map(({ id }): [string, Answer] => [id, { said: 'unknown', value: 'unknown' }]))
  const { possible, kept } = completionsOf(joint.functions, upTo(day, settle(open, rulebook, day)).known, rulebook, () => undefined)
  const taken = completionsOf(joint.functions, upTo(day, settle(new Map(), rulebook, day)).known, rulebook, () => undefined).possible
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
  const simplest = (given: Diagram): SimplestCase | undefined => {
    const wanted = put(given)
    const cared = careFor(wanted, care)
    const lived = manager.and(cared, careFor(manager.and(wanted, cared), applying))
    const all = [wanted, cared, lived].flatMap(manager.support)
    const factOf = (index: number): string => variables.list[index]?.fact ?? ''
    const candidates = rulebook.facts.map(({ id }) => id).filter((id) => all.some((index) => factOf(index) === id))
    const wrong = manager.and(cared, manager.not(wanted))
    const leftOut = new Map<string, readonly [Diagram, Diagram]>()
    const withAssumed = (told: ReadonlySet<string>): readonly [Diagram, Diagram] => {
      const key = assumed.map(({ id }) => told.has(id)).join()
      const values = possible.map((own, index) => (told.has(factOf(index)) || !isAssumed.has(factOf(index)) ? own : (taken[index] ?? own)))
      const made = leftOut.get(key) ?? ([manager.restrict(wrong, values), manager.restrict(lived, values)] as const)
      leftOut.set(key, made)
      return made
    }
    const surely = (told: ReadonlySet<string>): Diagram => {
      const left = new Set(all.filter((index) => !told.has(factOf(index)) || variables.list[index]?.kind === 'pair'))
      const [against, lives] = withAssumed(told)
      return manager.and(manager.not(manager.some(against, left)), manager.some(lives, left))
    }
    const holds = (told: ReadonlySet<string>): boolean => surely(told) !== FALSE
    if (!holds(new Set(candidates))) return undefined
    const { set, fewest } = smallestSet(candidates, candidates, holds, MOST_QUESTIONS)
    const found = [...(manager.witness(surely(new Set(set)), possible) ?? [])]
    const assigned = found.flatMap(([index, value]) => (variables.list[index] ? [[variables.list[index], value] as const] : []))
    return {
      facts: exampleOf(assigned, rulebook, day),
      fewest,
      cube: found.map(([index, value]) => manager.literal(index, 1 << value)).reduce(manager.and, TRUE),
    }
  }

  return {
    any: (given) => {
      const wanted = put(given)
      return manager.and(wanted, careFor(wanted, care)) !== FALSE
    },
    simplest,
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
