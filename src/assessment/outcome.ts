import type { Status } from '../logic/truth.ts'

/** What a case says of an option on a day. Never a decision. */
export type Outcome = 'may-qualify' | 'appears-not-to-qualify' | 'cannot-tell-yet' | 'depends-on-others' | 'not-in-force'

const OUTCOME: Record<Status, Outcome> = {
  met: 'may-qualify',
  'not-met': 'appears-not-to-qualify',
  unknown: 'cannot-tell-yet',
  judgment: 'depends-on-others',
  agency: 'depends-on-others',
}

const RANK: Record<Outcome, number> = {
  'not-in-force': 0,
  'appears-not-to-qualify': 0,
  'cannot-tell-yet': 1,
  'depends-on-others': 2,
  'may-qualify': 3,
}

/** The one step from the proof of an option's root to its outcome; without a root the option is not law on the day. */
export const outcomeOf = (root: Status | undefined): Outcome => (root === undefined ? 'not-in-force' : OUTCOME[root])

/** Is the first outcome a better one than the second? */
export const isBetter = (a: Outcome, b: Outcome): boolean => RANK[a] > RANK[b]
