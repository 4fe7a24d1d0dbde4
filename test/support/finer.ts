import type { Status } from '../../src/logic/truth.ts'
import { isOpen } from '../../src/logic/truth.ts'

const RANK: Record<Status, number> = { met: -1, 'not-met': -1, agency: 0, judgment: 1, unknown: 2 }

/** Do a status by the tree and the exact one agree: equal where the tree is settled, and never of a higher class (semantics.md, section 5)? */
export const agree = (tree: Status, exact: Status): boolean => (isOpen(tree) ? RANK[exact] <= RANK[tree] : tree === exact)

/** How often the tree left something open, and how often it was settled, or of a finer class, all the same. */
export interface Finer {
  readonly count: (tree: Status, exact: Status) => void
  /** How many were settled by the tree. */
  readonly settled: () => number
  readonly open: () => number
  /** One row of a table. */
  readonly row: (name: string) => string
}

/** Starts to count. */
export const finer = (): Finer => {
  const counts = { all: 0, open: 0, settled: 0, finer: 0 }
  const share = (part: number): string => (counts.open === 0 ? '-' : `${((100 * part) / counts.open).toFixed(2)} %`)
  return {
    count: (tree, exact) => {
      counts.all += 1
      if (!isOpen(tree)) return
      counts.open += 1
      if (!isOpen(exact)) counts.settled += 1
      else if (RANK[exact] < RANK[tree]) counts.finer += 1
    },
    settled: () => counts.all - counts.open,
    open: () => counts.open,
    row: (name) => `| ${[name, counts.all, counts.open, counts.settled, share(counts.settled), counts.finer, share(counts.finer)].map(String).join(' | ')} |`,
  }
}

/** The head of a table of such rows. */
export const FINER_HEAD = [
  '| what | looked at | left open by the tree | of these settled exactly | share | of these of a lower class | share |',
  '|---|---|---|---|---|---|---|',
]
