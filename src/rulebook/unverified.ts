import { formatDay } from '../logic/day.ts'
import type { Interval } from '../logic/interval.ts'
import { daysFrom, daysWithin } from './checks/days.ts'
import { rootsOf, visits } from './checks/walk.ts'
import type { Citation } from './citation.ts'
import type { Rulebook } from './rulebook.ts'
import type { Dated } from './span.ts'
import { checkedDay } from './span.ts'
import { touchedOptions } from './touched-options.ts'
import type { Tag } from './vocabulary.ts'

/** A point of the rulebook that someone should still look at. */
export interface Point {
  /** The name of what it stands in: an option, a definition, `owner/criterion`, a line … */
  readonly at: string
  readonly what: 'option' | 'definition' | 'criterion' | 'reading' | 'note' | 'text' | 'number' | 'citation'
  readonly text: string
  /** The half-open spans of as-of days on which it is law or shown; an end left out is open. */
  readonly days: readonly Span[]
  /** The options it belongs to, through definitions too. */
  readonly options: readonly string[]
  /** Can another answer to it change an outcome of these options, or only words shown with them? */
  readonly touches: 'outcome' | 'words'
}

interface Span {
  readonly from?: string
  readonly until?: string
}

/** What was not read in the primary text, and which rules no attorney has looked at. */
export interface ToLookAt {
  readonly unverified: readonly Point[]
  readonly unreviewed: readonly Point[]
}

/** Every unverified point of a rulebook and every rule without a review, options and definitions first, in the order of their files. */
export const toLookAt = (rulebook: Rulebook): ToLookAt => {
  const touched = touchedOptions(rulebook)
  const firstDay = checkedDay(rulebook.about['first-day'])
  const unverified: Point[] = []
  const unreviewed: Point[] = []
  const add = (item: Tagged, point: Omit<Point, 'days'>, days: readonly Interval[]): void => {
    const own = daysWithin(days, item)
    if (item.tag === 'UNVERIFIED') unverified.push({ ...point, days: spansShown(own) })
    for (const cite of item.cite ?? [])
      if (cite.tag === 'UNVERIFIED')
        unverified.push({ ...point, what: 'citation', text: `${cite.source} ${cite.at}`, days: spansShown(daysWithin(own, cite)), touches: 'words' })
  }
  for (const option of rulebook.options) {
    const days = daysFrom(firstDay, option)
    const point = { at: option.id, options: [option.id] }
    add(option, { ...point, what: 'option', text: option.title, touches: 'outcome' }, days)
    if (option.reviewed === undefined) unreviewed.push({ ...point, what: 'option', text: option.title, days: spansShown(days), touches: 'outcome' })
    for (const text of [...(option.warnings ?? []), ...(option.history ?? [])])
      add(text, { ...point, what: 'text', text: text.text, touches: 'words' }, daysFrom(firstDay, {}))
  }
  for (const root of rootsOf(rulebook).filter(({ isLaw }) => isLaw)) {
    const owner = root.option ?? root.node.id ?? ''
    const options = touched.get(owner) ?? []
    let at = owner
    for (const { node, days, depth } of visits(root)) {
      const isDefinition = depth === 0 && root.option === undefined
      if (node.id !== undefined) at = isDefinition ? node.id : `${owner}/${node.id}`
      const point = { at, options }
      const what = isDefinition ? 'definition' : 'criterion'
      add(node, { ...point, what, text: node.title ?? at, touches: 'outcome' }, days)
      if (node.id !== undefined && node.reviewed === undefined)
        unreviewed.push({ ...point, what, text: node.title ?? at, days: spansShown(days), touches: 'outcome' })
      for (const reading of node.reading ?? []) add(reading, { ...point, what: 'reading', text: reading.reading, touches: 'outcome' }, days)
      for (const note of node.note ?? []) add(note, { ...point, what: 'note', text: note.text, touches: 'words' }, days)
    }
  }
  for (const { id, title, values, cite, tag } of rulebook.parameters) {
    const point = { at: id, what: 'number', options: touched.get(id) ?? [], touches: 'outcome' } as const
    add({ tag, cite }, { ...point, text: title }, daysFrom(firstDay, {}))
    for (const value of values) add(value, { ...point, text: `${title}: ${String(value.value)}` }, daysFrom(firstDay, {}))
  }
  const texts: readonly (Tagged & { readonly id: string; readonly text?: string | undefined })[] = [
    ...rulebook.lines,
    ...rulebook['key-dates'],
    ...rulebook.resources,
    ...rulebook.gates,
    ...rulebook.stops,
    ...rulebook.comparisons.flatMap(({ id, rows }) => rows.map((row) => ({ ...row, id }))),
  ]
  for (const item of texts) add(item, { at: item.id, what: 'text', text: item.text ?? item.id, options: [], touches: 'words' }, daysFrom(firstDay, {}))
  return { unverified, unreviewed }
}

/** Anything that carries the mark of how well it was checked, or citations that do. */
interface Tagged extends Dated {
  readonly tag?: Tag | undefined
  readonly cite?: readonly Citation[] | undefined
}

/** Spans as ISO days, in order; those that meet become one. */
const spansShown = (days: readonly Interval[]): Span[] => {
  const joined: Interval[] = []
  for (const { lo, hi } of days.toSorted((a, b) => a.lo - b.lo)) {
    const last = joined.at(-1)
    if (last && lo <= last.hi) joined.splice(-1, 1, { lo: last.lo, hi: Math.max(last.hi, hi) })
    else joined.push({ lo, hi })
  }
  return joined.map(({ lo, hi }) => ({ ...(Number.isFinite(lo) ? { from: formatDay(lo) } : {}), ...(Number.isFinite(hi) ? { until: formatDay(hi) } : {}) }))
}
