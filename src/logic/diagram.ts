/**
 * Reduced ordered decision diagrams over variables with several values each (Bryant 1986; with more than two branches,
 * Srinivasan and others 1990). Equal functions are one node, so equality, constancy and dependence are read off directly.
 */

/** A function, by the number of its node. */
export type Diagram = number

/** The two constant functions. */
export const FALSE: Diagram = 0
export const TRUE: Diagram = 1

/** Thrown when a rule needs more nodes than allowed. */
export class BudgetExceeded extends Error {
  constructor(budget: number) {
    super(`the rule needs more than ${String(budget)} diagram nodes`)
  }
}

/** The values of a variable that are still possible, as bits; value v is bit v. At most 30 values. */
export type Values = number

/** Builds and reads diagrams over a fixed order of variables. */
export interface Diagrams {
  /** "Variable `variable` has one of `values`". */
  readonly literal: (variable: number, values: Values) => Diagram
  readonly and: (a: Diagram, b: Diagram) => Diagram
  readonly or: (a: Diagram, b: Diagram) => Diagram
  readonly not: (a: Diagram) => Diagram
  readonly xor: (a: Diagram, b: Diagram) => Diagram
  /** The function where each variable keeps only its possible values; an impossible value counts as the first possible one. */
  readonly restrict: (a: Diagram, possible: readonly Values[]) => Diagram
  /** The same for many functions, remembering what it has seen. */
  readonly restrictor: (possible: readonly Values[]) => (a: Diagram) => Diagram
  /** The variables on which a function depends, in order. */
  readonly support: (a: Diagram) => number[]
  /** "For some value of these variables". */
  readonly some: (a: Diagram, variables: ReadonlySet<number>) => Diagram
  /** The share of all assignments of the possible values for which the function is true, from 0 to 1. */
  readonly share: (a: Diagram, possible: readonly Values[]) => number
  /** Values of variables for which the function is true, fewest variables first, or undefined when it never is. Variables left out do not matter. */
  readonly witness: (a: Diagram, possible: readonly Values[]) => Map<number, number> | undefined
  /** How many nodes a function has, constants not counted. */
  readonly size: (a: Diagram) => number
  /** How many nodes were made so far. */
  readonly made: number
}

/** Starts diagrams over variables with so many values each. Throws `BudgetExceeded` past `budget` nodes. */
export const diagrams = (sizes: readonly number[], budget = 500_000): Diagrams => {
  const levels: number[] = [sizes.length, sizes.length]
  const branches: (readonly Diagram[])[] = [[], []]
  const unique = new Map<string, Diagram>()
  const level = (a: Diagram): number => levels[a] ?? 0
  const branch = (a: Diagram, variable: number, value: number): Diagram => (level(a) === variable ? (branches[a]?.[value] ?? FALSE) : a)

  const node = (variable: number, children: readonly Diagram[]): Diagram => {
    const [first = FALSE] = children
    if (children.every((child) => child === first)) return first
    const key = `${String(variable)}:${children.join()}`
    const known = unique.get(key)
    if (known !== undefined) return known
    if (levels.length > budget) throw new BudgetExceeded(budget)
    levels.push(variable)
    branches.push(children)
    unique.set(key, levels.length - 1)
    return levels.length - 1
  }

  const binary = (settled: (a: Diagram, b: Diagram) => Diagram | undefined): ((a: Diagram, b: Diagram) => Diagram) => {
    const cache = new Map<number, Diagram>()
    const apply = (a: Diagram, b: Diagram): Diagram => {
      const known = settled(a, b)
      if (known !== undefined) return known
      const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a
      const cached = cache.get(key)
      if (cached !== undefined) return cached
      const variable = Math.min(level(a), level(b))
      const children: Diagram[] = []
      for (let value = 0; value < (sizes[variable] ?? 0); value += 1) children.push(apply(branch(a, variable, value), branch(b, variable, value)))
      const made = node(variable, children)
      cache.set(key, made)
      return made
    }
    return apply
  }

  const and = binary((a, b) => (a === FALSE || b === FALSE ? FALSE : a === TRUE ? b : b === TRUE || a === b ? a : undefined))
  const or = binary((a, b) => (a === TRUE || b === TRUE ? TRUE : a === FALSE ? b : b === FALSE || a === b ? a : undefined))
  const xor = binary((a, b) => (a === b ? FALSE : a === FALSE ? b : b === FALSE ? a : undefined))

  const walk = <T>(leaf: (a: Diagram) => T, inner: (a: Diagram, go: (a: Diagram) => T) => T): ((a: Diagram) => T) => {
    const cache = new Map<Diagram, T>()
    const go = (a: Diagram): T => {
      if (a <= TRUE) return leaf(a)
      const known = cache.get(a)
      if (known !== undefined) return known
      const made = inner(a, go)
      cache.set(a, made)
      return made
    }
    return go
  }

  const childrenOf = (a: Diagram): readonly Diagram[] => branches[a] ?? []
  const isPossible = (possible: readonly Values[], variable: number, value: number): boolean => (((possible[variable] ?? -1) >> value) & 1) === 1

  const restrictor = (possible: readonly Values[]): ((a: Diagram) => Diagram) =>
    walk<Diagram>(
      (leaf) => leaf,
      (inner, go) => {
        const variable = level(inner)
        const children = childrenOf(inner)
        const first = children.findIndex((_, value) => isPossible(possible, variable, value))
        return node(
          variable,
          children.map((child, value) => go(isPossible(possible, variable, value) ? child : (children[first] ?? FALSE))),
        )
      },
    )

  const some = (a: Diagram, quantified: ReadonlySet<number>): Diagram =>
    walk<Diagram>(
      (leaf) => leaf,
      (inner, go) => {
        const children = childrenOf(inner).map(go)
        return quantified.has(level(inner)) ? children.reduce(or, FALSE) : node(level(inner), children)
      },
    )(a)

  const reached = (a: Diagram): Set<Diagram> => {
    const seen = new Set<Diagram>()
    const left = [a]
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      if (one <= TRUE || seen.has(one)) continue
      seen.add(one)
      left.push(...childrenOf(one))
    }
    return seen
  }

  const shareOf = (possible: readonly Values[]): ((a: Diagram) => number) =>
    walk<number>(
      (leaf) => leaf,
      (inner, go) => {
        const variable = level(inner)
        const open = childrenOf(inner).filter((_, value) => isPossible(possible, variable, value))
        return open.reduce((sum, child) => sum + go(child), 0) / Math.max(1, open.length)
      },
    )

  const witness = (a: Diagram, possible: readonly Values[]): Map<number, number> | undefined => {
    const shortest = walk<number>(
      (leaf) => (leaf === TRUE ? 0 : Infinity),
      (inner, go) => 1 + Math.min(...childrenOf(inner).map((child, value) => (isPossible(possible, level(inner), value) ? go(child) : Infinity))),
    )
    if (shortest(a) === Infinity) return undefined
    const found = new Map<number, number>()
    let one = a
    while (one > TRUE) {
      const variable = level(one)
      const costs = childrenOf(one).map((child, value) => (isPossible(possible, variable, value) ? shortest(child) : Infinity))
      const value = costs.indexOf(Math.min(...costs))
      found.set(variable, value)
      one = childrenOf(one)[value] ?? TRUE
    }
    return found
  }

  return {
    literal: (variable, values) =>
      node(
        variable,
        Array.from({ length: sizes[variable] ?? 0 }, (_, value) => (values >> value) & 1),
      ),
    and,
    or,
    xor,
    not: (a) => xor(a, TRUE),
    restrict: (a, possible) => restrictor(possible)(a),
    restrictor,
    some,
    support: (a) => [...new Set([...reached(a)].map(level))].toSorted((x, y) => x - y),
    share: (a, possible) => shareOf(possible)(a),
    witness,
    size: (a) => reached(a).size,
    get made() {
      return levels.length - 2
    },
  }
}
