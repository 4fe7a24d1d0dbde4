import type { Shift } from './day.ts'
import { shiftDay } from './day.ts'
import type { Bound, Program, Test } from './expression.ts'
import type { Interval } from './interval.ts'
import { EVERYTHING, last } from './interval.ts'
import type { Knowledge } from './knowledge.ts'
import type { Status, Truth } from './truth.ts'
import { all, any, atLeast, not, statusOf } from './truth.ts'

/** Gives what is known of a fact. */
export type Known = (fact: string) => Knowledge

/**
 * The status of every step of a program, by the tree: settled by what is known, else open with its class.
 * The result has one status for each step, at the number of the step.
 */
export const evaluate = (program: Program, known: Known): Status[] => {
  const truths = program.tests.map((test) => statusOf(truthOf(test, known), test.openness))
  const statuses: Status[] = []
  const at = (step: number): Status => statuses[step] ?? 'unknown'
  for (const step of program.steps) {
    switch (step.op) {
      case 'test':
        statuses.push(truths[step.test] ?? 'unknown')
        break
      case 'await':
        statuses.push('agency')
        break
      case 'not':
        statuses.push(not(at(step.of)))
        break
      case 'all':
        statuses.push(all(step.of.map(at)))
        break
      case 'any':
        statuses.push(any(step.of.map(at)))
        break
      case 'at-least':
        statuses.push(atLeast(step.count, step.of.map(at)))
        break
      default:
        step satisfies never
    }
  }
  return statuses
}

/** Is the test so for all, none, or only some of the values still possible? */
export const truthOf = (test: Test, known: Known): Truth => {
  const knowledge = known(test.fact)
  switch (test.kind) {
    case 'is':
      return knowledge.kind === 'one' || knowledge.kind === 'act' ? among(knowledge.possible, test.members) : misfit(test, knowledge)
    case 'has':
      return knowledge.kind === 'many' ? ticked(knowledge.yes, knowledge.no, test.members) : misfit(test, knowledge)
    case 'under':
      return knowledge.kind === 'span' ? below(knowledge.span, { lo: test.limit, hi: test.limit + 1 }) : misfit(test, knowledge)
    case 'before':
      return below(daysOf(knowledge), boundDays(test.bound, known))
  }
}

const among = (possible: ReadonlySet<string>, members: readonly string[]): Truth => {
  let inside = 0
  for (const member of members) if (possible.has(member)) inside += 1
  if (inside === 0) return 'false'
  return inside === possible.size ? 'true' : 'unknown'
}

const ticked = (yes: ReadonlySet<string>, no: ReadonlySet<string>, members: readonly string[]): Truth => {
  if (members.some((member) => yes.has(member))) return 'true'
  return members.every((member) => no.has(member)) ? 'false' : 'unknown'
}

const below = (value: Interval, limit: Interval): Truth => {
  if (last(value) < limit.lo) return 'true'
  return value.lo >= last(limit) ? 'false' : 'unknown'
}

const daysOf = (knowledge: Knowledge): Interval => {
  if (knowledge.kind === 'span') return knowledge.span
  return knowledge.kind === 'act' ? knowledge.on : EVERYTHING
}

const boundDays = (bound: Bound, known: Known): Interval => {
  if ('day' in bound) return { lo: bound.day, hi: bound.day + 1 }
  return shifted(daysOf(known(bound.dayOf)), bound.shift)
}

const shifted = (days: Interval, shift: Shift): Interval => ({ lo: shiftDay(days.lo, shift), hi: shiftDay(last(days), shift) + 1 })

const misfit = (test: Test, knowledge: Knowledge): never => {
  throw new TypeError(`test ${test.kind} on ${test.fact} meets knowledge of kind ${knowledge.kind}`)
}
