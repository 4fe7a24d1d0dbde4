import { moved } from './day.ts'
import type { Status, World } from './evaluate.ts'
import { holds, isOpen, RANK, residue, status } from './evaluate.ts'
import type { Class, Formula, Test } from './law.ts'
import type { Known } from './value.ts'

/** One thing put in on trial: what a fact is narrowed to, or that something is so or not so. */
export type Trial = { readonly fact: string; readonly to: Partial<Known> } | { readonly key: string; readonly so: boolean; readonly pair?: Test }

/** Two completions that differ in one thing, and in the result: met with the first, not met with the second. */
export interface Witness {
  readonly met: Trial
  readonly notMet: Trial
  /** The same in both. */
  readonly same: readonly Trial[]
}

/** The exact status, with what shows it where it is open; undefined when the budget was used up. */
export type Found = { readonly status: Status; readonly witness?: Witness } | undefined

/** A formula that has to come out so, with one thing put in on trial. */
interface Goal {
  readonly formula: Formula
  readonly want: boolean
  readonly under?: Trial
}

/** The exact status of a formula, by case splitting over all completions; at most `budget` cases for each question asked of them. */
export const exact = (formula: Formula, base: World, budget: number): Found => {
  const tree = status(formula, base)
  if (!isOpen(tree)) return { status: tree }
  const rest = residue(formula, base)
  for (let cases = FEW; ; cases *= 10) {
    const found = exactWithin(rest, tree, base, Math.min(cases, budget))
    if (found || cases >= budget) return found
  }
}

/** Most questions need only so many cases; the hard ones are asked again with more. */
const FEW = 200

const exactWithin = (formula: Formula, tree: Class, base: World, cases: number): Found => {
  if (search([{ formula, want: true }], base, cases) === 'none') return { status: 'not-met' }
  if (search([{ formula, want: false }], base, cases) === 'none') return { status: 'met' }
  for (const open of (['unknown', 'judgment', 'agency'] as const).filter((one) => RANK[one] <= RANK[tree])) {
    const witness = turning(formula, open, base, cases)
    if (witness !== 'none') return witness === 'over' ? undefined : { status: open, witness }
  }
  return undefined
}

/** A witness that something of a class decides; `none` when nothing of that class ever does. */
const turning = (formula: Formula, open: Class, base: World, cases: number): Witness | 'none' | 'over' => {
  let over = false
  for (const [one, other] of variables(formula, open, base)) {
    for (const [met, notMet] of [[one, other] as const, [other, one] as const]) {
      const goals = [
        { formula, want: true, under: met },
        { formula, want: false, under: notMet },
      ]
      const same = search(goals, base, cases)
      if (typeof same !== 'string') return { met, notMet, same }
      over ||= same === 'over'
    }
  }
  return over ? 'over' : 'none'
}

/** What has to be put in so that every goal is reached and everything kept; `none` when nothing does it. */
const search = (goals: readonly Goal[], base: World, budget: number): readonly Trial[] | 'none' | 'over' => {
  const kept = [...base.insists].flatMap((fact) => base.facts.get(fact)?.gate ?? []).filter((gate) => status(gate, base) !== 'met')
  const unders = [...new Set(goals.map(({ under }) => under))]
  const all: readonly Goal[] = [...goals, ...unders.flatMap((under) => kept.map((formula) => ({ formula, want: true, ...(under ? { under } : {}) })))]
  const trials: Trial[] = []
  const known = new Map<string, Known>()
  const decided = new Map<string, boolean>()
  const pairs = new Map<string, Test>()
  const world: World = { ...base, known: (fact) => known.get(fact) ?? base.known(fact), decided }
  let left = budget

  const put = (trial: Trial): (() => void) => {
    if ('fact' in trial) {
      const was = known.get(trial.fact)
      const now = world.known(trial.fact)
      known.set(trial.fact, { ...now, ...trial.to, ...(trial.to.ticks ? { ticks: new Map([...now.ticks, ...trial.to.ticks]) } : {}) })
      return () => void (was ? known.set(trial.fact, was) : known.delete(trial.fact))
    }
    const was = decided.get(trial.key)
    decided.set(trial.key, trial.so)
    if (trial.pair) pairs.set(trial.key, trial.pair)
    return () => void (was === undefined ? decided.delete(trial.key) : decided.set(trial.key, was))
  }
  const reach = (): 'found' | 'none' | 'over' => {
    let next: (() => readonly Trial[]) | undefined
    left -= 1
    for (const { formula, want, under } of all) {
      const undo = under && put(under)
      const found = isAllowed(world, pairs) ? status(formula, world) : want ? 'not-met' : 'met'
      const cases = isOpen(found) && !next ? split(formula, want, world) : []
      undo?.()
      if (!isOpen(found) && found !== (want ? 'met' : 'not-met')) return 'none'
      if (isOpen(found)) next ??= () => cases
    }
    if (!next) return 'found'
    if (left < 0) return 'over'
    for (const trial of next()) {
      const undo = put(trial)
      trials.push(trial)
      const end = isAllowed(world, pairs) ? reach() : 'none'
      if (end !== 'none') return end
      trials.pop()
      undo()
    }
    return 'none'
  }
  const end = reach()
  return end === 'found' ? trials : end
}

/** Two cases that together are all, the likelier way to what is wanted first. */
const split = (formula: Formula, want: boolean, world: World): readonly Trial[] => {
  if ('not' in formula) return split(formula.not, !want, world)
  if ('of' in formula) {
    const child = formula.of.find((one) => isOpen(status(one, world)))
    return child ? split(child, want, world) : []
  }
  const cases = (yes: Trial, no: Trial): Trial[] => (want ? [yes, no] : [no, yes])
  const so = (key: string, pair?: Test): Trial[] => cases({ key, so: true, ...(pair ? { pair } : {}) }, { key, so: false, ...(pair ? { pair } : {}) })
  if ('wait' in formula) return so(formula.wait)
  const { test } = formula
  const law = world.facts.get(test.fact)
  if (law?.gate && law.otherwise && !world.insists.has(test.fact) && isOpen(status(law.gate, world)))
    return split(law.gate, holds(test, law.otherwise, undefined) !== want, world)
  const now = world.known(test.fact)
  const to = (yes: Partial<Known>, no: Partial<Known>): Trial[] => cases({ fact: test.fact, to: yes }, { fact: test.fact, to: no })
  if ('members' in test)
    return to({ may: now.may.filter((member) => test.members.includes(member)) }, { may: now.may.filter((member) => !test.members.includes(member)) })
  if ('below' in test) return to({ from: now.from, to: test.below - 1 }, { from: test.below, to: now.to })
  if ('dayOf' in test) return so(test.pair, test)
  const free = test.ticks.find((member) => !now.ticks.has(member)) ?? ''
  return to(ticked(free, true), ticked(free, false))
}

const ticked = (member: string, so: boolean): Partial<Known> => ({ ticks: new Map([[member, so]]) })

/** Do lower numbers lie no higher than those they bound, and earlier limits before later ones? */
const isAllowed = (world: World, pairs: ReadonlyMap<string, Test>): boolean =>
  world.bounded.every(([upper, lower]) => world.known(lower).from <= world.known(upper).to) &&
  [...pairs].every(([a, one]) => world.decided.get(a) !== true || [...pairs].every(([b, other]) => world.decided.get(b) !== false || !implies(one, other)))

/** Is the limit of the first pair of dates never after that of the second? Looked at on each day of a cycle of leap years. */
const implies = (a: Test, b: Test): boolean =>
  'dayOf' in a &&
  'dayOf' in b &&
  a.fact === b.fact &&
  a.dayOf === b.dayOf &&
  Array.from({ length: 1461 }, (_, day) => day).every((day) => moved(day, a.move) <= moved(day, b.move))

/** Each pair of values between which something open of a class can turn, in the order of the text; conditions of facts too. */
export function* variables(formula: Formula, open: Class, world: World): Generator<readonly [Trial, Trial]> {
  const left: Formula[] = [formula]
  const seen = new Set<string>()
  for (let one = left.pop(); one; one = left.pop()) {
    if (!isOpen(status(one, world))) continue
    if ('of' in one) left.push(...one.of.toReversed())
    else if ('not' in one) left.push(one.not)
    else {
      const law = 'test' in one ? world.facts.get(one.test.fact) : undefined
      if (law?.gate && !world.insists.has(law.fact.id)) left.push(law.gate)
      if ((law?.open ?? 'agency') !== open) continue
      for (const pair of turns(one, world)) {
        const key = JSON.stringify(pair, (_, value: unknown) => (value instanceof Map ? [...value] : value))
        if (!seen.has(key)) yield pair
        seen.add(key)
      }
    }
  }
}

const turns = (leaf: Formula & ({ test: Test } | { wait: string }), world: World): (readonly [Trial, Trial])[] => {
  const so = (key: string, pair?: Test): readonly [Trial, Trial] => [
    { key, so: true, ...(pair ? { pair } : {}) },
    { key, so: false, ...(pair ? { pair } : {}) },
  ]
  if ('wait' in leaf) return [so(leaf.wait)]
  const { test } = leaf
  const { fact } = test
  const now = world.known(fact)
  if ('dayOf' in test) return [so(test.pair, test)]
  if ('ticks' in test)
    return test.ticks
      .filter((member) => !now.ticks.has(member))
      .map(
        (member) =>
          [
            { fact, to: ticked(member, true) },
            { fact, to: ticked(member, false) },
          ] as const,
      )
  if ('members' in test) {
    const [inside, outside] = [true, false].map((is) => now.may.filter((member) => test.members.includes(member) === is))
    return (inside ?? []).flatMap((a) =>
      (outside ?? []).map(
        (b) =>
          [
            { fact, to: { may: [a] } },
            { fact, to: { may: [b] } },
          ] as const,
      ),
    )
  }
  const [below, from] = [test.below - 1, test.below]
  return now.from < from && from <= now.to
    ? [
        [
          { fact, to: { from: below, to: below } },
          { fact, to: { from, to: from } },
        ],
      ]
    : []
}
