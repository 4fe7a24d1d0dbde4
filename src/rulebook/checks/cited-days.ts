import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import type { Citation } from '../citation.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Dated } from '../span.ts'
import { checkedDay, spansOf } from '../span.ts'
import type { Check, Report } from './check.ts'
import { daysFrom, daysWithin, firstOutside } from './days.ts'
import { rootsOf, visits } from './walk.ts'

/** A text that is shown on some days, with what it cites. */
interface Text extends Dated {
  readonly cite?: readonly Citation[] | undefined
}

/** A text in its place: what it is, and the days of what holds it. */
interface Placed {
  readonly text: Text
  readonly name: string
  readonly within: readonly Interval[]
  readonly file: string
  readonly path: readonly (string | number)[]
}

/** Each citation is the place to look on some day of the text it stands beside, in a source that was there; each text has one on each of its days. */
export const citedDays: Check = (rulebook, report) => {
  const sources = byId(rulebook.sources)
  for (const placed of textsOf(rulebook)) {
    const { text, within, file, path } = placed
    const days = daysWithin(within, text)
    if (within.length > 0 && days.length === 0) report('never-law', { file, path })
    if (days.length === 0) continue
    for (const [index, cite] of (text.cite ?? []).entries()) {
      const place = { file, path: [...path, 'cite', index] }
      const own = daysWithin(days, cite)
      const source = sources.get(cite.source)
      const without = source && firstOutside(own, spansOf(source))
      if (own.length === 0) report('never-cited', place, { id: cite.source, at: cite.at })
      else if (without !== undefined) report('source-not-in-force', place, { id: cite.source, at: cite.at, day: formatDay(without) })
    }
    checkCovered(placed, days, report)
  }
}

/** A text that cites anything has a citation in force on each of its days. Those of criteria are looked at with the criteria. */
const checkCovered = ({ text, name, file, path }: Placed, days: readonly Interval[], report: Report): void => {
  const cite = text.cite ?? []
  if (cite.length === 0 || name === '') return
  const bare = firstOutside(days, cite.flatMap(spansOf))
  if (bare !== undefined) report('citation-gap', { file, path, key: 'cite' }, { id: name, day: formatDay(bare), what: 'the text' })
}

/** Every text of a rulebook that may cite, criteria first. */
const textsOf = (rulebook: Rulebook): Placed[] => {
  const first = checkedDay(rulebook.about['first-day'])
  const always = daysFrom(first, {})
  const listed = (list: readonly Text[] | undefined, key: string, name: string, holder: Omit<Placed, 'text' | 'name'>): Placed[] =>
    (list ?? []).map((text, index) => ({ ...holder, text, name, path: [...holder.path, key, index] }))
  const named = (folder: string, list: readonly (Text & { readonly id: string })[]): Placed[] =>
    list.map((text) => ({ text, name: text.id, within: always, file: `${folder}/${text.id}.yaml`, path: [] }))
  return [
    ...rootsOf(rulebook).flatMap((root) =>
      [...visits(root)].flatMap(({ node, place, days }): Placed[] => {
        const holder = { within: days, ...place }
        return [
          { ...holder, text: { cite: node.cite }, name: '' },
          ...listed(node.note, 'note', `a note of ${node.id ?? ''}`, holder),
          ...listed(node.reading, 'reading', `a reading of ${node.id ?? ''}`, holder),
        ]
      }),
    ),
    ...rulebook.options.flatMap((option): Placed[] => {
      const holder = { file: `options/${option.id}/option.yaml`, path: [], within: daysFrom(first, option) }
      return [
        { ...holder, text: { cite: option.cite }, name: option.id },
        ...listed(option.warnings, 'warnings', `a warning of ${option.id}`, holder),
        ...listed(option.history, 'history', `the history of ${option.id}`, { ...holder, within: always }),
      ]
    }),
    ...named('lines', rulebook.lines),
    ...named('key-dates', rulebook['key-dates']),
    ...named('resources', rulebook.resources),
    ...rulebook.comparisons.flatMap((comparison) =>
      listed(comparison.rows, 'rows', `a row of ${comparison.id}`, {
        file: `comparisons/${comparison.id}.yaml`,
        path: [],
        within: daysFrom(first, comparison),
      }),
    ),
    ...rulebook.parameters.flatMap((parameter) =>
      listed(parameter.values, 'values', `a value of ${parameter.id}`, { file: `parameters/${parameter.id}.yaml`, path: [], within: always }),
    ),
  ]
}
