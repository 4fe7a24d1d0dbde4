import type { Answer } from './answer.ts'

/** Do some of the answers alone force what is to be explained? */
export type Forces = (answers: ReadonlyMap<string, Answer>) => boolean

/** How often the question may be put before the search for a smaller set ends with the best found so far. */
const MOST = 4000

/**
 * A smallest set of answers that alone forces an outcome; of equally small ones, that whose facts are asked first. Found by
 * implicit hitting sets: whatever set forces it must take something from the rest of each largest set that does not (Davies and
 * Bacchus 2011). `order` is the order in which facts are asked. What is left out of a set counts
 * as unknown, also where something would be assumed of a fact that nobody told. `[]` where even all answers do not force it.
 */
export const smallestReason = (answers: ReadonlyMap<string, Answer>, order: readonly string[], forces: Forces): string[] => {
  const candidates = order.filter((fact) => answers.get(fact)?.said === 'answered')
  let asked = 0
  const enough = (facts: Iterable<string>): boolean => {
    asked += 1
    return forces(only(answers, facts))
  }
  if (enough([]) || !enough(candidates)) return []
  const largest = shrunk(candidates, enough)
  const toHit: ReadonlySet<string>[] = []
  for (;;) {
    const hitting = smallestHitting(toHit, candidates)
    if (hitting.length >= largest.length || asked > MOST) return largest
    if (enough(hitting)) return hitting
    const grown = new Set(hitting)
    for (const fact of largest.concat(candidates)) {
      if (grown.has(fact)) continue
      grown.add(fact)
      if (enough(grown)) grown.delete(fact)
    }
    toHit.push(new Set(candidates.filter((fact) => !grown.has(fact))))
  }
}

const only = (answers: ReadonlyMap<string, Answer>, facts: Iterable<string>): ReadonlyMap<string, Answer> => {
  const wanted = new Set(facts)
  return new Map([...answers].map(([fact, answer]) => [fact, wanted.has(fact) ? answer : UNKNOWN]))
}

const UNKNOWN: Answer = { said: 'unknown', value: 'unknown' }

/** A set from which nothing can be left out, tried from the end. */
const shrunk = (facts: readonly string[], enough: (facts: Iterable<string>) => boolean): string[] => {
  let kept = [...facts]
  for (const fact of facts.toReversed()) {
    const without = kept.filter((one) => one !== fact)
    if (enough(without)) kept = without
  }
  return kept
}

/** A smallest set with a member in each group; of equally small ones the first in `order`. Branches on the smallest group not yet hit. */
const smallestHitting = (groups: readonly ReadonlySet<string>[], order: readonly string[]): string[] => {
  const rank = new Map(order.map((fact, index) => [fact, index]))
  for (let size = 0; ; size += 1) {
    const found = hittingOf(groups, size, rank)
    if (found) return found.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  }
}

const hittingOf = (groups: readonly ReadonlySet<string>[], size: number, rank: ReadonlyMap<string, number>): string[] | undefined => {
  const [group] = groups.toSorted((a, b) => a.size - b.size)
  if (!group) return []
  if (size === 0) return undefined
  for (const fact of [...group].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
    const rest = hittingOf(
      groups.filter((one) => !one.has(fact)),
      size - 1,
      rank,
    )
    if (rest) return [fact, ...rest]
  }
  return undefined
}
