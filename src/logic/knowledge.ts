import type { Interval } from './interval.ts'
import { intersect, isEmpty } from './interval.ts'

/**
 * What is known of one fact: the set of whole values that are still possible.
 * - `one`: one member of a closed set (yes-no and judgments have the members `true` and `false`)
 * - `many`: each member ticked, not ticked, or open, on its own
 * - `span`: a whole number, or a day
 * - `act`: the state of a public body's act, and the day on which it was done
 */
export type Knowledge =
  | { readonly kind: 'one'; readonly possible: ReadonlySet<string> }
  | { readonly kind: 'many'; readonly yes: ReadonlySet<string>; readonly no: ReadonlySet<string> }
  | { readonly kind: 'span'; readonly span: Interval }
  | { readonly kind: 'act'; readonly possible: ReadonlySet<string>; readonly on: Interval }

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => new Set([...a, ...b])
const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => new Set([...a].filter((member) => b.has(member)))

/** What two pieces of knowledge of the same kind allow together; undefined when they contradict each other. */
export const combine = (a: Knowledge, b: Knowledge): Knowledge | undefined => {
  if (a.kind === 'one' && b.kind === 'one') {
    const possible = common(a.possible, b.possible)
    return possible.size > 0 ? { kind: 'one', possible } : undefined
  }
  if (a.kind === 'many' && b.kind === 'many') {
    const both = { kind: 'many', yes: union(a.yes, b.yes), no: union(a.no, b.no) } as const
    return common(both.yes, both.no).size === 0 ? both : undefined
  }
  if (a.kind === 'span' && b.kind === 'span') {
    const span = intersect(a.span, b.span)
    return isEmpty(span) ? undefined : { kind: 'span', span }
  }
  if (a.kind === 'act' && b.kind === 'act') {
    const possible = common(a.possible, b.possible)
    const on = intersect(a.on, b.on)
    return possible.size > 0 && !isEmpty(on) ? { kind: 'act', possible, on } : undefined
  }
  throw new TypeError(`cannot combine ${a.kind} with ${b.kind}`)
}
