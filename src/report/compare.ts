import type { AcrossDays, CriterionAcrossDays, CriterionOnDay, OptionAcrossDays } from '../assessment/across-days.ts'
import { isSameLaw } from '../assessment/across-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { OUTCOME_WORDS, stateWords } from '../wording/statuses.ts'
import { citationLine } from '../wording/summary.ts'
import { blocks, headLines } from './head.ts'
import type { Page } from './layout.ts'
import { heading, paragraph, table } from './layout.ts'

/** One case under the law of several days, side by side, for people. An option that nobody raised stands in one last line, unless it was asked for. */
export const compareText = (across: AcrossDays, rulebook: Rulebook, asked: readonly string[] | undefined, page: Page): string => {
  const [first] = across.determinations
  if (!first) return ''
  const days = across.determinations.map((one) => one['as-of'])
  const spoken = across.options.filter(({ id, quiet }) => quiet !== true || asked?.includes(id))
  const quiet = across.options.filter((option) => !spoken.includes(option))
  return blocks([
    headLines('THE LAW OF SEVERAL DAYS', first.case, days.join(', '), first.rulebook, page),
    ...spoken.map((option) => [page.paint.bold(option.title), ...optionTable(option, days, rulebook, page), ...restLine(option, page)]),
    quiet.map(({ id, title }) => paragraph(`${title}: not raised · --option ${id} shows it`, page, 0, 2)),
    warningLines(across, rulebook, page),
    [paragraph(first.notice, page)],
  ])
}

const optionTable = (option: OptionAcrossDays, days: readonly string[], rulebook: Rulebook, page: Page): string[] => {
  const rows = [
    ['outcome', ...option.outcomes.map((outcome) => OUTCOME_WORDS[outcome])],
    ...option.criteria.map((criterion) => [criterion.title, ...criterion.days.map((on) => cell(on, criterion, rulebook, page))]),
  ]
  return table(['', ...days], rows, page, 2)
}

/** Status and, where it is not the same on all days, the law of the day. */
const cell = (on: CriterionOnDay | null, { days }: CriterionAcrossDays, rulebook: Rulebook, page: Page): string => {
  if (on === null) return stateWords(null)
  const sameLaw = days.every((other) => other === null || isSameLaw(on, other))
  const law = sameLaw ? '' : citationLine(on.citations, rulebook)
  return law === '' ? stateWords(on) : `${stateWords(on)} ${page.paint.dim(`[${law}]`)}`
}

const restLine = ({ criteria, same }: OptionAcrossDays, page: Page): string[] =>
  same === 0 ? [] : [paragraph(`${String(same)} ${criteria.length === 0 ? 'criteria are' : 'other criteria are'} the same on all days.`, page, 2, 4)]

const warningLines = ({ determinations }: AcrossDays, rulebook: Rulebook, page: Page): string[] => {
  const days = new Map<string, string[]>()
  for (const { 'as-of': day, warnings, options } of determinations) {
    for (const { text, option, citations } of warnings) {
      if (options.find(({ id }) => id === option)?.quiet === true) continue
      const law = citationLine(citations ?? [], rulebook)
      const line = `${text}${law === '' ? '' : ` ${page.paint.dim(`[${law}]`)}`}`
      days.set(line, [...(days.get(line) ?? []), day])
    }
  }
  if (days.size === 0) return []
  return [heading('Alerts and notes on the law', page), ...[...days].map(([line, on]) => paragraph(`${on.join(', ')}: ${line}`, page, 2, 4))]
}

/** The same for machines. */
export const comparePage = ({ determinations, options }: AcrossDays): object => ({
  case: determinations[0]?.case ?? '',
  rulebook: determinations[0]?.rulebook,
  notice: determinations[0]?.notice,
  dates: determinations.map((one) => one['as-of']),
  options,
  warnings: determinations.map(({ warnings }) => warnings),
  assumptions: determinations.map(({ assumptions }) => assumptions),
})
