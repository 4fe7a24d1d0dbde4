import type { Assessment } from '../assessment/assess.ts'
import type { Await, CitationShown, ComparisonShown, CriterionShown, Determination, LineShown, OptionShown } from '../assessment/determination.ts'
import type { Outcome } from '../assessment/outcome.ts'
import type { Status } from '../logic/truth.ts'
import { isOpen } from '../logic/truth.ts'
import { byId } from '../rulebook/by-id.ts'
import { harmless } from '../rulebook/harmless.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label, listed } from '../wording/labels.ts'
import { OUTCOME_WORDS, STATUS_WORDS } from '../wording/statuses.ts'
import { citationLine, isLeftToAttorney, leftToAttorney, namedFacts, nextSteps, openFor, spokenOf, unverifiedPoints, wants } from '../wording/summary.ts'
import { furtherLines } from './further.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph, sides, table } from './layout.ts'

/**
 * The summary of a determination for people: safety and lawyer first, then days, core options, steps, and the law behind each.
 * Extended options have one line each, by group; with `inFull` they are shown as core ones are.
 */
export const textFace = (assessment: Assessment, rulebook: Rulebook, page: Page, inFull = false): string => {
  const { determination: whole } = assessment
  const determination = inFull ? whole : { ...whole, options: whole.options.filter(({ tier }) => tier === 'core') }
  const sheet: Sheet = { ...page, rulebook, determination }
  const spoken = spokenOf(determination)
  const parts = [
    said('first', sheet),
    title(sheet),
    section('Days that cannot wait', days(sheet), page),
    section('The options', [...spoken.map((option) => optionLine(option, sheet)), ...quietLines(sheet)], page),
    section('Who acts next', steps(sheet), page),
    section('Left to the attorney', left(sheet), page),
    section('The person wants', wanted(assessment, sheet), page),
    section('About the law of this page', about(sheet), page),
    ...(inFull ? [] : [furtherLines(whole, rulebook, page)]),
    ...spoken.map((option) => optionPart(option, sheet)),
    ...determination.comparisons.map((comparison) => section(comparison.title, comparisonLines(comparison, sheet), page)),
    section('Good to know', said('say', sheet), page),
    section('Alerts and notes on the law', alerts(sheet), page),
    section(
      'Where to turn',
      determination.resources.map(({ contact, title: name, text }) =>
        paragraph(`${page.paint.bold(contact)}  ${name}${text === undefined ? '' : `. ${text}`}`, page, 2, 4),
      ),
      page,
    ),
    [...said('foot', sheet), paragraph(determination.notice, page, 2)],
  ]
  const blocks = parts.filter((part) => part.length > 0).map((part) => part.join('\n'))
  return `${blocks.join('\n\n')}\n`
}

interface Sheet extends Page {
  readonly rulebook: Rulebook
  readonly determination: Determination
}

const section = (name: string, lines: readonly string[], page: Page): string[] => (lines.length === 0 ? [] : [heading(name, page), ...lines])

const said = (place: LineShown['place'], sheet: Sheet): string[] =>
  sheet.determination.lines
    .filter((line) => line.place === place)
    .map(({ text, citations }) => (place === 'first' || place === 'foot' ? paragraph(text, sheet, 2) : withLaw(`· ${text}`, citations, sheet)))

/** A paragraph with its law behind it. */
const withLaw = (text: string, citations: readonly CitationShown[], sheet: Sheet): string => {
  const law = citationLine(citations, sheet.rulebook)
  return paragraph(law === '' ? text : `${text} ${sheet.paint.dim(`[${law}]`)}`, sheet, 2, 4)
}

const title = (sheet: Sheet): string[] => {
  const { determination, paint } = sheet
  const reference = determination.case === '' ? '' : ` for case ${harmless(determination.case)}`
  const { version, digest } = determination.rulebook
  return [
    sides(paint.bold(`POSSIBLE OPTIONS${reference}`), `law of ${longDay(determination['as-of'])} · rulebook ${version} (${digest.slice(7, 11)}…)`, sheet),
    paragraph("Information, not legal advice, and not a decision of any agency. Made from a caseworker's partial notes, not signed.", sheet),
  ]
}

const days = (sheet: Sheet): string[] => [
  ...said('days', sheet),
  ...sheet.determination['key-dates'].map(({ date, what, citations }) => {
    const law = citationLine(citations, sheet.rulebook, 1)
    return entry(date, `${what} ${sheet.paint.dim(`[${law}]`)}`, sheet, 2, 14)
  }),
]

const optionLine = (option: OptionShown, sheet: Sheet): string => {
  const words = OUTCOME_WORDS[option.outcome]
  const painted = outcomePaint(option.outcome, sheet)(words)
  const open = openFor(option, sheet.rulebook)
  if (sheet.columns < 76)
    return [paragraph(option.title, sheet, 2), paragraph(painted, sheet, 4), ...(open === '' ? [] : [paragraph(open, sheet, 4)])].join('\n')
  return entry(option.title, `${painted}${' '.repeat(Math.max(2, 25 - words.length))}${open}`, sheet, 2, 32)
}

/** Options that nobody raised: one quiet line each, and only if they are law on the day. */
const quietLines = ({ determination, columns, paint }: Sheet): string[] =>
  determination.options
    .filter(({ quiet, outcome }) => quiet === true && outcome !== 'not-in-force')
    .map(({ id, title: name }) => paragraph(`${name}: only an agency can ask for it; not raised · tvpa explain ${id}`, { columns, paint }, 2, 4))

const steps = (sheet: Sheet): string[] =>
  nextSteps(sheet.determination, sheet.rulebook).map(({ who, what, options, factors }, index) => {
    const all = factors ? factors.present.length + factors.absent.length + factors.open.length : 0
    const weighed =
      factors && factors.present.length + factors.absent.length > 0
        ? ` Told so far: ${String(factors.present.length)} of ${String(all)} listed factors, ${String(factors.open.length)} open.`
        : ''
    return entry(`${String(index + 1).padStart(2)}  ${who}`, `${what}${weighed} ${sheet.paint.dim(`(${options.join(', ')})`)}`, sheet, 2, 27)
  })

const left = (sheet: Sheet): string[] => {
  const points = leftToAttorney(sheet.determination, sheet.rulebook)
  return points === 0 ? [] : [paragraph(`${String(points)} ${points === 1 ? 'point' : 'points'}, not asked here; open points count against nobody`, sheet, 2)]
}

const wanted = (assessment: Assessment, sheet: Sheet): string[] => {
  const list = wants(assessment, sheet.rulebook)
  return list.length === 0 ? [] : [paragraph(list.join(' · '), sheet, 2)]
}

const about = (sheet: Sheet): string[] => {
  const { determination } = sheet
  const unverified = unverifiedPoints(determination)
  const value = (told: string | boolean): string => (typeof told === 'boolean' ? (told ? 'yes' : 'no') : /^\d/.test(told) ? told : label(told))
  const assumed = determination.assumptions.map((one) => `${label(one.fact)}: ${value(one.value)}`)
  return [
    paragraph(`Law reviewed through ${longDay(determination.rulebook['reviewed-through'])}.`, sheet, 2, 4),
    paragraph(
      unverified.length === 0
        ? 'No unverified point carries a result on this page.'
        : `Not read in the primary text, and part of this result: ${unverified.join('; ')}.`,
      sheet,
      2,
      4,
    ),
    ...(assumed.length === 0 ? [] : [paragraph(`Taken because nothing was said: ${assumed.join('; ')}.`, sheet, 2, 4)]),
    ...determination.warnings.filter(({ option }) => option === undefined).map(({ text }) => paragraph(`! ${text}`, sheet, 2, 4)),
  ]
}

/** Options side by side, with the law of each row. */
export const comparisonLines = (comparison: ComparisonShown, sheet: Pick<Sheet, 'rulebook' | 'columns' | 'paint'>): string[] => {
  const options = comparison.options.map((id) => byId(sheet.rulebook.options).get(id)?.title ?? label(id))
  const rows = comparison.rows.map(({ aspect, cells, citations }) => [`${aspect} ${sheet.paint.dim(`[${citationLine(citations, sheet.rulebook)}]`)}`, ...cells])
  return [paragraph(comparison.text, sheet, 2), ...table(['', ...options], rows, sheet, 2)]
}

const alerts = (sheet: Sheet): string[] =>
  sheet.determination.options.flatMap(({ id, title: name, quiet }) =>
    quiet === true
      ? []
      : sheet.determination.warnings.filter(({ option }) => option === id).map(({ text, citations }) => withLaw(`· ${name}: ${text}`, citations ?? [], sheet)),
  )

/** The part of one option. One that is not law on the day has no part. */
const optionPart = (option: OptionShown, sheet: Sheet): string[] => {
  if (option.outcome === 'not-in-force') return []
  const reasons = option['rests-on'].length === 0 ? [] : [paragraph(restsOnWords(option, sheet.rulebook), sheet, 2, 4)]
  return [
    sides(sheet.paint.bold(option.title), citationLine(option.citations ?? [], sheet.rulebook, 1), sheet),
    ...reasons,
    ...option.criteria.flatMap((criterion) => criterionLines(criterion, option, sheet)),
  ]
}

/** What an outcome rests on. Hard and lawyer-only answers are never named on this page, only counted. */
const restsOnWords = (option: OptionShown, rulebook: Rulebook): string => {
  const facts = option['rests-on'].map((id) => byId(rulebook.facts).get(id)).filter((fact) => fact !== undefined)
  const named = facts.filter(({ burden, recording }) => burden !== 'distressing' && recording !== 'lawyer-first').map(({ id }) => id)
  const before = option.outcome === 'appears-not-to-qualify' ? 'On these answers only; have a lawyer check before giving up. ' : ''
  return named.length === 0
    ? `${before}Rests on ${String(facts.length)} ${facts.length === 1 ? 'answer' : 'answers'} (the attorney's copy names them).`
    : `${before}Rests on: ${namedFacts(named, facts.length)}.`
}

const INDENT = 12

const criterionLines = (criterion: CriterionShown, option: OptionShown, sheet: Sheet): string[] => {
  const { columns, paint, rulebook } = sheet
  const law = citationLine(criterion.citations, rulebook)
  const word = STATUS_WORDS[criterion.status]
  const painted = statusPaint(criterion.status, sheet)(word)
  const name = `${criterion.title}${criterion.moot ? ' (no longer needed)' : ''}`
  const head =
    columns < 76
      ? [paragraph(`${painted}: ${name}`, sheet, 2, 4), paragraph(paint.dim(law), sheet, 6)]
      : [sides(`${painted}${' '.repeat(Math.max(1, INDENT - 2 - word.length))}${name}`, paint.dim(law), sheet, 2)]
  return [...head, ...details(criterion, option, sheet).map((text) => paragraph(text, sheet, columns < 76 ? 6 : INDENT + 2, columns < 76 ? 8 : INDENT + 4))]
}

/** What is open in a criterion, what settles it where it appears not met, and what is not verified. */
const details = (criterion: CriterionShown, option: OptionShown, { rulebook }: Sheet): string[] => {
  const lines: string[] = []
  if (isOpen(criterion.status) && !criterion.moot) {
    const ids = idsBelow(criterion)
    const kinds = new Set(option.awaits.filter((step) => ids.includes(step.criterion)).map((step) => kindOf(step, rulebook)))
    const then = [...kinds].toSorted().map((kind) => KINDS[kind])
    const known = criterion.missing.filter((id) => byId(rulebook.facts).get(id)?.burden !== 'distressing')
    if (criterion.missing.length > 0)
      lines.push(`to find out: ${namedFacts(known, criterion.missing.length)}${then.length === 0 ? '' : `; then ${listed(then, 'and')}`}`)
    else if (then.length > 0) lines.push(`open: ${listed(then, 'and')}`)
    for (const step of option.awaits) if (ids.includes(step.criterion) && step.factors && step.factors.present.length > 0) lines.push(factorsLine(step.factors))
  }
  if (criterion.status === 'not-met') for (const inner of notMetBelow(criterion)) lines.push(`not met: ${inner}`)
  if (criterion.tag === 'UNVERIFIED') lines.push('unverified: the text of this rule was not read in the primary source')
  return lines
}

type Kind = 'attorney' | 'assessment' | 'agency'
const KINDS: Record<Kind, string> = { attorney: 'points left to the attorney', assessment: 'an assessment', agency: 'a step of a public body' }

const kindOf = (step: Await, rulebook: Rulebook): Kind =>
  isLeftToAttorney(step, rulebook) ? 'attorney' : step.who === 'attorney' || step.who === 'professional' ? 'assessment' : 'agency'

const factorsLine = ({ present, absent, open }: NonNullable<Await['factors']>): string =>
  `present ${String(present.length)} of ${String(present.length + absent.length + open.length)} listed factors · open ${String(open.length)}`

const idsBelow = (criterion: CriterionShown): string[] => [criterion.id, ...criterion.criteria.flatMap(idsBelow)]

const notMetBelow = (criterion: CriterionShown): string[] =>
  criterion.criteria.filter(({ status }) => status === 'not-met').flatMap((inner) => (notMetBelow(inner).length > 0 ? notMetBelow(inner) : [inner.title]))

const outcomePaint = (outcome: Outcome, { paint }: Page): ((text: string) => string) => {
  switch (outcome) {
    case 'may-qualify':
      return paint.green.bold
    case 'depends-on-others':
      return paint.cyan.bold
    case 'cannot-tell-yet':
      return paint.yellow.bold
    case 'appears-not-to-qualify':
    case 'not-in-force':
      return paint.bold
  }
}

const statusPaint = (status: Status, { paint }: Page): ((text: string) => string) =>
  status === 'met' ? paint.green : status === 'not-met' ? paint.bold : paint.yellow

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const longDay = (iso: string): string => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}
