import type { Day } from '../logic/day.ts'
import { formatDay, shiftDay } from '../logic/day.ts'
import { rootsOf, visits } from './checks/walk.ts'
import { textsOf } from './checks/texts.ts'
import type { Rulebook } from './rulebook.ts'
import type { Dated } from './span.ts'
import { checkedDay, spansOf } from './span.ts'

/** A day on which something of the rulebook begins or ends to be law or to be shown, or is due to be looked at again. */
export interface Coming {
  readonly date: string
  readonly what: 'begins' | 'ends' | 'review-due'
  /** What it is: a file of the rulebook without its ending, or the rulebook itself. */
  readonly at: string
  readonly title: string
  /** A review that was due before the first of these days. */
  readonly overdue: boolean
}

/** The days that come up from `first` until `last` (that day included), and every review overdue on `first`; in order. A review is due a year after the last. */
export const comingDays = (rulebook: Rulebook, first: Day, last: Day): Coming[] => {
  const found = new Map<string, Coming>()
  const add = (day: Day, what: Coming['what'], at: string, title: string): void => {
    const overdue = day < first
    if (day > last || (overdue && what !== 'review-due')) return
    found.set(`${String(day)} ${what} ${at} ${title}`, { date: formatDay(day), what, at, title, overdue })
  }
  const addSpans = (dated: Dated, at: string, title: string): void => {
    for (const { lo, hi } of spansOf(dated)) {
      if (Number.isFinite(lo)) add(lo, 'begins', at, title)
      if (Number.isFinite(hi)) add(hi, 'ends', at, title)
    }
  }
  const addReview = (date: string, at: string, title: string): void => {
    add(shiftDay(checkedDay(date), { years: 1, shortMonth: 'next-day' }), 'review-due', at, title)
  }
  addReview(rulebook.about['reviewed-through'], 'rulebook', rulebook.about.title)
  for (const option of rulebook.options) {
    addSpans(option, named(`options/${option.id}/option.yaml`), option.title)
    if (option.reviewed) addReview(option.reviewed.date, named(`options/${option.id}/option.yaml`), option.title)
  }
  for (const root of rootsOf(rulebook)) {
    let title = ''
    for (const { node, place } of visits(root)) {
      title = node.title ?? title
      addSpans(node, named(place.file), title)
      if (node.reviewed) addReview(node.reviewed.date, named(place.file), title)
    }
  }
  for (const { text, name, file } of textsOf(rulebook)) if (!file.startsWith('parameters/')) addSpans(text, named(file), name)
  for (const parameter of rulebook.parameters)
    for (const value of parameter.values) addSpans(value, `parameters/${parameter.id}`, `${parameter.title}: ${String(value.value)}`)
  for (const source of rulebook.sources) addSpans(source, `sources/${source.id}`, source.title)
  return [...found.values()].toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
}

const inOrder = ({ date, at, what, title }: Coming): string => [date, at, what, title].join(' ')

const named = (file: string): string => file.replace(/\.yaml$/, '')
