import type { Day } from '../../logic/day.ts'
import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import type { Limit, Node } from '../criterion.ts'
import { spansOf } from '../span.ts'
import type { Check } from './check.ts'
import { rootsOf, visits } from './walk.ts'

/** A parameter has a value on each day on which a number is held against it. */
export const parameters: Check = (rulebook, report) => {
  for (const { node, place, days } of rootsOf(rulebook).flatMap((root) => [...visits(root)])) {
    const [key, limit] = limitOf(node)
    if (typeof limit !== 'object') continue
    const valued = (byId(rulebook.parameters).get(limit.parameter)?.values ?? []).flatMap(spansOf)
    const day = firstOutside(days, valued)
    if (day !== undefined)
      report('absent-reference', { ...place, path: [...place.path, key] }, { kind: 'parameter', target: limit.parameter, day: formatDay(day) })
  }
}

const limitOf = (node: Node): [key: string, limit: Limit | undefined] =>
  'under' in node ? ['under', node.under] : ['at-least', 'at-least' in node && 'fact' in node ? node['at-least'] : undefined]

/** The first day of some spans that lies in none of others. */
const firstOutside = (days: readonly Interval[], others: readonly Interval[]): Day | undefined =>
  [...days, ...others.map(({ hi }) => ({ lo: hi }))]
    .map(({ lo }) => lo)
    .toSorted((a, b) => a - b)
    .find((day) => contains(days, day) && !contains(others, day))

const contains = (spans: readonly Interval[], day: Day): boolean => spans.some(({ lo, hi }) => lo <= day && day < hi)
