import type { Status } from '../logic/truth.ts'
import type { Line } from '../rulebook/line.ts'
import type { Tier } from '../rulebook/option.ts'
import type { Decider, Tag } from '../rulebook/vocabulary.ts'
import type { Outcome } from './outcome.ts'

/** A citation as it is shown. */
export interface CitationShown {
  readonly source: string
  readonly pinpoint: string
  readonly text: string
  readonly url?: string
  readonly tag?: Tag
}

/** A note or a reading of the law beside a criterion. */
export interface NoteShown {
  readonly text: string
  readonly tag?: Tag
  readonly citations?: readonly CitationShown[]
}

/** One criterion of an option, or of a definition, in a determination. */
export interface CriterionShown {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly 'decided-by': Decider
  readonly text: string
  /** The answered facts that settle it; none while it is open. */
  readonly because: readonly string[]
  readonly missing: readonly string[]
  readonly evidence: readonly string[]
  /** It is still open, but the option no longer depends on it. */
  readonly moot: boolean
  readonly citations: readonly CitationShown[]
  readonly tag?: Tag
  readonly notes?: readonly NoteShown[]
  readonly readings?: readonly { readonly reading: string; readonly alternative: string; readonly authority: string }[]
  readonly criteria: readonly CriterionShown[]
}

/** A step that someone else has to take. */
export interface Await {
  readonly criterion: string
  readonly who: string
  readonly what: string
  readonly fact?: string
  readonly factors?: { readonly present: readonly string[]; readonly absent: readonly string[]; readonly open: readonly string[] }
}

/** One assignment of a would-be change. */
export interface Change {
  readonly fact: string
  readonly to: boolean | string | readonly string[]
}

/** One option in a determination. */
export interface OptionShown {
  readonly id: string
  readonly title: string
  readonly group?: string
  readonly tier: Tier
  readonly outcome: Outcome
  /** Nobody raised it, and it is never offered unasked: one last line on a summary. */
  readonly quiet?: true
  readonly text?: string
  readonly citations?: readonly CitationShown[]
  readonly criteria: readonly CriterionShown[]
  readonly missing: readonly string[]
  readonly declined: readonly string[]
  readonly awaits: readonly Await[]
  readonly 'rests-on': readonly string[]
  readonly 'would-change': readonly (readonly Change[])[]
}

/** Something the reader should know that no criterion says. */
export interface WarningShown {
  readonly text: string
  readonly option?: string
  readonly facts?: readonly string[]
  readonly citations?: readonly CitationShown[]
  readonly tag?: Tag
}

/** A line that has to be said, a day worth watching, a place to turn to. */
export interface LineShown {
  readonly id: string
  readonly place: Line['place']
  readonly text: string
  readonly citations: readonly CitationShown[]
  readonly tag: Tag
}
export interface KeyDateShown {
  readonly date: string
  readonly what: string
  readonly citations: readonly CitationShown[]
}
export interface ResourceShown {
  readonly id: string
  readonly title: string
  readonly contact: string
  readonly text?: string
}

/** Options side by side, where all of them are open. */
export interface ComparisonShown {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly options: readonly string[]
  readonly rows: readonly { readonly aspect: string; readonly cells: readonly string[]; readonly citations: readonly CitationShown[] }[]
}

/** The whole answer for one case on one date. */
export interface Determination {
  readonly case: string
  readonly 'as-of': string
  /** The answers as they were written, each without what wraps it: all that a result hangs on. Left out where a summary keeps the record small. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly rulebook: { readonly version: string; readonly digest: string; readonly 'reviewed-through': string }
  readonly notice: string
  readonly options: readonly OptionShown[]
  readonly definitions: readonly { readonly id: string; readonly title: string; readonly status: Status; readonly criteria: readonly CriterionShown[] }[]
  readonly 'key-dates': readonly KeyDateShown[]
  readonly resources: readonly ResourceShown[]
  readonly lines: readonly LineShown[]
  readonly comparisons: readonly ComparisonShown[]
  readonly warnings: readonly WarningShown[]
  readonly assumptions: readonly { readonly fact: string; readonly value: string | boolean }[]
}
