import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import { spansOf } from '../span.ts'
import type { Check, Report } from './check.ts'
import { daysWithin, firstOutside } from './days.ts'
import type { Placed } from './texts.ts'
import { textsOf } from './texts.ts'

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
