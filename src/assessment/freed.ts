import type { Day } from '../logic/day.ts'
import type { Diagram, Diagrams, Values } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { Known } from '../logic/evaluate.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import { combine } from '../logic/knowledge.ts'
import { possibleValues } from '../logic/variables.ts'
import { byId } from '../rulebook/by-id.ts'
import type { LawFunctions } from '../rulebook/functions.ts'
import { otherwiseOf } from '../rulebook/otherwise.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import type { PossibleChange } from './possible-changes.ts'
import { keptOf } from './completions.ts'
import type { Settled } from './settle.ts'
import { anything } from '../rulebook/anything.ts'

/** What an option comes to under the answers of a case, with the facts that could change set free. */
export interface Freed {
  readonly manager: Diagrams
  /** The completions under some changes in which the option's root is so, and those in which it is not. */
  readonly under: (changes: readonly number[]) => { readonly so: Diagram; readonly notSo: Diagram }
  /** For each change, what it says besides: that its fact applies. */
  readonly told: readonly Diagram[]
  /** All variables; those of changeable facts; and those of class unknown of all other facts. */
  readonly variables: readonly number[]
  readonly changeable: ReadonlySet<number>
  readonly facts: readonly number[]
  /** The variables of changeable facts of which nobody knows what they are. */
  readonly unknown: readonly number[]
  /** Do the answers leave out some value of a variable? */
  readonly isSaid: (variable: number) => boolean
  /** What the answers leave possible for each variable while nothing changes. */
  readonly unchanged: readonly Values[]
  /** For each change, the values it leaves its variables. */
  readonly changed: readonly (readonly (readonly [variable: number, values: Values])[])[]
}

/**
 * The root of an option under the answers, as a function of the facts that could change and of what is open. No fact counts as
 * not applicable here: its condition stands in the root itself, and could change too.
 */
export const freed = (
  functions: LawFunctions,
  root: number,
  rulebook: Rulebook,
  asOf: Day,
  settled: Settled,
  answers: ReadonlyMap<string, Answer>,
  changes: readonly PossibleChange[],
): Freed => {
  const { manager, variables } = functions
  const facts = byId(rulebook.facts)
  const struck = new Set(settled.contradictions.flat())
  const given = (id: string): Answer['knowledge'] => (struck.has(id) ? undefined : answers.get(id)?.knowledge)
  const known: Known = (id) => {
    const fact = facts.get(id)
    return settled.notApplicable.has(id) && fact ? (given(id) ?? anything(fact, asOf)) : settled.known(id)
  }
  const changeable = new Set(changes.map(({ fact }) => fact.id))
  const isFree = (index: number): boolean => changeable.has(variables.list[index]?.fact ?? '') && variables.list[index]?.kind !== 'await'
  const unchanged = variables.list.map((variable) => possibleValues(variable, known))
  const base = unchanged.map((values, index) => (isFree(index) ? -1 : values))
  const reduced = manager.restrict(functions.of(root), base)
  const put = manager.restrictor(base)
  /** What is implied by saying something of a changeable fact: that it applies. */
  const implied = (id: string, said: Knowledge | undefined): Diagram => {
    const fact = facts.get(id)
    const gate = functions.gate(id)
    return gate !== TRUE && fact && said && combine(said, otherwiseOf(fact)) === undefined ? put(gate) : TRUE
  }
  const kept = keptOf(functions, known, rulebook, (id) => (changeable.has(id) ? undefined : given(id))).map(put)
  const keptNow = new Map([...changeable].map((id) => [id, implied(id, given(id))]))
  const keptThen = changes.map(({ fact, answer }) => implied(fact.id, answer.knowledge))
  const results = new Map<string, { so: Diagram; notSo: Diagram }>()
  const under = (way: readonly number[]): { so: Diagram; notSo: Diagram } => {
    const then = new Map([...keptNow, ...way.map((index): [string, Diagram] => [changes[index]?.fact.id ?? '', keptThen[index] ?? TRUE])])
    const conditions = [...new Set([...kept, ...then.values()])].toSorted((a, b) => a - b)
    const known = results.get(conditions.join())
    if (known) return known
    const care = touching(manager, reduced, conditions).reduce(manager.and, TRUE)
    const made = { so: manager.and(reduced, care), notSo: manager.and(manager.not(reduced), care) }
    results.set(conditions.join(), made)
    return made
  }
  const numbered = variables.list.map((variable, index) => ({ variable, index }))
  return {
    manager,
    under,
    told: keptThen,
    variables: numbered.map(({ index }) => index),
    changeable: new Set(numbered.flatMap(({ index }) => (isFree(index) ? [index] : []))),
    facts: numbered.flatMap(({ variable, index }) => (!isFree(index) && variable.openness === 'unknown' ? [index] : [])),
    unknown: numbered.flatMap(({ variable, index }) => (isFree(index) && variable.openness === 'unknown' && !isOne(unchanged[index] ?? 0) ? [index] : [])),
    isSaid: (variable) => (~(unchanged[variable] ?? 0) & ((1 << (variables.sizes[variable] ?? 0)) - 1)) !== 0,
    unchanged,
    changed: changes.map(({ fact, answer }) =>
      numbered.flatMap(({ variable, index }): [number, Values][] =>
        variable.fact === fact.id && isFree(index) && variable.kind !== 'pair' && answer.knowledge
          ? [[index, possibleValues(variable, (id) => (id === fact.id && answer.knowledge ? answer.knowledge : known(id)))]]
          : [],
      ),
    ),
  }
}

const isOne = (values: Values): boolean => (values & (values - 1)) === 0

/** The conditions that share a variable with a function, directly or through one another. */
const touching = (manager: Diagrams, diagram: Diagram, conditions: readonly Diagram[]): Diagram[] => {
  const reach = new Set(manager.support(diagram))
  const used = new Set<Diagram>()
  for (let before = -1; before < used.size;) {
    before = used.size
    for (const condition of conditions) {
      if (condition === TRUE || used.has(condition)) continue
      const own = manager.support(condition)
      if (condition !== FALSE && !own.some((variable) => reach.has(variable))) continue
      used.add(condition)
      for (const variable of own) reach.add(variable)
    }
  }
  return [...used]
}
