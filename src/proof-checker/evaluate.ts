import { moved } from './day.ts'
import type { Class, FactLaw, Formula, Test } from './law.ts'
import type { Known } from './value.ts'

export type Status = 'met' | 'not-met' | Class

/** What is known of a case, and what was put in on trial. */
export interface World {
  readonly facts: ReadonlyMap<string, FactLaw>
  readonly known: (fact: string) => Known
  /** The same without what was put in on trial: days of different facts are compared by what is given only. */
  readonly given: (fact: string) => Known
  /** Steps awaited and pairs of dates that were put in on trial, by their keys. */
  readonly decided: ReadonlyMap<string, boolean>
  /** Each number with every other that it can never be below. */
  readonly bounded: readonly (readonly [upper: string, lower: string])[]
  /** Facts whose answer can only be given where their condition holds. */
  readonly insists: ReadonlySet<string>
}

export const RANK: Readonly<Record<Status, number>> = { met: -1, 'not-met': -1, agency: 0, judgment: 1, unknown: 2 }
export const isOpen = (status: Status): status is Class => RANK[status] >= 0

/** The status of a formula, by the tree: settled by what is known, else open with the highest class among what is open. */
export const status = (formula: Formula, world: World): Status => {
  if ('wait' in formula) return settled(world.decided.get(formula.wait), 'agency')
  if ('test' in formula) return leaf(formula.test, world)
  if ('not' in formula) {
    const inner = status(formula.not, world)
    return isOpen(inner) ? inner : settled(inner !== 'met', 'agency')
  }
  let met = 0
  let left = formula.of.length
  let open: Class = 'agency'
  for (const child of formula.of) {
    const found = status(child, world)
    if (found === 'met') met += 1
    else if (found === 'not-met') left -= 1
    else open = RANK[found] > RANK[open] ? found : open
    if (met >= formula.need) return 'met'
    if (left < formula.need) return 'not-met'
  }
  return open
}

/** What is left of an open formula when what is settled is taken out. */
export const residue = (formula: Formula, world: World): Formula => {
  if ('not' in formula) return { not: residue(formula.not, world) }
  if (!('of' in formula)) return formula
  const found = formula.of.map((one) => ({ one, now: status(one, world) }))
  const of = found.flatMap(({ one, now }) => (isOpen(now) ? [residue(one, world)] : []))
  return { need: formula.need - found.filter(({ now }) => now === 'met').length, of }
}

/** A fact whose condition is open reads as its value, or as its other value; one whose condition fails only as the other. */
const leaf = (test: Test, world: World): Status => {
  const law = world.facts.get(test.fact)
  const open = law?.open ?? 'unknown'
  const own = holds(test, world.known(test.fact), world)
  const gate = law?.gate && law.otherwise && !world.insists.has(test.fact) ? status(law.gate, world) : 'met'
  if (gate === 'met' || !law?.otherwise) return settled(own, open)
  const other = holds(test, law.otherwise, undefined)
  if (gate === 'not-met' || own === other) return settled(other, open)
  return own === undefined && RANK[open] > RANK[gate] ? open : gate
}

/** Is a test so for all, none, or only some of the values that are left? */
export const holds = (test: Test, known: Known, world: World | undefined): boolean | undefined => {
  if ('members' in test) {
    const inside = known.may.filter((member) => test.members.includes(member)).length
    return inside === known.may.length || (inside === 0 ? false : undefined)
  }
  if ('ticks' in test)
    return test.ticks.some((member) => known.ticks.get(member) === true) || (test.ticks.every((member) => known.ticks.has(member)) ? false : undefined)
  if ('below' in test) return known.to < test.below || (known.from >= test.below ? false : undefined)
  if (!world) return undefined
  const [own, base] = [world.given(test.fact), world.given(test.dayOf)]
  if (own.to < moved(base.from, test.move)) return true
  return own.from >= moved(base.to, test.move) ? false : world.decided.get(test.pair)
}

const settled = (truth: boolean | undefined, open: Class): Status => (truth === undefined ? open : truth ? 'met' : 'not-met')
