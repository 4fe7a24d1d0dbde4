import type { Diagram, Diagrams } from '../logic/diagram.ts'
import { diagrams, FALSE, TRUE } from '../logic/diagram.ts'
import { truthOf } from '../logic/evaluate.ts'
import type { Program, Test } from '../logic/expression.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import { closeTogether } from '../logic/order.ts'
import type { Variables } from '../logic/variables.ts'
import { pairImplies, reordered, variablesOf } from '../logic/variables.ts'
import { byId } from './by-id.ts'
import type { Law } from './in-force.ts'
import { conditionOn } from './in-force.ts'
import { membersOf } from './openness.ts'
import type { Rulebook } from './rulebook.ts'
import { otherwiseOf } from './otherwise.ts'

/** The law of a day as functions of what can be known: one diagram for each step, made when it is asked for. */
export interface LawFunctions {
  readonly variables: Variables
  readonly manager: Diagrams
  /** The function of a step of the law's program. */
  readonly of: (step: number) => Diagram
  /** The condition under which a fact applies; `TRUE` when it always does. */
  readonly gate: (fact: string) => Diagram
  /** What holds between tested pairs of dates, whatever the days. */
  readonly implied: readonly Diagram[]
  /** The variable of the cells of each number or date that has some. */
  readonly cells: ReadonlyMap<string, number>
}

/**
 * Compiles lazily. A fact with a condition counts as its other value wherever the condition is false, so that no completion
 * gives a value to a fact that does not apply.
 */
export const lawFunctions = (rulebook: Rulebook, law: Law, roots: readonly number[], budget?: number): LawFunctions => {
  const gates = gatePrograms(rulebook, law)
  const { tests, awaits } = inReadingOrder(law.program, roots, gates)
  const facts = byId(rulebook.facts)
  const members = (id: string): readonly string[] => {
    const fact = facts.get(id)
    return fact ? membersOf(fact) : []
  }
  const read = variablesOf(tests, awaits, members)
  const variables = reordered(read, closeTogether(read.list.length, groupsRead(law.program, roots, gates, read)))
  const manager = diagrams(variables.sizes, budget)
  const made = new Map<string, Diagram>()

  const gate = (id: string): Diagram => {
    const condition = gates.get(id)
    if (!condition) return TRUE
    const key = `gate ${id}`
    const known = made.get(key)
    if (known !== undefined) return known
    const diagram = compile(condition.program, condition.step, new Map())
    made.set(key, diagram)
    return diagram
  }
  const ofTest = (test: Test): Diagram => {
    const key = JSON.stringify(test)
    const known = made.get(key)
    if (known !== undefined) return known
    const plain = variables.literals(test).reduce<Diagram>((sum, { variable, values }) => manager.or(sum, manager.literal(variable, values)), FALSE)
    const fact = facts.get(test.fact)
    const open = gate(test.fact)
    const diagram = open === TRUE || !fact ? plain : manager.or(manager.and(open, plain), manager.and(manager.not(open), otherwise(test, otherwiseOf(fact))))
    made.set(key, diagram)
    return diagram
  }
  const otherwise = (test: Test, value: Knowledge): Diagram => (truthOf(test, () => value) === 'true' ? TRUE : FALSE)

  /** Compiles a step and those it needs, from a worklist: no depth of a rule can overflow. */
  const compile = (program: Program, root: number, done: Map<number, Diagram>): Diagram => {
    const left = [root]
    for (let step = left.at(-1); step !== undefined; step = left.at(-1)) {
      const what = program.steps[step]
      if (done.has(step) || !what) {
        left.pop()
        continue
      }
      const below = childrenOf(what)
      const waiting = below.filter((child) => !done.has(child))
      if (waiting.length > 0) {
        left.push(...waiting)
        continue
      }
      const children = below.map((child) => done.get(child) ?? FALSE)
      done.set(step, joined(what, children))
      left.pop()
    }
    return done.get(root) ?? FALSE

    function joined(what: Program['steps'][number], children: readonly Diagram[]): Diagram {
      switch (what.op) {
        case 'test': {
          const test = program.tests[what.test]
          return test ? ofTest(test) : FALSE
        }
        case 'await':
          return manager.literal(variables.awaited(what.key), 0b10)
        case 'not':
          return manager.not(children[0] ?? FALSE)
        case 'all':
          return children.reduce(manager.and, TRUE)
        case 'any':
          return children.reduce(manager.or, FALSE)
        case 'at-least':
          return atLeast(what.count, children)
      }
    }
  }
  const atLeast = (count: number, children: readonly Diagram[]): Diagram => {
    let reached: Diagram[] = [TRUE, ...Array.from({ length: count }, () => FALSE)]
    for (const child of children) reached = reached.map((had, n) => (n === 0 ? TRUE : manager.or(had, manager.and(reached[n - 1] ?? FALSE, child))))
    return reached[count] ?? FALSE
  }
  const steps = new Map<number, Diagram>()
  const cells = new Map(variables.list.flatMap(({ kind, fact }, index): [string, number][] => (kind === 'cells' ? [[fact, index]] : [])))
  return { variables, manager, of: (step) => compile(law.program, step, steps), gate, implied: impliedPairs(variables, manager), cells }
}

/**
 * The tests and awaited steps beneath some steps, in the order in which a reader of the rule meets them; the tests of a fact's
 * condition stand before its own. What is read together then lies together, which keeps diagrams small.
 */
const inReadingOrder = (
  program: Program,
  roots: readonly number[],
  gates: ReadonlyMap<string, { program: Program; step: number }>,
): { tests: Test[]; awaits: string[] } => {
  const tests = new Map<string, Test>()
  const awaits = new Set<string>()
  const left = roots.toReversed().map((step) => ({ program, step }))
  const seen = new Map<Program, Set<number>>()
  for (let one = left.pop(); one; one = left.pop()) {
    const visited = seen.get(one.program) ?? new Set<number>()
    seen.set(one.program, visited)
    const what = one.program.steps[one.step]
    if (!what || visited.has(one.step)) continue
    const within = one.program
    if (what.op === 'await') awaits.add(what.key)
    else if (what.op === 'test') {
      const test = within.tests[what.test]
      const gate = test && gates.get(test.fact)
      const waits = gate && seen.get(gate.program)?.has(gate.step) !== true
      if (gate && waits) {
        left.push(one, { program: gate.program, step: gate.step })
        continue
      }
      if (test) tests.set(JSON.stringify(test), test)
    } else
      left.push(
        ...childrenOf(what)
          .toReversed()
          .map((step) => ({ program: within, step })),
      )
    visited.add(one.step)
  }
  return { tests: [...tests.values()], awaits: [...awaits] }
}

/** The most variables that a group may have to pull them together. */
const GROUP = 24

/** For each step beneath the roots, and of each condition of a fact read there, the variables that are read together in it. */
const groupsRead = (
  program: Program,
  roots: readonly number[],
  gates: ReadonlyMap<string, { program: Program; step: number }>,
  variables: Variables,
): number[][] => {
  const groups: number[][] = []
  const facts = new Set<string>()
  const collect = (within: Program, tops: readonly number[]): void => {
    const found = new Map<number, ReadonlySet<number>>()
    for (const step of [...stepsBelow(within, tops)].toSorted((a, b) => a - b)) {
      const what = within.steps[step]
      if (!what) continue
      const test = what.op === 'test' ? within.tests[what.test] : undefined
      if (test) facts.add(test.fact)
      const group = new Set(
        what.op === 'await'
          ? [variables.awaited(what.key)]
          : test
            ? variables.literals(test).map(({ variable }) => variable)
            : childrenOf(what).flatMap((child) => [...(found.get(child) ?? [])]),
      )
      found.set(step, group)
      if (what.op !== 'not' && group.size > 1 && group.size <= GROUP) groups.push([...group])
    }
  }
  collect(program, roots)
  for (const fact of facts) {
    const gate = gates.get(fact)
    if (gate) collect(gate.program, [gate.step])
  }
  return groups
}

const childrenOf = (step: Program['steps'][number]): readonly number[] =>
  step.op === 'test' || step.op === 'await' ? [] : step.op === 'not' ? [step.of] : step.of

const stepsBelow = (program: Program, tops: readonly number[]): Set<number> => {
  const found = new Set<number>()
  const left = [...tops]
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const what = program.steps[step]
    if (found.has(step) || !what) continue
    found.add(step)
    left.push(...childrenOf(what))
  }
  return found
}

/** The conditions of all facts that are tested, directly or by another condition. */
const gatePrograms = (rulebook: Rulebook, law: Law): Map<string, { program: Program; step: number }> => {
  const facts = byId(rulebook.facts)
  const gates = new Map<string, { program: Program; step: number }>()
  const left = law.program.tests.map(({ fact }) => fact)
  const seen = new Set<string>()
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const condition = seen.has(id) ? undefined : facts.get(id)?.['only-if']
    seen.add(id)
    const compiled = condition && conditionOn(rulebook, condition, law.asOf)
    if (!compiled) continue
    gates.set(id, { program: compiled.program, step: compiled.clause.step })
    left.push(...compiled.program.tests.map(({ fact }) => fact))
  }
  return gates
}

const impliedPairs = (variables: Variables, manager: Diagrams): Diagram[] => {
  const pairs = variables.list.flatMap((variable, index) => (variable.kind === 'pair' ? [{ test: variable.test, index }] : []))
  return pairs.flatMap((a) =>
    pairs.flatMap((b) =>
      a.index !== b.index && pairImplies(a.test, b.test) ? [manager.or(manager.literal(a.index, 0b01), manager.literal(b.index, 0b10))] : [],
    ),
  )
}
