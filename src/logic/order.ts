/** After so many rounds without a shorter span the best order is taken. */
const PATIENCE = 8

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
  let since = 0
  for (let round = 0; round < rounds && since < PATIENCE; round += 1) {
    const place = placesOf(order)
    const sums = new Float64Array(count)
    const times = new Float64Array(count)
    for (const group of own) {
      let middle = 0
      for (const variable of group) middle += place[variable] ?? 0
      middle /= group.length
      for (const variable of group) {
        sums[variable] = (sums[variable] ?? 0) + middle / group.length
        times[variable] = (times[variable] ?? 0) + 1 / group.length
      }
    }
    const wanted = place.map((own, variable) => (times[variable] === 0 ? own : (sums[variable] ?? 0) / (times[variable] ?? 1)))
    order = order.toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
    const span = spanOf(order, own)
    since += 1
    if (span < bestSpan) [best, bestSpan, since] = [order, span, 0]
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
  let sum = 0
  for (const group of groups) {
    let first = Infinity
    let last = 0
    for (const variable of group) {
      const own = place[variable] ?? 0
      if (own < first) first = own
      if (own > last) last = own
    }
    sum += (last - first) / group.length
  }
  return sum
}
