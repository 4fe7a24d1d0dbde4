import type { Day } from '../logic/day.ts'
import { formatDay } from '../logic/day.ts'
import { citationText } from '../rulebook/cite.ts'
import { byId } from '../rulebook/by-id.ts'
import type { WholeOption } from '../rulebook/option.ts'
import { inGroups } from '../rulebook/option-groups.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isInForce } from '../rulebook/span.ts'
import { spanWords } from '../wording/phrases.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph } from './layout.ts'

const COLUMN = 34

/** Every option by group, with the days on which it is law and what it is in one sentence; with a day only those that are law on it. */
export const rulesText = (rulebook: Rulebook, asOf: Day | undefined, page: Page): string => {
  const options = lawOn(rulebook, asOf)
  const groups = inGroups(options, rulebook).map(({ title = 'Options', options: held }) => [
    heading(title, page),
    ...held.flatMap((option) => optionLines(option, page)),
  ])
  const extended = options.filter(({ tier }) => tier === 'extended').length
  const day = asOf === undefined ? '' : ` that are law on ${formatDay(asOf)}, of ${String(rulebook.options.length)}`
  const count = `${String(options.length)} ${options.length === 1 ? 'option' : 'options'}${day}: ${String(options.length - extended)} core, ${String(extended)} extended`
  return `${[...groups.map((lines) => lines.join('\n')), paragraph(`${count}; one in full with tvpa explain ID`, page)].join('\n\n')}\n`
}

const optionLines = (option: WholeOption, page: Page): string[] => {
  const span = spanWords(option)
  const dates = `${span === '' ? 'on every day of the rulebook' : span}${option.tier === 'extended' ? ' · extended' : ''}`
  return [entry(option.id, page.paint.dim(dates), page, 2, COLUMN), paragraph(`${option.title}. ${firstSentence(option.text)}`, page, 4)]
}

/** The first sentence of a text; the point of an abbreviation such as `U.S.` or `Pub. L.` ends none. */
const firstSentence = (text: string): string => /^.*?(?<!\b[A-Z]|\bPub|\bFed|\bReg|\bNo)[.!?](?=\s|$)/s.exec(text)?.[0] ?? text

/** The same for machines: groups in order, each with its options; `in-force` holds the windows, empty ends left out. */
export const rulesPage = (rulebook: Rulebook, asOf: Day | undefined): object => ({
  rulebook: { version: rulebook.about.version, digest: rulebook.digest, 'reviewed-through': rulebook.about['reviewed-through'] },
  ...(asOf === undefined ? {} : { 'as-of': formatDay(asOf) }),
  groups: inGroups(lawOn(rulebook, asOf), rulebook).map(({ id, title, options }) => ({
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    options: options.map((option) => ({
      id: option.id,
      title: option.title,
      tier: option.tier,
      'in-force': windows(option),
      text: option.text,
      citations: option.cite.flatMap((citation) => {
        const source = byId(rulebook.sources).get(citation.source)
        return source ? [{ ...citation, text: citationText(citation, source) }] : []
      }),
      tag: option.tag,
    })),
  })),
})

const windows = (option: WholeOption): { from?: string; until?: string }[] =>
  (option['in-force'] ?? [{ from: option.from, until: option.until }]).map(({ from, until }) => ({
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }))

const lawOn = ({ options }: Rulebook, asOf: Day | undefined): readonly WholeOption[] =>
  asOf === undefined ? options : options.filter((option) => isInForce(option, asOf))
