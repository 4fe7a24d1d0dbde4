import type { Day } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { intersect, isEmpty } from '../../logic/interval.ts'
import type { Node } from '../criterion.ts'
import type { WholeOption } from '../option.ts'
import type { Dated } from '../span.ts'
import { checkedDay, spansOf } from '../span.ts'
import { childrenOf } from '../tree.ts'

/** The days on which something is law, among the days on which what holds it is. */
export const daysWithin = (days: readonly Interval[], dated: Dated): Interval[] =>
  days.flatMap((outer) => spansOf(dated).map((inner) => intersect(outer, inner))).filter((span) => !isEmpty(span))

/** The days on which something is law that nothing holds: those of its own spans, from the first day of the rulebook where it says no other. */
export const daysFrom = (firstDay: Day, dated: Dated): Interval[] =>
  spansOf(dated)
    .map(({ lo, hi }) => ({ lo: lo === -Infinity ? firstDay : lo, hi }))
    .filter((span) => !isEmpty(span))

/** The days on which each part of an option is referred to, before its own spans; a part that nothing refers to is looked at with the option. */
export const daysOfParts = (option: WholeOption, firstDay: Day): ReadonlyMap<string, readonly Interval[]> => {
  const parts = new Map(option.parts.map((part) => [part.id, part]))
  const days = new Map<string, Interval[]>()
  const follow = (node: Node, outer: readonly Interval[], way: readonly string[]): void => {
    const inner = daysWithin(outer, node)
    for (const child of childrenOf(node)) follow(child, inner, way)
    if (!('criterion' in node) || way.includes(node.criterion)) return
    const part = parts.get(node.criterion)
    const referred = node['law-of'] === undefined ? inner : oneDay(checkedDay(node['law-of']))
    days.set(node.criterion, [...(days.get(node.criterion) ?? []), ...referred])
    if (part) follow(part, referred, [...way, node.criterion])
  }
  const whole = daysFrom(firstDay, option)
  follow(option.criteria, whole, [])
  return new Map(option.parts.map(({ id }) => [id, days.get(id) ?? whole]))
}

const oneDay = (day: Day): Interval[] => [{ lo: day, hi: day + 1 }]

/** The first day of some spans that lies in none of others; undefined when all do. */
export const firstOutside = (days: readonly Interval[], others: readonly Interval[]): Day | undefined =>
  [...days, ...others.map(({ hi }) => ({ lo: hi }))]
    .map(({ lo }) => lo)
    .toSorted((a, b) => a - b)
    .find((day) => contains(days, day) && !contains(others, day))

const contains = (spans: readonly Interval[], day: Day): boolean => spans.some(({ lo, hi }) => lo <= day && day < hi)
