import type { Shift } from './day.ts'
import type { Openness } from './truth.ts'

/** The day a date is held against: a fixed day, or the day of another fact (a date, or an act once done), moved. */
export type Bound = { readonly day: number } | { readonly dayOf: string; readonly shift: Shift }

/**
 * The distinct tests to which every form comes down: a choice is one of `members`, one of `members` is ticked, a number is
 * under `limit`, a date is before a bound. `at-least`, `after` and the like are their negations.
 */
export type Test = { readonly fact: string; readonly openness: Openness } & (
  | { readonly kind: 'is'; readonly members: readonly string[] }
  | { readonly kind: 'has'; readonly members: readonly string[] }
  | { readonly kind: 'under'; readonly limit: number }
  | { readonly kind: 'before'; readonly bound: Bound }
)

/** One step of a program. Children are the numbers of earlier steps; `test` is the number of a test. */
export type Step =
  | { readonly op: 'test'; readonly test: number }
  | { readonly op: 'await'; readonly key: string }
  | { readonly op: 'not'; readonly of: number }
  | { readonly op: 'all'; readonly of: readonly number[] }
  | { readonly op: 'any'; readonly of: readonly number[] }
  | { readonly op: 'at-least'; readonly count: number; readonly of: readonly number[] }

/** Rules in flat form: each test once, each node after its children. Node n is step n. */
export interface Program {
  readonly tests: readonly Test[]
  readonly steps: readonly Step[]
}

/** Builds a program; equal tests and equal steps are kept once. */
export interface ProgramBuilder {
  readonly program: Program
  test(test: Test): number
  step(step: Step): number
}

/** Starts an empty program. */
export const programBuilder = (): ProgramBuilder => {
  const tests: Test[] = []
  const steps: Step[] = []
  const known = new Map<string, number>()
  const once = <T>(list: T[], value: T): number => {
    const key = JSON.stringify(value)
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, list.length)
    list.push(value)
    return list.length - 1
  }
  return {
    program: { tests, steps },
    test: (test) => once(tests, test),
    step: (step) => once(steps, step),
  }
}
