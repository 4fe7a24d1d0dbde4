import type { Clause } from '../../src/rulebook/in-force.ts'

/** A clause and every clause beneath it, itself first. */
export const clausesOf = (root: Clause): Clause[] => {
  const found: Clause[] = []
  const left = [root]
  for (let clause = left.pop(); clause; clause = left.pop()) {
    found.push(clause)
    left.push(...clause.children)
  }
  return found
}
