import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import type { Citation } from '../citation.ts'
import { expectedPlace } from '../pinpoint.ts'
import type { Source } from '../source.ts'
import { pinpointStyle } from '../source.ts'
import { isInForce, spansOf } from '../span.ts'
import { nearest } from '../suggest.ts'
import type { Check, Report } from './check.ts'
import { textsOf } from './texts.ts'
import type { Place } from './walk.ts'
import { rootsOf, visits } from './walk.ts'

/** Every criterion says who it is and where it is written, with a citation in force on each day on which it is law. */
export const citations: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook).filter(({ isLaw }) => isLaw)) {
    for (const { node, place, days } of visits(root)) {
      if (node.id === undefined) {
        for (const key of ['text', 'title', 'cite', 'evidence', 'tag', 'decided-by', 'reading', 'reviewed'] as const) {
          if (node[key] !== undefined) report('stray-key', { ...place, key }, { key })
        }
        continue
      }
      for (const key of ['title', 'text', 'decided-by', 'tag'] as const) {
        if (node[key] === undefined) report('incomplete-criterion', { ...place, key: 'id' }, { id: node.id, key })
      }
      if (node.cite === undefined) report('missing-citation', { ...place, key: 'id' }, { id: node.id })
      else checkCited(node.id, days, node.cite, place, report)
    }
  }
  const sources = byId(rulebook.sources)
  for (const { text, file, path } of textsOf(rulebook)) {
    for (const [index, cite] of (text.cite ?? []).entries()) {
      const place = { file, path: [...path, 'cite', index] }
      const source = sources.get(cite.source)
      if (source) checkPinpoint(cite, source, place, report)
      else report('unknown-id', { ...place, key: 'source' }, { kind: 'source', id: cite.source, nearest: nearest(cite.source, sources.keys()) })
    }
  }
}

/** The days on which what is cited can change: ends of the rule and of its citations. */
const checkCited = (id: string, inForce: readonly Interval[], cite: readonly Citation[], place: Place, report: Report): void => {
  const days = [...inForce, ...cite.flatMap(spansOf)].flatMap(({ lo, hi }) => [lo, hi]).filter(Number.isFinite)
  for (const day of days.toSorted((a, b) => a - b)) {
    if (!inForce.some((span) => span.lo <= day && day < span.hi)) continue
    if (!cite.some((citation) => isInForce(citation, day))) {
      report('citation-gap', { ...place, key: 'cite' }, { id, day: formatDay(day) })
      return
    }
  }
}

/** A place written as its kind of source writes places; in an archived document with words that stand there. */
const checkPinpoint = ({ source: id, at, anchor }: Citation, source: Source, place: Place, report: Report): void => {
  const expected = expectedPlace(pinpointStyle(source), at)
  if (expected !== undefined) report('wrong-pinpoint', { ...place, key: 'at' }, { id, at, expected })
  if (source.kind === 'archived-document' && anchor === undefined) report('missing-anchor', place, { id, at })
}
