import type { Clause } from '../../in-force.ts'

/** Clauses and those beneath them, in order, without those of definitions. */
export const clausesBelow = (roots: readonly Clause[]): Clause[] => {
  const found: Clause[] = []
  const left = roots.toReversed()
  for (let clause = left.pop(); clause; clause = left.pop()) {
    found.push(clause)
    if (!('definition' in clause.node)) left.push(...clause.children.toReversed())
  }
  return found
}
