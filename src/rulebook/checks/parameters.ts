import { formatDay } from '../../logic/day.ts'
import { byId } from '../by-id.ts'
import type { Limit, Node } from '../criterion.ts'
import { spansOf } from '../span.ts'
import type { Check } from './check.ts'
import { firstOutside } from './days.ts'
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
