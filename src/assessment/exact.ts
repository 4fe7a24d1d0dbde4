import type { Diagram, Values } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { Openness, Status } from '../logic/truth.ts'
import type { LawFunctions } from '../rulebook/functions.ts'
import type { Completions } from './completions.ts'

/** Reads exact statuses and dependence of one case off the functions of the law. */
export interface Exact {
  /** The function of a step with what is known put in. */
  readonly reduced: (step: number) => Diagram
  /** The exact status: settled when all completions agree, else the highest class among what it really depends on. */
  readonly status: (step: number) => Status
  /** The variables whose value can change the function in some completion. */
  readonly support: (step: number) => readonly number[]
  readonly possible: readonly Values[]
  /** The values of a variable that are still possible. */
  readonly values: (variable: number) => readonly number[]
  /** What every completion keeps that touches the function. */
  readonly kept: (diagram: Diagram) => Diagram
}

const RANK: Record<Openness, number> = { agency: 0, judgment: 1, unknown: 2 }

/** Up to so many assignments of the variables of a kept condition are looked at one by one. */
const MOST_WAYS = 512

/** One way to assign the variables of a kept condition, and what is left of the function. */
interface Way {
  readonly values: readonly number[]
  readonly left: Diagram
}

/** Exact answers for one case. */
export const exactly = (functions: LawFunctions, { possible, kept }: Completions): Exact => {
  const { manager, variables } = functions
  const put = manager.restrictor(possible)
  const conditions = kept.map((condition) => put(condition)).filter((condition) => condition !== TRUE)
  const touched = conditions.map((condition) => new Set(manager.support(condition)))
  const supports = new Map<Diagram, readonly number[]>()
  const open = possible.map((values, variable) => valuesIn(values, variables.sizes[variable] ?? 0))
  const valuesOf = (variable: number): readonly number[] => open[variable] ?? []

  /** Conditions that share a variable with the function, directly or through one another. */
  const keptFor = (diagram: Diagram): Diagram => {
    if (conditions.length === 0 || diagram <= TRUE) return TRUE
    const reach = new Set(manager.support(diagram))
    const used = new Set<number>()
    for (let grew = true; grew;) {
      grew = false
      for (const [index, own] of touched.entries()) {
        if (used.has(index) || ![...own].some((variable) => reach.has(variable))) continue
        used.add(index)
        for (const variable of own) reach.add(variable)
        grew = true
      }
    }
    return [...used].reduce((sum, index) => manager.and(sum, conditions[index] ?? TRUE), TRUE)
  }

  /** Every way to assign the variables of a condition so that it holds; undefined when there are too many. */
  const waysOf = (diagram: Diagram, care: Diagram): { own: readonly number[]; ways: readonly Way[] } | undefined => {
    const own = manager.support(care)
    if (own.reduce((product, variable) => product * valuesOf(variable).length, 1) > MOST_WAYS) return undefined
    let ways: { values: number[]; left: Diagram; care: Diagram }[] = [{ values: [], left: diagram, care }]
    for (const variable of own) {
      ways = ways.flatMap((way) =>
        valuesOf(variable).flatMap((value) => {
          const only: Values[] = []
          only[variable] = 1 << value
          const rest = manager.restrict(way.care, only)
          return rest === FALSE ? [] : [{ values: [...way.values, value], left: manager.restrict(way.left, only), care: rest }]
        }),
      )
    }
    return { own, ways }
  }

  const supportOf = (diagram: Diagram): readonly number[] => {
    const known = supports.get(diagram)
    if (known) return known
    const care = keptFor(diagram)
    const all = manager.support(diagram)
    const found = care === TRUE ? all : supportWithin(diagram, care, all)
    supports.set(diagram, found)
    return found
  }
  const supportWithin = (diagram: Diagram, care: Diagram, all: readonly number[]): number[] => {
    const table = waysOf(diagram, care)
    if (!table) return all.filter((variable) => matters(diagram, care, variable))
    const { own, ways } = table
    const free = new Set(ways.flatMap(({ left }) => manager.support(left)))
    const tied = own.filter((_, place) =>
      ways.some((a) => ways.some((b) => a.left !== b.left && a.values.every((value, index) => index === place || value === b.values[index]))),
    )
    return [...new Set([...free, ...tied])].toSorted((a, b) => a - b)
  }
  const matters = (diagram: Diagram, care: Diagram, variable: number): boolean => {
    const fixed = valuesOf(variable).map((value) => {
      const only: Values[] = []
      only[variable] = 1 << value
      return { then: manager.restrict(diagram, only), kept: manager.restrict(care, only) }
    })
    return fixed.some((a, i) => fixed.slice(i + 1).some((b) => manager.and(manager.and(manager.xor(a.then, b.then), a.kept), b.kept) !== FALSE))
  }

  const statusOf = (diagram: Diagram): Status => {
    if (diagram === TRUE) return 'met'
    if (diagram === FALSE) return 'not-met'
    const care = keptFor(diagram)
    if (care !== TRUE) {
      if (manager.and(diagram, care) === FALSE) return 'not-met'
      if (manager.and(manager.not(diagram), care) === FALSE) return 'met'
    }
    const classes = supportOf(diagram).flatMap((index) => variables.list[index]?.openness ?? [])
    return classes.reduce<Openness>((highest, one) => (RANK[one] > RANK[highest] ? one : highest), 'agency')
  }
  const statuses = new Map<number, Status>()
  const reduced = (step: number): Diagram => put(functions.of(step))
  const status = (step: number): Status => {
    const known = statuses.get(step)
    if (known) return known
    const found = statusOf(reduced(step))
    statuses.set(step, found)
    return found
  }
  return { reduced, status, support: (step) => supportOf(reduced(step)), possible, values: valuesOf, kept: keptFor }
}

const valuesIn = (values: Values, size: number): number[] => {
  const found: number[] = []
  for (let value = 0; value < size; value += 1) if (((values >> value) & 1) === 1) found.push(value)
  return found
}
