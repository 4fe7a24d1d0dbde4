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
  /** Is there a value of a variable under which the first function is never so, though the second can be? */
  readonly excludes: (a: Diagram, b: Diagram, variable: number) => boolean
  /** "For some value of these variables". */
  readonly some: (a: Diagram, variables: ReadonlySet<number>) => Diagram
  /** The share of all assignments of the possible values for which the function is true, from 0 to 1. */
  readonly share: (a: Diagram, possible: readonly Values[]) => number
  /** Values of variables for which the function is true, fewest variables first, or undefined when it never is. Variables left out do not matter. */
  readonly witness: (a: Diagram, possible: readonly Values[]) => Map<number, number> | undefined
  /**
   * Values of variables under which two functions can both be so, for each of the two: the same but for the `free` variables, and
   * with as few `counted` variables as can be; undefined where there are none.
   */
  readonly common: (
    a: Diagram,
    b: Diagram,
    possible: readonly Values[],
    free: ReadonlySet<number>,
    counted: ReadonlySet<number>,
  ) => readonly [Map<number, number>, Map<number, number>] | undefined
  /** How many nodes a function has, constants not counted. */
  readonly size: (a: Diagram) => number
  /** How many nodes were made so far. */
  readonly made: number
}

/** More variables than this are refused: what walks a diagram goes as deep as there are variables. */
const MOST_VARIABLES = 4000

/** Starts diagrams over variables with so many values each. Throws `BudgetExceeded` past `budget` nodes, or for thousands of variables. */
export const diagrams = (sizes: readonly number[], budget = 500_000): Diagrams => {
  if (sizes.length > MOST_VARIABLES) throw new BudgetExceeded(budget)
  const levels: number[] = [sizes.length, sizes.length]
  // The children of node n stand in `kids` from `starts[n]` on, one for each value of its variable.
  const starts: number[] = [0, 0]
  const kids: Diagram[] = []
  const unique = nodeTable()
  const level = (a: Diagram): number => levels[a] ?? 0
  const sizeAt = (variable: number): number => sizes[variable] ?? 0
  const child = (a: Diagram, value: number): Diagram => kids[(starts[a] ?? 0) + value] ?? FALSE
  const branch = (a: Diagram, variable: number, value: number): Diagram => (level(a) === variable ? child(a, value) : a)

  const isNode = (a: Diagram, variable: number, children: readonly Diagram[]): boolean => {
    if (level(a) !== variable) return false
    const start = starts[a] ?? 0
    for (let value = 0; value < children.length; value += 1) if (kids[start + value] !== children[value]) return false
    return true
  }
  const node = (variable: number, children: readonly Diagram[]): Diagram => {
    const [first = FALSE] = children
    let same = true
    let hash = variable
    for (const one of children) {
      same &&= one === first
      hash = Math.imul(hash ^ one, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    if (same) return first
    const known = unique.find(hash, (a) => isNode(a, variable, children))
    if (known !== undefined) return known
    if (levels.length > budget) throw new BudgetExceeded(budget)
    levels.push(variable)
    starts.push(kids.length)
    for (const one of children) kids.push(one)
    unique.add(hash, levels.length - 1)
    return levels.length - 1
  }

  const binary = (settled: (a: Diagram, b: Diagram) => Diagram | undefined): ((a: Diagram, b: Diagram) => Diagram) => {
    const cache = pairTable()
    const apply = (a: Diagram, b: Diagram): Diagram => {
      const known = settled(a, b)
      if (known !== undefined) return known
      const [low, high] = a < b ? [a, b] : [b, a]
      const cached = cache.get(low, high)
      if (cached !== undefined) return cached
      const variable = Math.min(level(a), level(b))
      const children: Diagram[] = []
      for (let value = 0; value < sizeAt(variable); value += 1) children.push(apply(branch(a, variable, value), branch(b, variable, value)))
      const made = node(variable, children)
      cache.set(low, high, made)
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

  const childrenOf = (a: Diagram): Diagram[] => kids.slice(starts[a], (starts[a] ?? 0) + sizeAt(level(a)))
  const isPossible = (possible: readonly Values[], variable: number, value: number): boolean => (((possible[variable] ?? -1) >> value) & 1) === 1

  const restrictor = (possible: readonly Values[]): ((a: Diagram) => Diagram) => {
    const done = new Map<Diagram, Diagram>()
    const go = (a: Diagram): Diagram => {
      if (a <= TRUE) return a
      const known = done.get(a)
      if (known !== undefined) return known
      const variable = level(a)
      const values = possible[variable] ?? -1
      const size = sizeAt(variable)
      let first = 0
      while (first < size && ((values >> first) & 1) === 0) first += 1
      let made: Diagram
      if (first < size && values >> (first + 1) === 0) made = go(child(a, first))
      else {
        const children: Diagram[] = []
        const other = go(child(a, first === size ? 0 : first))
        for (let value = 0; value < size; value += 1) children.push(((values >> value) & 1) === 1 && value !== first ? go(child(a, value)) : other)
        made = node(variable, children)
      }
      done.set(a, made)
      return made
    }
    return go
  }

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
      for (let value = 0; value < sizeAt(level(one)); value += 1) left.push(child(one, value))
    }
    return seen
  }

  const shareOf = (possible: readonly Values[]): ((a: Diagram) => number) =>
    walk<number>(
      (leaf) => leaf,
      (inner, go) => {
        const variable = level(inner)
        let sum = 0
        let open = 0
        for (let value = 0; value < sizeAt(variable); value += 1) {
          if (!isPossible(possible, variable, value)) continue
          sum += go(child(inner, value))
          open += 1
        }
        return sum / Math.max(1, open)
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

  const excludes = (a: Diagram, b: Diagram, variable: number): boolean => {
    const possible: Values[] = []
    for (let value = 0; value < sizeAt(variable); value += 1) {
      possible[variable] = 1 << value
      if (restrictor(possible)(a) === FALSE && restrictor(possible)(b) !== FALSE) return true
    }
    return false
  }

  const common: Diagrams['common'] = (a, b, possible, free, counted) => {
    const found = [new Map<number, number>(), new Map<number, number>()] as const
    let barren = new Set<number>()
    const search = (one: Diagram, other: Diagram, left: number): boolean => {
      if (one === FALSE || other === FALSE) return false
      if (one === TRUE && other === TRUE) return true
      const variable = Math.min(level(one), level(other))
      const rest = counted.has(variable) ? left - 1 : left
      const key = (one * 0x4000000 + other) * 64 + Math.min(left, 63)
      if (rest < 0 || barren.has(key)) return false
      const values = possible[variable] ?? -1
      const isFree = free.has(variable) && level(one) === level(other)
      for (let value = 0; value < sizeAt(variable); value += 1) {
        if (((values >> value) & 1) === 0) continue
        for (let own = isFree ? 0 : value; own < (isFree ? sizeAt(variable) : value + 1); own += 1) {
          if (((values >> own) & 1) === 0 || !search(branch(one, variable, value), branch(other, variable, own), rest)) continue
          found[0].set(variable, value)
          found[1].set(variable, own)
          return true
        }
      }
      barren.add(key)
      return false
    }
    if (!search(a, b, Infinity)) return undefined
    for (let most = 0; ; most += 1) {
      for (const side of found) side.clear()
      barren = new Set()
      if (search(a, b, most)) return found
    }
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
    excludes,
    common,
    size: (a) => reached(a).size,
    get made() {
      return levels.length - 2
    },
  }
}

/** Nodes by hash, with open addressing. */
const nodeTable = (): { find: (hash: number, fits: (a: Diagram) => boolean) => Diagram | undefined; add: (hash: number, a: Diagram) => void } => {
  let slots = new Int32Array(1 << 10)
  const hashes: number[] = []
  const members: Diagram[] = []
  const put = (hash: number, index: number): void => {
    let slot = hash & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  }
  return {
    find: (hash, fits) => {
      for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const index = (slots[slot] ?? 0) - 1
        const member = members[index] ?? FALSE
        if (hashes[index] === hash && fits(member)) return member
      }
      return undefined
    },
    add: (hash, a) => {
      hashes.push(hash)
      members.push(a)
      if (members.length * 2 < slots.length) {
        put(hash, members.length - 1)
        return
      }
      slots = new Int32Array(slots.length * 4)
      for (const [index, one] of hashes.entries()) put(one, index)
    },
  }
}

/** What was found for two nodes. */
const pairTable = (): { get: (a: Diagram, b: Diagram) => Diagram | undefined; set: (a: Diagram, b: Diagram, made: Diagram) => void } => {
  // INVARIANT: three numbers for each entry: a, b and what was made; a = 0 marks a free place, since no pair begins with FALSE.
  let entries = new Int32Array(3 << 9)
  let filled = 0
  const placeOf = (a: Diagram, b: Diagram): number => {
    const last = entries.length / 3 - 1
    let place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 7
    for (place &= last; entries[place * 3] !== 0; place = (place + 1) & last) if (entries[place * 3] === a && entries[place * 3 + 1] === b) break
    return place * 3
  }
  const set = (a: Diagram, b: Diagram, made: Diagram): void => {
    const place = placeOf(a, b)
    if (entries[place] === 0) filled += 1
    entries[place] = a
    entries[place + 1] = b
    entries[place + 2] = made
    if (filled * 2 * 3 < entries.length) return
    const old = entries
    entries = new Int32Array(old.length * 4)
    filled = 0
    for (let index = 0; index < old.length; index += 3) if (old[index] !== 0) set(old[index] ?? 0, old[index + 1] ?? 0, old[index + 2] ?? 0)
  }
  return {
    get: (a, b) => {
      const place = placeOf(a, b)
      return entries[place] === 0 ? undefined : entries[place + 2]
    },
    set,
  }
}
