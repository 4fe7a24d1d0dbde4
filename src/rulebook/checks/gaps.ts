import type { Day } from '../../logic/day.ts'
import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { changeDays } from '../change-days.ts'
import type { Node } from '../criterion.ts'
import type { Clause } from '../in-force.ts'
import { lawOn } from '../in-force.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Dated } from '../span.ts'
import { isInForce, spansOf } from '../span.ts'
import { childrenOf } from '../tree.ts'
import type { Check, Report } from './check.ts'
import type { Place } from './walk.ts'
import { rootsOf, visits } from './walk.ts'

/**
 * Each option, definition and criterion has, from its first day to its last, one text on every day, or says that it has none: an
 * option in its `history`, others in a dated `note`. What is never law at all is a mistake of its dates.
 */
export const gaps: Check = (rulebook, report) => {
  for (const option of rulebook.options) checkWindows(option.id, option, option.history ?? [], { file: `options/${option.id}/option.yaml`, path: [] }, report)
  for (const root of rootsOf(rulebook)) {
    const told: (readonly (string | number)[])[] = []
    for (const { node, place, days, isLaw } of visits(root)) {
      if (days.length === 0 && !told.some((path) => path.every((key, index) => key === place.path[index]))) {
        told.push(place.path)
        report('never-law', place, { id: node.id })
      }
      if (isLaw && node.id !== undefined) checkWindows(node.id, node, node.note ?? [], place, report)
    }
  }
  checkHollow(rulebook, report)
}

/** Between two windows of one thing, a text of those days says why there is nothing. */
const checkWindows = (id: string, dated: Dated, texts: readonly Dated[], place: Place, report: Report): void => {
  const windows = spansOf(dated).toSorted((a, b) => a.lo - b.lo)
  for (const [index, { hi }] of windows.entries()) {
    const next = windows[index + 1]
    const silent = next && unstated({ lo: hi, hi: next.lo }, texts.filter(isDated).flatMap(spansOf))
    if (silent) report('gap', { ...place, key: 'in-force' }, { id, from: formatDay(silent.lo), until: formatDay(silent.hi) })
  }
}

const isDated = ({ from, until, 'in-force': windows }: Dated): boolean => from !== undefined || until !== undefined || windows !== undefined

/** The first days of a span that no text of such days speaks of; undefined when all are spoken of. A text of other days too speaks of those. */
export const unstated = (span: Interval, texts: readonly Interval[]): Interval | undefined => {
  const own = texts.filter(({ lo, hi }) => lo >= span.lo && hi <= span.hi).toSorted((a, b) => a.lo - b.lo)
  let { lo } = span
  for (const text of own) if (text.lo <= lo) lo = Math.max(lo, text.hi)
  const hi = own.find((text) => text.lo > lo)?.lo ?? span.hi
  return lo < hi ? { lo, hi } : undefined
}

/** A criterion, definition or option that is law, but holds nothing that is. */
const checkHollow = (rulebook: Rulebook, report: Report): void => {
  const places = new Map(rootsOf(rulebook).flatMap((root) => [...visits(root)].map(({ node, place }) => [node, place] as const)))
  const told = new Set<Node>()
  for (const day of changeDays(rulebook)) {
    for (const node of hollowOn(rulebook, day)) {
      const place = places.get(node)
      if (!place || told.has(node)) continue
      told.add(node)
      report('hollow', place, { id: node.id, day: formatDay(day) })
    }
  }
}

const hollowOn = (rulebook: Rulebook, day: Day): Node[] => {
  const law = lawOn(rulebook, day)
  const inForce = (node: Dated): boolean => isInForce(node, day)
  const hollow: Node[] = [
    ...rulebook.definitions.filter((node) => inForce(node) && !law.definitions.has(node.id)),
    ...rulebook.options.filter((option) => inForce(option) && inForce(option.criteria) && !law.options.has(option.id)).map(({ criteria }) => criteria),
  ]
  const left: Clause[] = [...law.definitions.values(), ...law.options.values()]
  const seen = new Set<Clause>()
  for (let clause = left.pop(); clause; clause = left.pop()) {
    if (seen.has(clause)) continue
    seen.add(clause)
    const { node, children } = clause
    const kept = new Set(children.map((child) => child.node))
    hollow.push(...childrenOf(node).filter((child) => child.id !== undefined && inForce(child) && !kept.has(child)))
    // what is frozen on a day of its own is looked at on that day
    if (!('law-of' in node)) left.push(...children)
  }
  return hollow
}
