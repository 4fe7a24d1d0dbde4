/** A set found, and whether it is known that none is smaller. */
export interface Smallest {
  readonly set: readonly string[]
  readonly fewest: boolean
}

/**
 * A smallest set for which something holds that goes on holding when the set grows. `start` is any set for which it holds, taken
 * from `candidates`. Found by implicit hitting sets: whatever holds must take something from the rest of each largest set that
 * does not (Davies and Bacchus 2011). After `most` questions the best found so far comes back, marked.
 */
export const smallestSet = (candidates: readonly string[], start: readonly string[], holds: (set: ReadonlySet<string>) => boolean, most: number): Smallest => {
  let best = start.toReversed().reduce<readonly string[]>((kept, one) => {
    const without = kept.filter((other) => other !== one)
    return holds(new Set(without)) ? without : kept
  }, start)
  const toHit: string[][] = []
  for (let asked = start.length; asked < most; asked += candidates.length) {
    const hitting = hittingSet(toHit, best.length - 1)
    if (!hitting) return { set: best, fewest: true }
    if (holds(hitting)) {
      best = [...hitting]
      continue
    }
    const grown = new Set(hitting)
    for (const one of [...candidates.filter((id) => best.includes(id)), ...candidates.filter((id) => !best.includes(id))]) {
      if (!grown.has(one) && !holds(new Set([...grown, one]))) grown.add(one)
    }
    toHit.push(candidates.filter((one) => !grown.has(one)))
  }
  return { set: best, fewest: false }
}

/** A smallest set of at most `size` things with one from each group; undefined when there is none. */
const hittingSet = (groups: readonly (readonly string[])[], size: number): ReadonlySet<string> | undefined => {
  for (let most = 0; most <= size; most += 1) {
    const left: ReadonlySet<string>[] = [new Set()]
    for (let chosen = left.pop(); chosen; chosen = left.pop()) {
      const had = chosen
      const [group] = groups.filter((one) => !one.some((id) => had.has(id))).toSorted((a, b) => a.length - b.length)
      if (!group) return chosen
      if (chosen.size < most) left.push(...group.map((id) => new Set([...had, id])).toReversed())
    }
  }
  return undefined
}
