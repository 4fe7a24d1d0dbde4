import { moved } from './day.ts'
import type { Look, Status } from './evaluate.ts'
import { halves, RANK, residue, status } from './evaluate.ts'
import type { Class, Formula, Test } from './law.ts'
import type { World } from './settle.ts'
import type { Known } from './value.ts'

/** One thing put in on trial: what it is narrowed to. */
export interface Trial {
  readonly test: Test
  readonly to: Partial<Known>
}

/** Two completions that differ in one thing, and in the result: met with the first, not met with the second; `same` is put in for both. */
export interface Witness {
  readonly met: Trial
  readonly notMet: Trial
  readonly same: readonly Trial[]
}

/** The exact status, with what shows it where it is open; undefined when the budget was used up. */
export type Found = { readonly status: Status; readonly witness?: Witness } | undefined

/** Most questions need only so many cases; the hard ones are asked again with more. */
const FEW = 200

/** The exact status of a formula, by case splitting over all completions; at most `budget` cases for each question asked of them. */
export const exact = (formula: Formula, world: World, budget: number): Found => {
  const tree = status(formula, world.look)
  if (tree === 'met' || tree === 'not-met') return { status: tree }
  const rest = residue(formula, world.look)
  for (let cases = FEW; ; cases *= 10) {
    const found = exactWithin(rest, tree, world, Math.min(cases, budget))
    if (found || cases >= budget) return found
  }
}

const exactWithin = (formula: Formula, tree: Class, world: World, cases: number): Found => {
  if (search([{ formula, want: true }], world, cases) === 'none') return { status: 'not-met' }
  if (search([{ formula, want: false }], world, cases) === 'none') return { status: 'met' }
  for (const open of (['unknown', 'judgment', 'agency'] as const).filter((one) => RANK[one] <= RANK[tree])) {
    const witness = turning(formula, open, world, cases)
    if (witness !== 'none') return witness === 'over' ? undefined : { status: open, witness }
  }
  return undefined
}

/** A witness that something of a class decides; `none` when nothing of that class ever does. */
const turning = (formula: Formula, open: Class, world: World, cases: number): Witness | 'none' | 'over' => {
  let over = false
  for (const test of testsOf(formula, open, world.look)) {
    for (const pair of turns(test, world.look(test)))
      for (const [met, notMet] of [pair, pair.toReversed()].map((way) => way.map((to) => ({ test, to })))) {
        if (!met || !notMet) continue
        const same = search(
          [
            { formula, want: true, under: met },
            { formula, want: false, under: notMet },
          ],
          world,
          cases,
        )
        if (typeof same !== 'string') return { met, notMet, same }
        over ||= same === 'over'
      }
  }
  return over ? 'over' : 'none'
}

/** A formula that has to come out so, with one thing put in on trial. */
interface Goal {
  readonly formula: Formula
  readonly want: boolean
  readonly under?: Trial
}

/** What has to be put in so that every goal is reached and everything kept; `none` when nothing does it. */
const search = (asked: readonly Goal[], { look: base, bounded, kept }: World, cases: number): readonly Trial[] | 'none' | 'over' => {
  const goals = [...asked, ...asked.flatMap((goal) => kept.map((formula): Goal => ({ ...goal, formula, want: true })))]
  const put = new Map<string, { test: Test; known: Known }>()
  const look: Look = (test) => put.get(test.key)?.known ?? base(test)
  const trials: Trial[] = []
  let left = cases

  const trying = <T>({ test, to }: Trial, what: () => T): T => {
    const was = put.get(test.key)
    put.set(test.key, { test, known: { ...look(test), ...to } })
    const result = what()
    if (was) put.set(test.key, was)
    else put.delete(test.key)
    return result
  }
  const isAllowed = (): boolean => {
    const pairs = [...put.values()].flatMap(({ test, known: { may } }) => (test.than && may.length === 1 ? [{ test, so: may[0] === 'true' }] : []))
    return (
      bounded.every(([upper, lower]) => look({ fact: lower, key: lower }).from <= look({ fact: upper, key: upper }).to) &&
      pairs.every((one) => !one.so || pairs.every((other) => other.so || !implies(one.test, other.test)))
    )
  }
  const reach = (): boolean | 'over' => {
    let next: readonly Trial[] | undefined
    left -= 1
    for (const { formula, want, under } of goals) {
      const judge = (): boolean | readonly Trial[] => {
        if (!isAllowed()) return false
        const found = status(formula, look)
        return RANK[found] < 0 ? (found === 'met') === want : next === undefined ? split(formula, want, look) : true
      }
      const found = under ? trying(under, judge) : judge()
      if (found === false) return false
      if (found !== true) next = found
    }
    if (!next) return true
    if (left < 0) return 'over'
    for (const trial of next) {
      trials.push(trial)
      const end = trying(trial, reach)
      if (end !== false) return end
      trials.pop()
    }
    return false
  }
  const end = reach()
  return end === 'over' ? 'over' : end ? trials : 'none'
}

/** The two halves of the first open test, the likelier way to what is wanted first. */
const split = (formula: Formula, want: boolean, look: Look): readonly Trial[] => {
  if ('not' in formula) return split(formula.not, !want, look)
  if ('test' in formula) {
    const cases = halves(formula.test, look(formula.test)).flatMap((to) => (to ? [{ test: formula.test, to }] : []))
    return want ? cases : cases.toReversed()
  }
  const child = formula.of.find((one) => RANK[status(one, look)] >= 0)
  return child ? split(child, want, look) : []
}

/** Each pair of whole values between which a test turns. */
const turns = (test: Test, known: Known): (readonly Partial<Known>[])[] => {
  const [yes, no] = halves(test, known)
  if (test.below !== undefined)
    return [
      [
        { from: test.below - 1, to: test.below - 1 },
        { from: test.below, to: test.below },
      ],
    ]
  return (yes?.may ?? []).flatMap((a) => (no?.may ?? []).map((b) => [{ may: [a] }, { may: [b] }]))
}

/** The open tests of a class beneath a formula, in the order of the text. */
export const testsOf = (formula: Formula, open: Class, look: Look): Test[] => {
  if (RANK[status(formula, look)] < 0) return []
  if ('test' in formula) return formula.test.open === open ? [formula.test] : []
  const below = ('of' in formula ? formula.of : [formula.not]).flatMap((one) => testsOf(one, open, look))
  return [...new Map(below.map((test) => [JSON.stringify(test), test])).values()]
}

/** Is the limit of the first pair of dates never after that of the second? Looked at on each day of a cycle of leap years. */
const implies = ({ fact, than: a }: Test, { fact: other, than: b }: Test): boolean =>
  a !== undefined &&
  b !== undefined &&
  fact === other &&
  a.dayOf === b.dayOf &&
  Array.from({ length: 1461 }).every((_, day) => moved(day, a.move) <= moved(day, b.move))
