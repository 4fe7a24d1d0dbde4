import { formatDays } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import { intersect, isEmpty } from '../../logic/interval.ts'
import { byId } from '../by-id.ts'
import type { Dated } from '../span.ts'
import { spansOf } from '../span.ts'
import type { Check } from './check.ts'
import { rootsOf, visits } from './walk.ts'

/** Where a reference and the criterion it refers to are both dated, they say the same days: a date moved in one alone is a mistake. */
export const repeatedDates: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook)) {
    const option = byId(rulebook.options).get(root.option ?? '')
    if (!option) continue
    for (const { node, place } of visits(root)) {
      const part = 'criterion' in node ? byId(option.parts).get(node.criterion) : undefined
      if (!part || !isDated(node) || !isDated(part)) continue
      const [own, theirs] = [node, part].map((dated) => daysWithin(dated, option))
      if (own !== theirs) report('unequal-dates', { ...place, key: 'criterion' }, { target: part.id, own, theirs })
    }
  }
}

const isDated = ({ from, until, 'in-force': windows }: Dated): boolean => from !== undefined || until !== undefined || windows !== undefined

const daysWithin = (dated: Dated, option: Dated): string =>
  spansOf(dated)
    .flatMap((span) => spansOf(option).map((whole) => intersect(span, whole)))
    .filter((span: Interval) => !isEmpty(span))
    .map(formatDays)
    .join(', ')
