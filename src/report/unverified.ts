import type { Point, ToLookAt } from '../rulebook/unverified.ts'
import { spanWords } from '../wording/phrases.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph } from './layout.ts'

/** What someone should still look at: unverified points, those that can touch an outcome first, then the rules without a review, by option or definition. */
export const unverifiedText = ({ unverified, unreviewed }: ToLookAt, page: Page): string => {
  const outcome = unverified.filter(({ touches }) => touches === 'outcome')
  const words = unverified.filter(({ touches }) => touches === 'words')
  return [
    heading(`${String(unverified.length)} unverified points`, page),
    paragraph('Their text was not read in the primary source.', page),
    ...section(`${String(outcome.length)} can touch an outcome`, outcome, page),
    ...section(`${String(words.length)} touch only words that are shown`, words, page),
    '',
    heading(`${String(unreviewed.length)} rules not yet reviewed by an attorney`, page),
    ...[...byOwner(unreviewed)].map(([owner, points]) => paragraph(`${owner} (${String(points.length)}): ${points.map(ownName).join(', ')}`, page, 2, 4)),
    '',
  ].join('\n')
}

const section = (title: string, points: readonly Point[], page: Page): string[] =>
  points.length === 0 ? [] : ['', paragraph(page.paint.bold(title), page), ...points.map((point) => entry(point.at, pointWords(point), page, 2, WIDTH))]

const WIDTH = 42

/** What it is, on which days, and the options whose outcome or page it belongs to. */
const pointWords = ({ what, text, days, options, at }: Point): string => {
  const spans = days.map(spanWords).filter((span) => span !== '')
  const others = options.filter((id) => id !== at.replace(/\/.*$/, ''))
  return [`${what}: ${text}`, ...(spans.length === 0 ? [] : [spans.join(', ')]), ...(others.length === 0 ? [] : [`in ${others.join(', ')}`])].join(' · ')
}

const byOwner = (points: readonly Point[]): ReadonlyMap<string, readonly Point[]> => {
  const owners = new Map<string, Point[]>()
  for (const point of points) {
    const owner = point.at.replace(/\/.*$/, '')
    owners.set(owner, [...(owners.get(owner) ?? []), point])
  }
  return owners
}

const ownName = ({ at }: Point): string => at.replace(/^.*\//, '')
