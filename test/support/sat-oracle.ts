import type { Formula, Solution } from 'logic-solver'
import Logic from 'logic-solver'
import type { Known } from '../../src/logic/evaluate.ts'
import { truthOf } from '../../src/logic/evaluate.ts'
import type { Program, Test } from '../../src/logic/expression.ts'
import type { Interval } from '../../src/logic/interval.ts'
import { EVERYTHING, intersect } from '../../src/logic/interval.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { combine } from '../../src/logic/knowledge.ts'
import type { Variable, Variables } from '../../src/logic/variables.ts'
import { pairImplies, possibleValues, variablesOf } from '../../src/logic/variables.ts'
import { byId } from '../../src/rulebook/by-id.ts'
import type { Law } from '../../src/rulebook/in-force.ts'
import { conditionOn } from '../../src/rulebook/in-force.ts'
import { membersOf } from '../../src/rulebook/openness.ts'
import { otherwiseOf } from '../../src/rulebook/otherwise.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'

/** What the solver finds of a step: how it comes out in the completions, and on which variables that depends. */
export interface Found {
  readonly result: 'always' | 'never' | 'open' | 'no completion'
  readonly support: readonly Variable[]
}

/** What the solver finds in one case from what is known of each fact, and what was said of it. */
export type Oracle = (known: Known, given: (fact: string) => Knowledge | undefined) => Found

/**
 * The law beneath a step as two copies of one formula, of which a satisfiability solver is asked: can they come out differently
 * though only one variable differs? Nothing of the diagrams is used.
 */
export const satOracle = (rulebook: Rulebook, law: Law, root: number): Oracle => {
  const { variables, conditions } = readBelow(rulebook, law, root)
  const { list, sizes } = variables
  const values = (variable: number): number[] => Array.from({ length: sizes[variable] ?? 0 }, (_, value) => value)
  const solver = new Logic.Solver()
  const one = copyOf('a', rulebook, variables, conditions)
  const other = copyOf('b', rulebook, variables, conditions)
  for (const copy of [one, other]) {
    for (const variable of list.keys()) solver.require(Logic.exactlyOne(values(variable).map((value) => copy.term(variable, value))))
    for (const [a, b] of implied(list)) solver.require(Logic.or([copy.term(a, 0), copy.term(b, 1)]))
  }
  const differs = (variable: number): string => `differs ${String(variable)}`
  for (const variable of list.keys()) {
    const same = Logic.and(values(variable).map((value) => Logic.equiv(one.term(variable, value), other.term(variable, value))))
    solver.require(Logic.or([differs(variable), same]))
  }
  solver.require(Logic.atMostOne([...list.keys()].map(differs)))
  const holds = one.stepOf(law.program, root)
  const fails = Logic.not(other.stepOf(law.program, root))

  return (known, given) => {
    const possible = list.map((variable) => possibleValues(variable, known))
    const kept = [one, other].flatMap((copy) => [
      ...list.flatMap((_, variable) =>
        values(variable).flatMap((value) => (isPossible(possible, variable, value) ? [] : [Logic.not(copy.term(variable, value))])),
      ),
      ...mustApply(list, conditions, rulebook, given).map(copy.condition),
      ...outOfOrder(list, rulebook, known).map(([high, i, low, j]) => Logic.not(Logic.and([copy.term(high, i), copy.term(low, j)]))),
    ])
    const completion = Logic.and(kept)
    const way = (...formulas: Formula[]): Solution | null => solver.solveAssuming(Logic.and([completion, ...formulas]))
    const [always, never] = [way(fails) === null, way(holds) === null]
    if (always || never) return { result: !always ? 'never' : never ? 'no completion' : 'always', support: [] }
    const support = new Set<number>()
    for (;;) {
      const found = way(holds, fails, ...[...support].map((variable) => Logic.not(differs(variable))))
      const next = found && [...list.keys()].find((variable) => found.evaluate(differs(variable)))
      if (next === null || next === undefined)
        return { result: 'open', support: [...support].toSorted((a, b) => a - b).flatMap((variable) => list[variable] ?? []) }
      support.add(next)
    }
  }
}

const isPossible = (possible: readonly number[], variable: number, value: number): boolean => (((possible[variable] ?? -1) >> value) & 1) === 1

type Conditions = ReadonlyMap<string, { readonly program: Program; readonly step: number }>

/** The variables of all tests and awaited steps beneath a step, and of the conditions of the facts read there. */
const readBelow = (rulebook: Rulebook, law: Law, root: number): { variables: Variables; conditions: Conditions } => {
  const facts = byId(rulebook.facts)
  const conditions = new Map<string, { program: Program; step: number }>()
  const tests = new Map<string, Test>()
  const awaits = new Set<string>()
  const left = [{ program: law.program, step: root }]
  for (let at = left.pop(); at; at = left.pop()) {
    const { program } = at
    const step = program.steps[at.step]
    if (step?.op === 'await') awaits.add(step.key)
    else if (step?.op === 'not') left.push({ program, step: step.of })
    else if (step && step.op !== 'test') left.push(...step.of.map((child) => ({ program, step: child })))
    const test = step?.op === 'test' ? program.tests[step.test] : undefined
    if (!test) continue
    tests.set(JSON.stringify(test), test)
    const condition = facts.get(test.fact)?.['only-if']
    const compiled = condition && !conditions.has(test.fact) ? conditionOn(rulebook, condition, law.asOf) : undefined
    if (!compiled) continue
    conditions.set(test.fact, { program: compiled.program, step: compiled.clause.step })
    left.push({ program: compiled.program, step: compiled.clause.step })
  }
  const members = (id: string): readonly string[] => {
    const fact = facts.get(id)
    return fact ? membersOf(fact) : []
  }
  return { variables: variablesOf([...tests.values()], [...awaits], members), conditions }
}

/** One copy of the law as formulas over terms of its own. */
interface Copy {
  readonly term: (variable: number, value: number) => string
  readonly stepOf: (program: Program, step: number) => Formula
  readonly condition: (fact: string) => Formula
}

const copyOf = (name: string, rulebook: Rulebook, variables: Variables, conditions: Conditions): Copy => {
  const facts = byId(rulebook.facts)
  const made = new Map<Program, Formula[]>()
  const term = (variable: number, value: number): string => `${name} ${String(variable)} ${String(value)}`
  const condition = (fact: string): Formula => {
    const found = conditions.get(fact)
    return found ? stepOf(found.program, found.step) : Logic.TRUE
  }
  const testOf = (test: Test): Formula => {
    const plain = Logic.or(
      variables
        .literals(test)
        .flatMap(({ variable, values }) =>
          Array.from({ length: variables.sizes[variable] ?? 0 }, (_, value) => value).flatMap((value) =>
            ((values >> value) & 1) === 1 ? [term(variable, value)] : [],
          ),
        ),
    )
    const fact = facts.get(test.fact)
    if (!fact || !conditions.has(test.fact)) return plain
    const otherwise = truthOf(test, () => otherwiseOf(fact)) === 'true'
    return otherwise ? Logic.or([Logic.not(condition(test.fact)), plain]) : Logic.and([condition(test.fact), plain])
  }
  const stepOf = (program: Program, root: number): Formula => {
    const done = made.get(program) ?? []
    made.set(program, done)
    const at = (step: number): Formula => done[step] ?? Logic.FALSE
    for (const [index, step] of program.steps.entries()) {
      if (index > root) break
      if (done[index] !== undefined) continue
      const test = step.op === 'test' ? program.tests[step.test] : undefined
      if (step.op === 'test') done[index] = test ? testOf(test) : Logic.FALSE
      else if (step.op === 'await') done[index] = term(variables.awaited(step.key), 1)
      else if (step.op === 'not') done[index] = Logic.not(at(step.of))
      else if (step.op === 'all') done[index] = Logic.and(step.of.map(at))
      else if (step.op === 'any') done[index] = Logic.or(step.of.map(at))
      else done[index] = Logic.greaterThanOrEqual(Logic.sum(step.of.map(at)), Logic.constantBits(step.count))
    }
    return at(root)
  }
  return { term, stepOf, condition }
}

/** Pairs of tests of two dates of which the first is never so without the second. */
const implied = (list: readonly Variable[]): [number, number][] => {
  const pairs = list.flatMap((variable, index) => (variable.kind === 'pair' ? [{ test: variable.test, index }] : []))
  return pairs.flatMap((a) => pairs.filter((b) => a !== b && pairImplies(a.test, b.test)).map((b): [number, number] => [a.index, b.index]))
}

/** Facts whose answer cannot be so unless they apply. */
const mustApply = (list: readonly Variable[], conditions: Conditions, rulebook: Rulebook, given: (fact: string) => Knowledge | undefined): string[] => {
  const facts = byId(rulebook.facts)
  return [...new Set(list.map(({ fact }) => fact))].filter((id) => {
    const [fact, knowledge] = [facts.get(id), given(id)]
    return conditions.has(id) && fact && knowledge && combine(knowledge, otherwiseOf(fact)) === undefined
  })
}

/** Cells of two numbers that cannot both be so, because the first is never less than the second. */
const outOfOrder = (list: readonly Variable[], rulebook: Rulebook, known: Known): [number, number, number, number][] => {
  const cells = list.flatMap((variable, index) => (variable.kind === 'cells' ? [{ ...variable, index }] : []))
  const left = (fact: string, cell: Interval): Interval => {
    const knowledge = known(fact)
    return intersect(cell, knowledge.kind === 'span' ? knowledge.span : EVERYTHING)
  }
  return cells.flatMap((upper) => {
    const fact = byId(rulebook.facts).get(upper.fact)
    const lowers = fact?.kind === 'number' ? (fact['no-less-than'] ?? []) : []
    return cells
      .filter((lower) => lowers.includes(lower.fact))
      .flatMap((lower) =>
        upper.cells.flatMap((high, i) =>
          lower.cells.flatMap((low, j): [number, number, number, number][] =>
            left(upper.fact, high).hi - 1 < left(lower.fact, low).lo ? [[upper.index, i, lower.index, j]] : [],
          ),
        ),
      )
  })
}
