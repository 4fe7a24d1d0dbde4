import type { Formula, Look, Place, Status, Test } from './law.ts'
import { RANK, residue, status, testsOf } from './law.ts'
import type { Move, Ranges } from './value.ts'
import { both, moved } from './value.ts'

/** What the answers leave possible, and what every completion of them keeps. */
export interface World {
  readonly place: Place
  readonly look: Look
  /** Each number with every other that it can never be below. */
  readonly bounded: readonly (readonly [upper: string, lower: string])[]
  /** Conditions that hold, because an answer was given that needs them. */
  readonly kept: readonly Formula[]
}

/** One thing put in on trial: what it is narrowed to. */
export interface Trial {
  readonly test: Test
  readonly to: Ranges
}

/** Two completions that differ in one thing, and in the result: met with the first, not met with the second; `same` is put in for both. */
export interface Witness {
  readonly met: Trial
  readonly notMet: Trial
  readonly same: readonly Trial[]
}

/** The exact status, with what shows it where it is open; undefined when the budget was used up. */
export type Found = { readonly status: Status; readonly witness?: Witness } | undefined

/** The exact status of a formula, by case splitting over all completions; at most `budget` cases for each question asked of them. */
export const exact = (formula: Formula, world: World, budget: number): Found => {
  const tree = status(formula, world.look)
  if (RANK[tree] < 0) return { status: tree }
  // most questions need only a few cases; the hard ones are asked again with more
  for (let cases = 200; ; cases *= 10) {
    const found = exactWithin(residue(formula, world.look), world, Math.min(cases, budget))
    if (found || cases >= budget) return found
  }
}

const exactWithin = (formula: Formula, world: World, cases: number): Found => {
  for (const want of [true, false]) if (search([{ formula, want }], world, cases) === 'none') return { status: want ? 'not-met' : 'met' }
  const tests = new Map(testsOf(formula, world.look).map((test) => [JSON.stringify(test), test]))
  let over = -1
  for (const test of [...tests.values()].toSorted((a, b) => RANK[b.open] - RANK[a.open]))
    for (const [met, notMet] of turns(test, world.look(test))) {
      if (RANK[test.open] < over) return undefined
      const goals = [true, false].map((want): Goal => ({ formula, want, under: want ? met : notMet }))
      const same = search(goals, world, cases)
      if (typeof same !== 'string') return { status: test.open, witness: { met, notMet, same } }
      if (same === 'over') over = RANK[test.open]
    }
  return undefined
}

/** Each pair of values, nearest to each other, between which a test turns; both ways. */
const turns = (test: Test, known: Ranges): (readonly [met: Trial, notMet: Trial])[] =>
  both(known, test.yes).flatMap(([from, to]) =>
    both(known, test.no).flatMap(([first, last]) => {
      const [a, b] = [to < first ? to : from, to < first ? first : last].map((value): Trial => ({ test, to: [[value, value]] })) as [Trial, Trial]
      return [[a, b] as const, [b, a] as const]
    }),
  )

/** A formula that has to come out so, with one thing put in on trial. */
interface Goal {
  readonly formula: Formula
  readonly want: boolean
  readonly under?: Trial
}

/** What has to be put in so that every goal is reached and everything kept; `none` when nothing does it. */
const search = (asked: readonly Goal[], world: World, cases: number): readonly Trial[] | 'none' | 'over' => {
  const goals = [...asked, ...asked.flatMap((goal) => world.kept.map((formula): Goal => ({ ...goal, formula, want: true })))]
  let left = cases
  const reach = (put: readonly Trial[]): readonly Trial[] | 'none' | 'over' => {
    let next: readonly Trial[] | undefined
    left -= 1
    for (const { formula, want, under } of goals) {
      const trials = new Map((under ? [...put, under] : put).map((trial) => [trial.test.key, trial]))
      const look: Look = (test) => trials.get(test.key)?.to ?? world.look(test)
      if (!isAllowed([...trials.values()], look, world)) return 'none'
      const found = status(formula, look)
      if (RANK[found] < 0 && (found === 'met') !== want) return 'none'
      if (RANK[found] >= 0) next ??= split(formula, want, look)
    }
    if (!next) return put
    if (left < 0) return 'over'
    for (const trial of next) {
      const end = reach([...put, trial])
      if (end !== 'none') return end
    }
    return 'none'
  }
  return reach([])
}

/** Do the trials keep the order of numbers that cannot be below others, and that of days counted from the same fact? */
const isAllowed = (trials: readonly Trial[], look: Look, { bounded }: World): boolean => {
  const pairs = trials.flatMap(({ test, to }) => (test.than ? [{ ...test.than, fact: test.fact, so: to[0]?.[0] === 1 }] : []))
  return (
    bounded.every(([upper, lower]) => (look({ fact: lower, key: lower })[0]?.[0] ?? 0) <= (look({ fact: upper, key: upper }).at(-1)?.[1] ?? 0)) &&
    pairs.every((a) => !a.so || pairs.every((b) => b.so || a.fact !== b.fact || a.dayOf !== b.dayOf || !isNeverAfter(a.move, b.move)))
  )
}

/** Does the first way to move a day never lead beyond the second? Looked at on each day of a cycle of leap years. */
const isNeverAfter = (a: Move, b: Move): boolean => Array.from({ length: 1461 }).every((_, day) => moved(day, a) <= moved(day, b))

/** The two halves of the first open test, the likelier way to what is wanted first. */
const split = (formula: Formula, want: boolean, look: Look): readonly Trial[] => {
  if ('test' in formula) {
    const halves = [formula.test.yes, formula.test.no].map((half) => ({ test: formula.test, to: both(look(formula.test), half) }))
    return want ? halves : halves.toReversed()
  }
  const child = formula.of.find((one) => RANK[status(one, look)] >= 0)
  return child ? split(child, want === formula.most > 0, look) : []
}
