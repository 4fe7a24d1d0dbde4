import type { CitationShown } from '../assessment/determination.ts'
import type { Moved, MovedFact } from '../assessment/moving-days.ts'
import type { OptionTimeline, OutcomeSpan, Timeline } from '../assessment/timeline.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label } from '../wording/labels.ts'
import { OUTCOME_WORDS } from '../wording/statuses.ts'
import { criterionLines } from './differences.ts'
import { blocks, headLines } from './head.ts'
import type { Page } from './layout.ts'
import { entry, paragraph } from './layout.ts'

/** One case through time, for people: spans of days with the outcome, and what changed on the first day of each. */
export const timelineText = (line: Timeline, rulebook: Rulebook, asked: readonly string[] | undefined, page: Page): string => {
  const spoken = line.options.filter(({ id, quiet }) => quiet !== true || asked?.includes(id))
  const quiet = line.options.filter((option) => !spoken.includes(option))
  return blocks([
    [
      ...headLines('THROUGH TIME', line.case, `law from ${line.from} until ${line.until}`, line.rulebook, page),
      paragraph('The same answers under the law of every day. Each line begins with the first day on which the outcome was so.', page),
    ],
    ...spoken.map((option) => optionLines(option, rulebook, page)),
    quiet.map(({ id, title }) => paragraph(`${title}: not raised · --option ${id} shows it`, page, 0, 2)),
    line.warnings.map((text) => paragraph(`! ${text}`, page, 0, 2)),
    [paragraph(line.notice, page)],
  ])
}

const optionLines = ({ title, spans }: OptionTimeline, rulebook: Rulebook, page: Page): string[] => [
  page.paint.bold(title),
  ...spans.flatMap((span, index) => [entry(span.from, OUTCOME_WORDS[span.outcome], page, 2, 12), ...changeLines(span, spans[index - 1], rulebook, page)]),
]

/** What changed on the first day of a span. Where the whole option came or went, its criteria are not listed one by one. */
const changeLines = ({ outcome, changed }: OutcomeSpan, before: OutcomeSpan | undefined, rulebook: Rulebook, page: Page): string[] => {
  if (!changed) return []
  const law = lawLine(changed.law ?? [])
  const whole = outcome === 'not-in-force' || before?.outcome === 'not-in-force'
  return [
    ...(law === '' ? [] : [paragraph(`law: ${law}`, page, 4, 6)]),
    ...movedLines(changed.moved, rulebook).map((text) => paragraph(text, page, 4, 6)),
    ...(whole ? [] : criterionLines(changed.criteria, rulebook, page, 4)),
  ]
}

const NAMED = 3

/** The citations that begin, as far as they fit; the rest only counted. */
const lawLine = (citations: readonly CitationShown[]): string => {
  const shown = citations.slice(0, NAMED).map(({ text, tag }) => (tag === 'UNVERIFIED' ? `${text} [unverified]` : text))
  return `${shown.join('; ')}${citations.length > NAMED ? ` (+${String(citations.length - NAMED)})` : ''}`
}

const movedLines = ({ facts, contradictions }: Moved, rulebook: Rulebook): string[] => [
  ...facts.map((moved) => movedWords(moved, rulebook)),
  ...contradictions.ended.map((group) => `until now these could not all be so: ${group.map(label).join(', ')}`),
  ...contradictions.begun.map((group) => `from now on these cannot all be so: ${group.map(label).join(', ')}`),
]

/** A fact of the case that the day itself changes. Hard and lawyer-only ones are named without their values. */
const movedWords = ({ fact, before, after, assumed }: MovedFact, { facts }: Rulebook): string => {
  const known = byId(facts).get(fact)
  if (known?.burden === 'distressing' || known?.recording === 'lawyer-first') return `${label(fact)} moves with the day`
  return `${label(fact)}: ${before} → ${after}${assumed ? ' (nothing was said, so it counts as the day itself)' : ''}`
}
