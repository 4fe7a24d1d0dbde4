import type { Clause } from '../../in-force.ts'
import { clausesBelow } from './clauses-below.ts'
import type { Found } from './found.ts'
import type { Ground } from './ground.ts'

/**
 * No criterion, and no whole rule, is met in no case, or in every case. An awaited step of a public body may come or not. What is
 * settled only because something beneath it is, is not told.
 */
export const alwaysSettled = (roots: readonly Clause[], ground: Ground, found: Found): void => {
  for (const clause of clausesBelow(roots)) {
    if (!isSettled(clause, ground) || !(clause.node.id !== undefined || roots.includes(clause))) continue
    if (clausesBelow(clause.children).some((inner) => inner.node.id !== undefined && isSettled(inner, ground))) continue
    found(ground.never(ground.of(clause.step)) ? 'never-met' : 'always-met', clause.node, { id: clause.node.id })
  }
}

/** Is a clause the same in every case? */
export const isSettled = ({ step }: Clause, { functions: { manager }, of, never }: Ground): boolean => never(of(step)) || never(manager.not(of(step)))
