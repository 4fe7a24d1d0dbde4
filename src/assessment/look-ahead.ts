import type { Diagram, Values } from '../logic/diagram.ts'
import { TRUE } from '../logic/diagram.ts'
import type { Known } from '../logic/evaluate.ts'
import type { Variable } from '../logic/variables.ts'
import type { Fact } from '../rulebook/fact.ts'
import type { LawFunctions } from '../rulebook/functions.ts'

/** One function to be settled: what is left of it, and the values that each of its variables can still have. */
export interface Aim {
  readonly functions: Pick<LawFunctions, 'manager' | 'variables'>
  readonly left: Diagram
  readonly possible: readonly Values[]
}

/** How much harder it is to be asked a question of each burden than a light one. */
const COST: Record<Fact['burden'], number> = { light: 1, personal: 1.5, distressing: 4 }

/** At most so many values of a fact with several variables are tried together; the variables beyond them stay open. */
const MOST_WAYS = 64

/**
 * What a question is worth: how many open (aim, fact) pairs fewer there are after its answer, in the mean over its answers, for
 * each unit of what it costs to be asked. Every value is as likely as every other; of a list, nothing is ticked as often as
 * something, and then one member alone. `counts`: the facts that can still be asked; the others are nobody's question. `known`: what is known of each fact.
 */
export const worthOf = (aims: readonly Aim[], known: Known, counts: (fact: string) => boolean): ((fact: Pick<Fact, 'id' | 'burden'>) => number) => {
  const counters = aims.map((aim) => ({ aim, open: openFacts(aim, known, counts) }))
  return ({ id, burden }) => counters.reduce((sum, { aim, open }) => sum + fewer(id, aim, open, known), 0) / COST[burden]
}

/** How many facts fewer one aim hangs on after the answer, in the mean. */
const fewer = (fact: string, aim: Aim, open: (left: Diagram) => number, known: Known): number => {
  const { functions, left } = aim
  const ways = waysOf(fact, aim, known)
  if (ways.length === 0) return 0
  let weights = 0
  let sum = 0
  for (const { weight, values } of ways) {
    weights += weight
    sum += weight * open(functions.manager.restrict(left, values))
  }
  return open(left) - sum / weights
}

/** How many facts that count a function depends on; each function is looked at once. */
const openFacts = ({ functions: { manager, variables } }: Aim, known: Known, counts: (fact: string) => boolean): ((left: Diagram) => number) => {
  const seen = new Map<Diagram, number>()
  return (left) => {
    if (left <= TRUE) return 0
    const before = seen.get(left)
    if (before !== undefined) return before
    const facts = new Set<string>()
    for (const index of manager.support(left)) {
      const variable = variables.list[index]
      if (variable && variable.kind !== 'await') for (const fact of factsBehind(variable, known)) if (counts(fact)) facts.add(fact)
    }
    seen.set(left, facts.size)
    return facts.size
  }
}

/** One value of a fact as the values of its variables, and how likely it is beside the others. */
interface Way {
  readonly weight: number
  readonly values: readonly Values[]
}

/** Every value of a fact in terms of the variables of one aim; none when it has no open variable there. */
const waysOf = (fact: string, { functions, possible }: Aim, known: Known): Way[] => {
  const { list, sizes } = functions.variables
  const ticks: number[] = []
  let ways: Way[] = [{ weight: 1, values: [] }]
  for (const [index, variable] of list.entries()) {
    const isPair = variable.kind === 'pair'
    if (isPair ? !settledBy(variable, fact, known) : variable.fact !== fact || variable.kind === 'await') continue
    const open = valuesOf(possible[index] ?? 0, sizes[index] ?? 0)
    if (open.length < 2) continue
    if (variable.kind === 'ticked') ticks.push(index)
    else if (ways.length * open.length <= MOST_WAYS)
      ways = ways.flatMap((way) =>
        open.map((value) => ({
          weight: way.weight * (variable.kind === 'one' ? (variable.groups[value]?.length ?? 1) : 1),
          values: fixed(way.values, index, value),
        })),
      )
  }
  if (ticks.length > 0) ways = ticked(ticks, list)
  return ways.length === 1 ? [] : ways
}

/** Nothing ticked, as likely as something; then one member alone, each as likely as the others. */
const ticked = (ticks: readonly number[], list: readonly Variable[]): Way[] => {
  const none = ticks.reduce<readonly Values[]>((values, index) => fixed(values, index, 0), [])
  const alone = ticks.map((index) => {
    const variable = list[index]
    return { weight: variable?.kind === 'ticked' ? variable.members.length : 1, values: fixed(none, index, 1) }
  })
  return [{ weight: alone.reduce((sum, { weight }) => sum + weight, 0), values: none }, ...alone]
}

const fixed = (values: readonly Values[], index: number, value: number): readonly Values[] => {
  const more = [...values]
  more[index] = 1 << value
  return more
}

const valuesOf = (possible: Values, size: number): number[] =>
  Array.from({ length: size }, (_, value) => value).filter((value) => ((possible >> value) & 1) === 1)

/** The facts that have to be found out to know a variable: of a pair of dates, those not known to the day. */
const factsBehind = (variable: Variable, known: Known): string[] => {
  const other = otherDate(variable)
  return other === undefined ? [variable.fact] : [variable.fact, other].filter((fact) => !isOneDay(fact, known))
}

/** Does a fact settle a pair of dates, the other being known to the day? */
const settledBy = (variable: Variable, fact: string, known: Known): boolean => {
  const facts = factsBehind(variable, known)
  return facts.length === 1 && facts[0] === fact
}

const otherDate = (variable: Variable): string | undefined =>
  variable.kind === 'pair' && variable.test.kind === 'before' && 'dayOf' in variable.test.bound ? variable.test.bound.dayOf : undefined

const isOneDay = (fact: string, known: Known): boolean => {
  const knowledge = known(fact)
  const days = knowledge.kind === 'span' ? knowledge.span : knowledge.kind === 'act' && knowledge.possible.size === 1 ? knowledge.on : undefined
  return days !== undefined && days.hi - days.lo === 1
}
