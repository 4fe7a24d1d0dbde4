import type { ProblemCode } from '../problem.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Place } from './walk.ts'

/** Tells of something wrong at a place of the rulebook; with `key`, at that key. */
export type Report = (code: ProblemCode, place: Place & { readonly key?: string }, details?: Readonly<Record<string, string | undefined>>) => void

/** One static check: it looks at a whole rulebook and reports what is wrong. */
export type Check = (rulebook: Rulebook, report: Report) => void
