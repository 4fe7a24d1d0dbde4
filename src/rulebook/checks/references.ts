import { formatDay } from '../../logic/day.ts'
import { changeDays } from '../change-days.ts'
import type { Node } from '../criterion.ts'
import { lawOn } from '../in-force.ts'
import type { Check } from './check.ts'
import { rootsOf, visits } from './walk.ts'

/** On every day on which anything changes, what is referred to is law when the reference is. */
export const references: Check = (rulebook, report) => {
  const places = new Map(rootsOf(rulebook).flatMap((root) => [...visits(root)].map(({ node, place }) => [node, place] as const)))
  const told = new Set<Node>()
  for (const day of changeDays(rulebook)) {
    for (const node of lawOn(rulebook, day).dangling) {
      const place = places.get(node)
      if (!place || told.has(node)) continue
      told.add(node)
      report('absent-reference', place, { target: 'definition' in node ? node.definition : 'criterion' in node ? node.criterion : '', day: formatDay(day) })
    }
  }
}
