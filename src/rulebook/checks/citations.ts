import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import type { Citation } from '../citation.ts'
import type { Rulebook } from '../rulebook.ts'
import { isInForce, spansOf } from '../span.ts'
import { nearest } from '../suggest.ts'
import type { Check, Report } from './check.ts'
import type { Place } from './walk.ts'
import { rootsOf, visits } from './walk.ts'

/** Every criterion says who it is and where it is written, with a citation in force on each day on which it is law. */
export const citations: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook).filter(({ isLaw }) => isLaw)) {
    for (const { node, place, days } of visits(root)) {
      if (node.id === undefined) {
        for (const key of ['text', 'title', 'cite', 'evidence', 'tag', 'decided-by', 'reading'] as const) {
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
  for (const [cite, place] of citedPlaces(rulebook)) {
    const sources = byId(rulebook.sources)
    if (!sources.has(cite.source)) report('unknown-id', place, { kind: 'source', id: cite.source, nearest: nearest(cite.source, sources.keys()) })
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

const citedPlaces = (rulebook: Rulebook): [Citation, Place][] => {
  const listed = (list: readonly Citation[] | undefined, file: string, path: readonly (string | number)[]): [Citation, Place][] =>
    (list ?? []).map((cite, index) => [cite, { file, path: [...path, 'cite', index, 'source'] }])
  return [
    ...rootsOf(rulebook).flatMap((root) =>
      [...visits(root)].flatMap(({ node, place }) => [
        ...listed(node.cite, place.file, place.path),
        ...(node.note ?? []).flatMap((note, index) => listed(note.cite, place.file, [...place.path, 'note', index])),
      ]),
    ),
    ...rulebook.options.flatMap((option) => [
      ...listed(option.cite, `options/${option.id}/option.yaml`, []),
      ...(['warnings', 'history'] as const).flatMap((key) =>
        (option[key] ?? []).flatMap((warning, index) => listed(warning.cite, `options/${option.id}/option.yaml`, [key, index])),
      ),
    ]),
    ...rulebook.lines.flatMap((line) => listed(line.cite, `lines/${line.id}.yaml`, [])),
    ...rulebook['key-dates'].flatMap((date) => listed(date.cite, `key-dates/${date.id}.yaml`, [])),
    ...rulebook.resources.flatMap((resource) => listed(resource.cite, `resources/${resource.id}.yaml`, [])),
    ...rulebook.comparisons.flatMap((comparison) =>
      comparison.rows.flatMap((row, index) => listed(row.cite, `comparisons/${comparison.id}.yaml`, ['rows', index])),
    ),
    ...rulebook.gates.flatMap((gate) => listed(gate.cite, `gates/${gate.id}.yaml`, [])),
    ...rulebook.stops.flatMap((stop) => listed(stop.cite, `stops/${stop.id}.yaml`, [])),
    ...rulebook.parameters.flatMap((parameter) => [
      ...listed(parameter.cite, `parameters/${parameter.id}.yaml`, []),
      ...parameter.values.flatMap((value, index) => listed(value.cite, `parameters/${parameter.id}.yaml`, ['values', index])),
    ]),
  ]
}
