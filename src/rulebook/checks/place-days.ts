import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import { formerText, placesNamed } from '../pinpoint.ts'
import type { Source, SourcePlace } from '../source.ts'
import { pinpointStyle } from '../source.ts'
import { spansOf } from '../span.ts'
import type { Check } from './check.ts'
import { daysWithin, firstOutside } from './days.ts'
import { textsOf } from './texts.ts'

/** Where places were numbered anew, a citation stays within the days of one text: before and after, other words stood there. */
export const placeDays: Check = (rulebook, report) => {
  const sources = byId(rulebook.sources)
  for (const { text, within, file, path } of textsOf(rulebook)) {
    for (const [index, cite] of (text.cite ?? []).entries()) {
      const source = sources.get(cite.source)
      const days = daysWithin(daysWithin(within, text), cite)
      if (source?.places === undefined || days.length === 0) continue
      const found = placesNamed(pinpointStyle(source), cite.at).flatMap((place) => outside(place, cite.at, source, days) ?? [])[0]
      if (found) report('place-not-in-force', { file, path: [...path, 'cite', index], key: 'at' }, { id: cite.source, at: cite.at, ...found })
    }
  }
}

/** The first day on which a place is not what it was on most of the days, and what it was then; undefined when all is well. */
const outside = (place: string, at: string, { places = [] }: Source, days: readonly Interval[]): { day: string; then: string } | undefined => {
  const entries = deepest(places.filter((entry) => holds(entry, place)))
  if (entries.length === 0) return undefined
  const former = formerText(at)
  const meant = former === undefined ? entries : entries.filter(({ text, until }) => (former === 'former' ? until !== undefined : text === former))
  const spans = meant.map((entry) => spansOf(entry).map(({ lo, hi }) => ({ lo, hi: former === undefined ? hi : Infinity })))
  if (spans.some((own) => firstOutside(days, own) === undefined)) return undefined
  const firsts = spans.flatMap((own) => firstOutside(days, own) ?? [])
  const day = Math.max(...(firsts.length > 0 ? firsts : days.map(({ lo }) => lo)))
  const then = entries.find((entry) => spansOf(entry).some(({ lo, hi }) => lo <= day && day < hi))
  return { day: formatDay(day), then: then === undefined ? 'nothing of its `places` stood there' : `that place held ${then.what}` }
}

/** The entries that speak of the innermost place. */
const deepest = (entries: readonly SourcePlace[]): readonly SourcePlace[] => {
  const depth = Math.max(...entries.map(({ at }) => at.length))
  return entries.filter(({ at }) => at.length === depth)
}

const holds = ({ at, to }: SourcePlace, place: string): boolean => {
  if (to !== undefined) return inRow(sectionOf(place), at, to)
  return place === at || (place.startsWith(at) && /^[(,]/.test(place.slice(at.length)))
}

const sectionOf = (place: string): string => place.replace(/\(.*$/, '')

/** Sections are in order by their numbers, part before section. */
const inRow = (section: string, first: string, last: string): boolean => inOrder(first, section) && inOrder(section, last)

const inOrder = (a: string, b: string): boolean => {
  const [[partA = 0, numberA = 0], [partB = 0, numberB = 0]] = [a, b].map((text) => text.split('.').map(Number)) as [number[], number[]]
  return partA < partB || (partA === partB && numberA <= numberB)
}
