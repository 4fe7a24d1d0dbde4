import type { Assessment } from '../assessment/assess.ts'
import type { CriterionShown, Determination, LineShown, OptionShown } from '../assessment/determination.ts'
import type { Outcome } from '../assessment/outcome.ts'
import type { Status } from '../logic/truth.ts'
import { isOpen } from '../logic/truth.ts'
import { byId } from '../rulebook/by-id.ts'
import { harmless } from '../rulebook/harmless.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label } from '../wording/labels.ts'
import { OUTCOME_WORDS, STATUS_MEANING, STATUS_WORDS } from '../wording/statuses.ts'
import { citationLine, leftToAttorney, nextSteps, openFor, unverifiedPoints, wants } from '../wording/summary.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph, sides } from './layout.ts'

/** The summary of a determination for people: safety and lawyer first, then days, options, steps, and the law behind each. */
export const textFace = (assessment: Assessment, rulebook: Rulebook, page: Page): string => {
  const { determination } = assessment
  const parts = [
    said(determination, 'first', page),
    title(determination, page),
    section('Days that cannot wait', days(determination, page), page),
    section('Possible options', determination.options.map((option) => optionLine(option, rulebook, page)), page),
    section('Who acts next', steps(determination, rulebook, page), page),
    section('Left to the attorney', left(determination, rulebook, page), page),
    section('The person wants', wanted(assessment, rulebook, page), page),
    section('Good to know', said(determination, 'say', page), page),
    section('About the law of this page', about(determination, page), page),
    ...determination.options.map((option) => optionPart(option, rulebook, page)),
    section('Definitions', definitions(determination, page), page),
    section('Where to turn', determination.resources.map((resource) => entry(page.paint.bold(resource.contact), `${resource.title}${resource.text === undefined ? '' : `. ${resource.text}`}`, page, 2, 18)), page),
    [...said(determination, 'foot', page), paragraph(determination.notice, page)],
  ]
  return harmless(
    `${parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n')}\n`,
    )
}

const section = (title: string, lines: readonly string[], page: Page): string[] => (lines.length === 0 ? [] : [heading(title, page), ...lines])

const said = (determination: Determination, place: LineShown['place'], page: Page): string[] =>
  determination.lines
    .filter((line) => line.place === place)
    .map(({ text, citations }) => {
      const law = citationLine(citations)
      return place === 'first' || place === 'foot' ? paragraph(text, page, 2) : sides(`· ${text}`, page.paint.dim(law), page, 2)
    })

const title = (determination: Determination, page: Page): string[] => {
  const reference = determination.case === '' ? '' : ` for case ${determination.case}`
  const { version, digest } = determination.rulebook
  return [
    sides(page.paint.bold(`POSSIBLE OPTIONS${reference}`), `law of ${longDay(determination['as-of'])} · rulebook ${version} (${digest.slice(7, 11)}…)`, page),
    paragraph("Information, not legal advice, and not a decision of any agency. Made from a caseworker's partial notes, not signed.", page),
  ]
}

const days = (determination: Determination, page: Page): string[] => [
  ...said(determination, 'days', page),
  ...determination['key-dates'].map(({ date, what, citations }) => entry(date, `${what}   ${page.paint.dim(citationLine(citations, 1))}`, page, 2, 14)),
]

const optionLine = (option: OptionShown, rulebook: Rulebook, page: Page): string => {
  const words = OUTCOME_WORDS[option.outcome]
  const open = openFor(option, rulebook)
  const left = `${option.title.padEnd(page.columns < 76 ? 0 : 30)}  ${outcomePaint(option.outcome, page)(words)}`
  return page.columns < 76 ? `${paragraph(left, page, 2, 4)}${open === '' ? '' : `\n${paragraph(open, page, 4)}`}` : `  ${left}${' '.repeat(Math.max(2, 26 - words.length))}${open}`
}

const steps = (determination: Determination, rulebook: Rulebook, page: Page): string[] =>
  nextSteps(determination, rulebook).map(({ who, what, options, factors }, index) => {
    const weighed = factors ? ` Told so far: ${String(factors.present.length)} of ${String(factors.present.length + factors.absent.length + factors.open.length)} listed factors, ${String(factors.open.length)} open.` : ''
    return entry(`${String(index + 1).padStart(2)}  ${who}`, `${what}${weighed} ${page.paint.dim(`(${options.join(', ')})`)}`, page, 2, 26)
  })

const left = (determination: Determination, rulebook: Rulebook, page: Page): string[] => {
  const points = leftToAttorney(determination, rulebook)
  return points === 0 ? [] : [paragraph(`${String(points)} ${points === 1 ? 'point' : 'points'}, not asked here; open points count against nobody`, page, 2)]
}

const wanted = (assessment: Assessment, rulebook: Rulebook, page: Page): string[] => {
  const list = wants(assessment, rulebook)
  return list.length === 0 ? [] : [paragraph(list.join(' · '), page, 2)]
}

const about = (determination: Determination, page: Page): string[] => {
  const unverified = unverifiedPoints(determination)
  return [
    paragraph(`Law reviewed through ${longDay(determination.rulebook['reviewed-through'])}.`, page, 2),
    paragraph(unverified.length === 0 ? 'No unverified point carries a result on this page.' : `Points whose law was not read in the primary text: ${unverified.join('; ')}.`, page, 2),
    ...determination.warnings.map(({ text, citations }) => sides(`! ${text}`, page.paint.dim(citationLine(citations ?? [])), page, 2)),
    ...determination.assumptions.map(({ fact, value }) => paragraph(`Taken because nothing was said: ${label(fact)} = ${typeof value === 'string' ? label(value).replaceAll(' ', typeof value === 'string' && /^\d/.test(value) ? '-' : ' ') : value ? 'yes' : 'no'}.`, page, 2, 4)),
  ]
}

/** The part of one option. One that is not law on the day has no part. */
const optionPart = (option: OptionShown, rulebook: Rulebook, page: Page): string[] => {
  if (option.outcome === 'not-in-force') return []
  const reasons = option['rests-on'].length === 0 ? [] : [paragraph(restsOnWords(option, rulebook), page, 2, 4)]
  return [sides(page.paint.bold(option.title), citationLine(option.citations ?? [], 1), page), ...reasons, ...option.criteria.flatMap((criterion) => criterionLines(criterion, rulebook, page, 2))]
}

/** How many answers an outcome rests on. Hard and lawyer-only ones are never named on this page. */
const restsOnWords = (option: OptionShown, rulebook: Rulebook): string => {
  const facts = option['rests-on'].map((id) => byId(rulebook.facts).get(id)).filter((fact) => fact !== undefined)
  const named = facts.filter(({ burden, recording }) => burden !== 'distressing' && recording !== 'lawyer-first')
  const rest = facts.length - named.length
  const words = [...named.map(({ id }) => label(id)), ...(rest === 0 ? [] : [`${String(rest)} more (in the attorney's copy)`])]
  return `${option.outcome === 'appears-not-to-qualify' ? 'As far as these answers go; have a lawyer check before giving up. It' : 'It'} rests on: ${words.join(', ')}.`
}

const criterionLines = (criterion: CriterionShown, rulebook: Rulebook, page: Page, indent: number): string[] => {
  const law = citationLine(criterion.citations, 2)
  const status = STATUS_WORDS[criterion.status]
  const missing = criterion.missing.filter((id) => byId(rulebook.facts).get(id)?.recording !== 'lawyer-first')
  const word = statusPaint(criterion.status, page)(status.padEnd(9))
  const text = `${criterion.title}${criterion.moot ? ' (no longer needed)' : ''}`
  const head =
    page.columns < 76
      ? `${paragraph(`${word.trimEnd()}: ${text}`, page, indent, indent + 2)}\n${paragraph(page.paint.dim(law), page, indent + 4)}`
      : sides(`${word} ${text}`, page.paint.dim(law), page, indent)
  const more = isOpen(criterion.status) && !criterion.moot
  return [
    head,
    ...(more && criterion.criteria.length === 0 && missing.length > 0 ? [paragraph(`to find out: ${missing.map(label).join(', ')}`, page, indent + 12, indent + 14)] : []),
    ...(more && criterion.status !== 'unknown' && criterion.criteria.length === 0 ? [paragraph(STATUS_MEANING[criterion.status], page, indent + 12, indent + 14)] : []),
    ...(criterion.notes ?? []).filter(({ tag }) => tag === 'UNVERIFIED').map(({ text: note }) => paragraph(`unverified: ${note}`, page, indent + 12, indent + 14)),
    ...(criterion.tag === 'UNVERIFIED' ? [paragraph('the text of this rule was not read in the primary source', page, indent + 12, indent + 14)] : []),
    ...(more || criterion.status === 'not-met' ? criterion.criteria.flatMap((inner) => criterionLines(inner, rulebook, page, indent + 2)) : []),
  ]
}

const definitions = (determination: Determination, page: Page): string[] =>
  determination.definitions.map(({ title: name, status }) => `  ${statusPaint(status, page)(STATUS_WORDS[status].padEnd(9))} ${name}`)

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

const statusPaint = (status: Status, { paint }: Page): ((text: string) => string) => (status === 'met' ? paint.green : status === 'not-met' ? paint.bold : paint.yellow)

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const longDay = (iso: string): string => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}
