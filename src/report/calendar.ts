import type { Coming } from '../rulebook/calendar.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph } from './layout.ts'

/** The days that come up between two days, one a line; reviews that are overdue come first. */
export const calendarText = (days: readonly Coming[], from: string, until: string, reviewedThrough: string, page: Page): string =>
  [
    heading(`coming up from ${from} until ${until}`, page),
    paragraph(`The law was reviewed through ${reviewedThrough}.`, page),
    ...(days.length === 0 ? [paragraph('Nothing begins, ends or is due in these days.', page)] : days.map((day) => dayLine(day, page))),
    '',
  ].join('\n')

const dayLine = ({ date, what, at, title, overdue }: Coming, page: Page): string =>
  entry(date, `${overdue ? 'review overdue' : WHAT_WORDS[what]}: ${[title, at].filter((text) => text !== '').join(' · ')}`, page, 2, 12)

const WHAT_WORDS: Readonly<Record<Coming['what'], string>> = { begins: 'begins', ends: 'ends', 'review-due': 'review due' }
