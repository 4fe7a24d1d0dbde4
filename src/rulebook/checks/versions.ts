import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import type { Node } from '../criterion.ts'
import { spansOf } from '../span.ts'
import { childrenOf, factsBelow, nodesOf } from '../tree.ts'
import type { Check } from './check.ts'
import { unstated } from './gaps.ts'
import { rootsOf, visits } from './walk.ts'

/**
 * Versions of one text follow each other without a day between or in common. Siblings are versions when they ask the same facts in
 * the same form, whatever the limits and members, and the earlier ends as the later begins; what only begins is an addition. A
 * dated `note` of the node above may state the gap.
 */
export const versions: Check = (rulebook, report) => {
  for (const { node, place } of rootsOf(rulebook).flatMap((root) => [...visits(root)])) {
    const siblings = childrenOf(node).map((child, index) => ({ child, index, shape: shapeOf(child), span: spanOf(child) }))
    const stated = (node.note ?? []).filter(isDated).flatMap(spansOf)
    for (const { index, shape, span: early } of siblings) {
      const later = siblings.filter((other) => other.shape === shape && early && other.span && early.lo < other.span.lo && early.hi < other.span.hi)
      const [next] = later.toSorted((a, b) => (a.span?.lo ?? 0) - (b.span?.lo ?? 0))
      if (!early || !next?.span || early.hi === Infinity || next.span.lo === -Infinity) continue
      const at = { ...place, path: [...place.path, ...keysTo(node), next.index] }
      const gap = early.hi < next.span.lo ? unstated({ lo: early.hi, hi: next.span.lo }, stated) : undefined
      if (gap) report('version-gap', at, { number: String(index + 1), from: formatDay(gap.lo), until: formatDay(gap.hi) })
      if (next.span.lo < early.hi) report('version-overlap', at, { number: String(index + 1), from: formatDay(next.span.lo), until: formatDay(early.hi) })
    }
  }
}

/** The one span of a dated node; undefined when it has none, or several. */
const spanOf = (node: Node): Interval | undefined => {
  const [span, ...more] = isDated(node) ? spansOf(node) : []
  return more.length === 0 ? span : undefined
}

const isDated = ({ from, until, 'in-force': windows }: Pick<Node, 'from' | 'until' | 'in-force'>): boolean =>
  from !== undefined || until !== undefined || windows !== undefined

/** The forms and facts of a tree, in order. */
const shapeOf = (root: Node): string =>
  JSON.stringify([
    [...nodesOf(root)].map((node) => ['all', 'any', 'not', 'bar', 'definition', 'criterion', 'await', 'act'].find((form) => form in node) ?? 'test'),
    factsBelow(root),
    [...nodesOf(root)].flatMap((node) => ('definition' in node ? [node.definition] : 'criterion' in node ? [node.criterion] : [])),
  ])

const keysTo = (node: Node): string[] => ('all' in node ? ['all'] : 'any' in node ? ['any'] : 'at-least' in node ? ['at-least', 'of'] : [])
