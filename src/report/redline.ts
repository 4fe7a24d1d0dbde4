import type { Difference, Example, Found } from '../assessment/redline.ts'
import { standingName } from '../assessment/standing.ts'
import type { Turn } from '../assessment/turns.ts'
import type { Day } from '../logic/day.ts'
import { formatDay } from '../logic/day.ts'
import type { Status } from '../logic/truth.ts'
import type { Amendment } from '../rulebook/amendments.ts'
import { harmless, harmlessJson } from '../rulebook/harmless.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Subject } from '../rulebook/subject.ts'
import { listed } from '../wording/labels.ts'
import { actWords, changeWords, exampleWords } from '../wording/redline.ts'
import { OUTCOME_WORDS, STATUS_WORDS } from '../wording/statuses.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph, sides } from './layout.ts'

/** The law of two days beside each other: what changed, who is treated differently, which fixtures come out differently. */
export interface Redline {
  readonly subject: Subject
  readonly from: Day
  readonly to: Day
  readonly amendments: readonly Amendment[]
  readonly difference: Difference
  /** Undefined where there are no fixtures. */
  readonly fixtures: { readonly cases: number; readonly flips: readonly FlipShown[] } | undefined
}

interface FlipShown {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly before: Status | undefined
  readonly after: Status | undefined
}

/** Is some case, or the rule itself, another on the second day? Undefined where it could not be found out. */
export const isDifferent = ({ difference, fixtures }: Redline): boolean | undefined => {
  const flips = (fixtures?.flips.length ?? 0) > 0
  switch (difference.kind) {
    case 'compared':
      return flips || difference.helped.who === 'somebody' || difference.hurt.who === 'somebody'
    case 'law-on-one-day':
      return true
    case 'law-on-neither-day':
      return false
    case 'too-large':
      return flips ? true : undefined
  }
}

/** A redline as JSON over several lines. */
export const redlineJson = (redline: Redline, rulebook: Rulebook): string => {
  const { subject, from, to, amendments, difference, fixtures } = redline
  const name = (status: Status | undefined): string => standingName(subject, status)
  const turn = ({ id, title, before, after }: Turn): object => ({ id, title, before: before ?? 'absent', after: after ?? 'absent' })
  const example = ({ facts, fewest, before, after, turns }: Example): object => ({
    before: name(before),
    after: name(after),
    facts,
    fewest,
    turns: turns.map(turn),
  })
  const found = (one: Found): object =>
    one.who === 'nobody' ? { who: 'nobody' } : { who: 'somebody', ...(one.example ? { example: example(one.example) } : {}) }
  const shown = {
    id: subject.path,
    kind: subject.kind,
    title: subject.title,
    from: formatDay(from),
    to: formatDay(to),
    rulebook: { version: rulebook.about.version, digest: rulebook.digest, 'reviewed-through': rulebook.about['reviewed-through'] },
    notice: rulebook.about.notice,
    changes: amendments.map((one) => ({
      day: formatDay(one.day),
      kind: one.kind,
      path: one.place.path,
      title: one.place.title,
      ...(one.kind === 'citations' ? { ended: actWords(one.ended, rulebook) } : changeWords(one)),
      acts: actWords(one.acts, rulebook),
    })),
    different: isDifferent(redline) ?? 'unknown',
    comparison: difference.kind,
    ...(difference.kind === 'compared' ? { helped: found(difference.helped), hurt: found(difference.hurt) } : {}),
    ...(fixtures
      ? { fixtures: { cases: fixtures.cases, flips: fixtures.flips.map((flip) => ({ ...flip, before: name(flip.before), after: name(flip.after) })) } }
      : {}),
  }
  return `${harmlessJson(JSON.stringify(shown, null, 2))}\n`
}

interface Sheet extends Page {
  readonly redline: Redline
  readonly rulebook: Rulebook
}

/** A redline for people: the changes day by day, then who is helped and hurt, then the fixtures. */
export const redlineText = (redline: Redline, rulebook: Rulebook, page: Page): string => {
  const sheet: Sheet = { ...page, redline, rulebook }
  const { subject, from, to, amendments } = redline
  const days = [...new Set(amendments.map(({ day }) => day))]
  const blocks = [
    [
      sides(page.paint.bold(`${subject.title} (${subject.path})`), `law of ${formatDay(from)} → law of ${formatDay(to)}`, page),
      paragraph(
        `${counted(amendments.length, 'change', 'changes')}${days.length === 0 ? '' : ` on ${counted(days.length, 'day', 'days')}`} · ${verdict(redline)}`,
        page,
      ),
    ],
    ...days.map((day) =>
      dayLines(
        day,
        amendments.filter((one) => one.day === day),
        sheet,
      ),
    ),
    ...differenceBlocks(sheet),
    fixtureLines(sheet),
    [paragraph(rulebook.about.notice, page)],
  ]
  return harmless(
    `${blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n')}\n`,
  )
}

const counted = (count: number, one: string, several: string): string => `${String(count)} ${count === 1 ? one : several}`

const verdict = (redline: Redline): string => {
  if (redline.difference.kind === 'law-on-one-day') return `law on ${formatDay(redline.difference.day)} only`
  if (redline.difference.kind === 'law-on-neither-day') return 'not law on either day'
  const different = isDifferent(redline)
  return different === undefined
    ? 'too large to say whether anybody is treated differently'
    : different
      ? 'some people are treated differently'
      : 'nobody is treated differently'
}

const KINDS: Record<Change['kind'], string> = { whole: 'law', rule: 'rule', parameter: 'number', note: 'text' }

type Change = Exclude<Amendment, { kind: 'citations' }>

const dayLines = (day: Day, amendments: readonly Amendment[], sheet: Sheet): string[] => {
  const groups = new Map<string, Change[]>()
  for (const one of amendments) {
    if (one.kind === 'citations') continue
    const name = placeName(one, sheet)
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [
    heading(formatDay(day), sheet),
    ...[...groups].flatMap(([name, changes]) => [paragraph(name, sheet, 2, 4), ...changes.flatMap((one) => changeLines(one, sheet))]),
    ...citedLines(
      amendments.filter(({ kind }) => kind === 'citations'),
      sheet,
    ),
  ]
}

const placeName = ({ place, acts }: Change, { rulebook, paint }: Sheet): string => {
  const law = actWords(acts, rulebook)
  return `${paint.bold(place.title)} (${place.path}) ${paint.dim(`[${law.length === 0 ? 'act not named in the rulebook' : law.join('; ')}]`)}`
}

const changeLines = (change: Change, sheet: Sheet): string[] => {
  const { before, after } = changeWords(change)
  const lines = [...(before === undefined ? [] : [`− ${before}`]), ...(after === undefined ? [] : [`+ ${after}`])]
  return lines.map((text, index) => entry(index === 0 ? KINDS[change.kind] : '', text, sheet, 4, 8))
}

/** So many titles are named where only citations changed. */
const MOST_TITLES = 4

/** Places where nothing but the citations changed: a text numbered or issued anew. */
const citedLines = (cited: readonly Amendment[], sheet: Sheet): string[] => {
  if (cited.length === 0) return []
  const titles = [...new Set(cited.map(({ place }) => place.title))]
  const rest = titles.length - MOST_TITLES
  const named = rest > 1 ? `${titles.slice(0, MOST_TITLES).join(', ')}, and ${String(rest)} more` : listed(titles, 'and')
  const [first, ...others] = [...new Set(cited.flatMap(({ acts }) => actWords(acts, sheet.rulebook)))]
  const law = first === undefined ? '' : ` ${sheet.paint.dim(`[${first}${others.length === 0 ? '' : `; ${counted(others.length, 'other', 'others')}`}]`)}`
  return [paragraph(`Only the citation changed: ${named}${law}`, sheet, 2, 4)]
}

const differenceBlocks = (sheet: Sheet): string[][] => {
  const { difference, subject, from } = sheet.redline
  switch (difference.kind) {
    case 'compared':
      return [
        [heading('Who is helped', sheet), ...foundLines(difference.helped, sheet)],
        [heading('Who is hurt', sheet), ...foundLines(difference.hurt, sheet)],
        [heading('How the days are compared', sheet), paragraph(heldFixed(from), sheet, 2)],
      ]
    case 'law-on-one-day':
      return [
        [
          heading('Who is treated differently', sheet),
          paragraph(
            `It is law on ${formatDay(difference.day)} only, so there is nothing to hold it against. What that means for people shows where it is used${subject.kind === 'criterion' ? `: tvpa redline ${subject.owner}` : ''}.`,
            sheet,
            2,
          ),
        ],
      ]
    case 'law-on-neither-day':
      return []
    case 'too-large':
      return [
        [
          heading('Who is treated differently', sheet),
          paragraph('The rule is too large to compare by diagram. The changes and the fixtures are all that can be shown.', sheet, 2),
        ],
      ]
  }
}

const heldFixed = (from: Day): string =>
  'Both days are asked about the same recorded facts. Ages are as told. A filing date that nobody told is the day itself. ' +
  `Nothing in an example lies after ${formatDay(from)}. What public bodies have still to do stays open.`

const foundLines = (found: Found, sheet: Sheet): string[] => {
  if (found.who === 'nobody') return [paragraph('Nobody.', sheet, 2)]
  const { example } = found
  if (!example) return [paragraph('The two days differ for somebody, but no example was found that a determination confirms.', sheet, 2)]
  const width = Math.min(40, Math.max(...exampleWords(example.facts).map(({ fact }) => fact.length)) + 2)
  return [
    paragraph(`${standingWords(example.before, sheet)} → ${standingWords(example.after, sheet)}`, sheet, 2),
    paragraph(example.fewest ? 'Simplest example; none rests on fewer facts:' : 'Simplest example found; there may be one with fewer facts:', sheet, 2),
    ...exampleWords(example.facts).map(({ fact, value }) => entry(fact, value, sheet, 4, width)),
    ...(example.turns.length === 0 ? [] : [paragraph(`What makes the difference: ${example.turns.map(turnWords).join('; ')}.`, sheet, 2, 4)]),
  ]
}

const standingWords = (status: Status | undefined, { redline: { subject } }: Sheet): string => {
  const name = standingName(subject, status)
  return name === 'absent' ? 'not law' : name in OUTCOME_WORDS ? OUTCOME_WORDS[name as keyof typeof OUTCOME_WORDS] : STATUS_WORDS[name as Status]
}

const turnWords = ({ title, before, after }: Turn): string => {
  const words = (status: Status | undefined): string => (status === undefined ? 'not law' : STATUS_WORDS[status])
  return `${title} (${words(before)} → ${words(after)})`
}

/** So many fixtures are named on a page. */
const MOST_FIXTURES = 12

const fixtureLines = (sheet: Sheet): string[] => {
  const { fixtures } = sheet.redline
  if (!fixtures) return []
  const { cases, flips } = fixtures
  const rest = flips.length - MOST_FIXTURES
  return [
    heading('Fixtures', sheet),
    paragraph(`${String(flips.length)} of ${counted(cases, 'case', 'cases')} ${flips.length === 1 ? 'comes' : 'come'} out differently.`, sheet, 2),
    ...flips
      .slice(0, rest > 1 ? MOST_FIXTURES : flips.length)
      .flatMap(({ name, file, line, before, after }) => [
        paragraph(`${file}:${String(line)}  ${standingWords(before, sheet)} → ${standingWords(after, sheet)}`, sheet, 2, 6),
        paragraph(name, sheet, 6, 8),
      ]),
    ...(rest > 1 ? [paragraph(`and ${String(rest)} more; --format json names them all`, sheet, 2)] : []),
  ]
}
