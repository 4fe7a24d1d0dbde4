import type { Day } from '../logic/day.ts'
import type { Diagram } from '../logic/diagram.ts'
import { TRUE } from '../logic/diagram.ts'
import { truthOf } from '../logic/evaluate.ts'
import type { Program, ProgramBuilder, Test } from '../logic/expression.ts'
import { programBuilder } from '../logic/expression.ts'
import { byId } from './by-id.ts'
import type { TopicFact } from './fact.ts'
import type { LawFunctions } from './functions.ts'
import { lawFunctions } from './functions.ts'
import type { Clause, Law } from './in-force.ts'
import { conditionOn } from './in-force.ts'
import { otherwiseOf } from './otherwise.ts'
import type { Rulebook } from './rulebook.ts'

/** One rule under the law of a day; without a clause where it is not law. */
export interface Side {
  readonly law: Law
  readonly clause: Clause | undefined
}

/** A rule under the laws of two days, as functions of the same things that can be known. */
export interface JointFunctions {
  readonly functions: LawFunctions
  /** The step of each side, in the order given. */
  readonly roots: readonly [number, number]
  /** Everything under which a fact applies on both sides; none when it always does. */
  readonly conditions: (fact: string) => readonly Diagram[]
}

/**
 * The functions of a rule under two laws, over one set of variables: the limits of both days cut the same cells. A fact with a
 * condition counts as its other value wherever the condition of that day is false. A date that counts as the as-of day while it is
 * left out is that day on each side; how it lies to other dates is held the same. Throws `BudgetExceeded` as `lawFunctions` does.
 */
export const jointFunctions = (rulebook: Rulebook, sides: readonly [Side, Side], budget?: number): JointFunctions => {
  const builder = programBuilder()
  const days = sides.map(({ law }) => law.asOf)
  const dated = new Set(rulebook.facts.filter((fact) => isDated(fact, rulebook, days)).map(({ id }) => id))
  const written = new Map<string, number[]>()
  const rootOf = ({ law, clause }: Side): number =>
    clause ? copier(rulebook, law, builder, dated, written)(law.program, clause.step) : constant(builder, false)
  const roots = [rootOf(sides[0]), rootOf(sides[1])] as const
  const rest = rulebook.facts.map((fact) => (dated.has(fact.id) ? without(fact) : fact))
  const law: Law = { asOf: sides[0].law.asOf, program: builder.program, options: new Map(), definitions: new Map(), dangling: [] }
  const functions = lawFunctions({ ...rulebook, facts: rest }, law, [...roots, ...limitsOfBoth(rulebook, builder)], budget)
  const conditions = (fact: string): readonly Diagram[] =>
    dated.has(fact) ? (written.get(fact) ?? []).map(functions.of) : [functions.gate(fact)].filter((gate) => gate !== TRUE)
  return { functions, roots, conditions }
}

/** Tests that cut the cells of two ages in order at the limits of both, so that what one age says of the other is seen. */
const limitsOfBoth = (rulebook: Rulebook, builder: ProgramBuilder): number[] => {
  const tests = builder.program.tests.filter((test) => test.kind === 'under')
  const steps = rulebook.facts.flatMap((fact) =>
    (fact.kind === 'number' ? (fact['no-less-than'] ?? []) : []).flatMap((lower) => {
      const [upper] = tests.filter((test) => test.fact === fact.id)
      const [below] = tests.filter((test) => test.fact === lower)
      const limits = tests.filter((test) => test.fact === fact.id || test.fact === lower).map(({ limit }) => limit)
      return upper && below
        ? limits.flatMap((limit): Test[] => [
            { ...upper, limit },
            { ...below, limit },
          ])
        : []
    }),
  )
  return steps.map((test) => builder.step({ op: 'test', test: builder.test(test) }))
}

const without = (fact: TopicFact): TopicFact => ({ ...fact, 'only-if': undefined })

/** Does the condition of a fact hang on the day? */
const isDated = ({ 'only-if': condition }: TopicFact, rulebook: Rulebook, days: readonly Day[]): boolean => {
  if (!condition) return false
  const programs = days.map((day) => conditionOn(rulebook, condition, day))
  return (
    new Set(programs.map((one) => JSON.stringify(one && [one.program, one.clause.step]))).size > 1 ||
    programs.some((one) => one?.program.tests.some((test) => isFiled(test, rulebook)))
  )
}

/** Is it a test of a date that is taken for the as-of day while it is left out? */
const isFiled = (test: Test, rulebook: Pick<Rulebook, 'facts'>): boolean => {
  const fact = byId(rulebook.facts).get(test.fact)
  return fact?.kind === 'date' && fact.assumed !== undefined && test.kind === 'before' && 'day' in test.bound
}

const constant = (builder: ProgramBuilder, value: boolean): number => builder.step({ op: value ? 'all' : 'any', of: [] })

/** Copies steps of one side with those beneath them, from a worklist, and gives their new numbers. Dated conditions are written out. */
const copier = (
  rulebook: Rulebook,
  law: Law,
  builder: ProgramBuilder,
  dated: ReadonlySet<string>,
  written: Map<string, number[]>,
): ((program: Program, root: number) => number) => {
  const facts = byId(rulebook.facts)
  const gates = new Map<string, number | undefined>()
  const done = new Map<Program, Map<number, number>>()

  const copy = (program: Program, root: number): number => {
    const copies = done.get(program) ?? new Map<number, number>()
    done.set(program, copies)
    const at = (step: number): number => copies.get(step) ?? -1
    const left = [root]
    for (let step = left.at(-1); step !== undefined; step = left.at(-1)) {
      const what = program.steps[step]
      const below = !what || what.op === 'test' || what.op === 'await' ? [] : what.op === 'not' ? [what.of] : what.of
      const waiting = copies.has(step) ? [] : below.filter((child) => !copies.has(child))
      if (waiting.length > 0) {
        left.push(...waiting)
        continue
      }
      left.pop()
      if (!what || copies.has(step)) continue
      const test = what.op === 'test' ? program.tests[what.test] : undefined
      if (test) copies.set(step, testStep(test))
      else if (what.op === 'not') copies.set(step, builder.step({ op: 'not', of: at(what.of) }))
      else if (what.op === 'await') copies.set(step, builder.step(what))
      else if (what.op !== 'test') copies.set(step, builder.step({ ...what, of: what.of.map(at) }))
    }
    return at(root)
  }

  const testStep = (test: Test): number => {
    const fact = facts.get(test.fact)
    if (isFiled(test, rulebook)) return constant(builder, truthOf(test, () => ({ kind: 'span', span: { lo: law.asOf, hi: law.asOf + 1 } })) === 'true')
    const plain = builder.step({ op: 'test', test: builder.test(test) })
    const gate = gateOf(test.fact)
    if (gate === undefined || !fact) return plain
    const never = builder.step({ op: 'not', of: gate })
    return truthOf(test, () => otherwiseOf(fact)) === 'true' ? builder.step({ op: 'any', of: [never, plain] }) : builder.step({ op: 'all', of: [gate, plain] })
  }

  const gateOf = (id: string): number | undefined => {
    if (gates.has(id)) return gates.get(id)
    const condition = dated.has(id) ? facts.get(id)?.['only-if'] : undefined
    const compiled = condition && conditionOn(rulebook, condition, law.asOf)
    const gate = compiled && copy(compiled.program, compiled.clause.step)
    gates.set(id, gate)
    if (gate !== undefined) written.set(id, [...(written.get(id) ?? []), gate])
    return gate
  }
  return copy
}
