/**
 * An order of variables in which those that are read together lie together, so that diagrams stay small: each variable is moved
 * to the middle of the groups it belongs to, again and again, while the groups' spans shrink (FORCE; Aloul, Markov and
 * Sakallah 2003).
 */
export const closeTogether = (count: number, groups: readonly (readonly number[])[], rounds = 60): number[] => {
  const own = groups.filter((group) => group.length > 1)
  let order = Array.from({ length: count }, (_, index) => index)
  let best = order
  let bestSpan = spanOf(best, own)
  for (let round = 0; round < rounds; round += 1) {
    const place = placesOf(order)
    const pull = Array.from({ length: count }, () => ({ sum: 0, times: 0 }))
    for (const group of own) {
      const middle = group.reduce((sum, variable) => sum + (place[variable] ?? 0), 0) / group.length
      for (const variable of group) {
        const one = pull[variable]
        if (!one) continue
        one.sum += middle / group.length
        one.times += 1 / group.length
      }
    }
    const wanted = pull.map(({ sum, times }, variable) => (times === 0 ? (place[variable] ?? 0) : sum / times))
    order = order.toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
    const span = spanOf(order, own)
    if (span < bestSpan) [best, bestSpan] = [order, span]
  }
  return best
}

const placesOf = (order: readonly number[]): number[] => {
  const places: number[] = []
  for (const [index, variable] of order.entries()) places[variable] = index
  return places
}

const spanOf = (order: readonly number[], groups: readonly (readonly number[])[]): number => {
  const place = placesOf(order)
  return groups.reduce((sum, group) => {
    const places = group.map((variable) => place[variable] ?? 0)
    return sum + (Math.max(...places) - Math.min(...places)) / group.length
  }, 0)
}
