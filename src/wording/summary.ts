import type { Assessment } from '../assessment/assess.ts'
import type { Await, CitationShown, CriterionShown, Determination, OptionShown } from '../assessment/determination.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label, listed } from './labels.ts'
import { WHO_WORDS } from './statuses.ts'

/** Who has to take which step, for one or more options. */
export interface NextStep {
  readonly who: string
  readonly what: string
  readonly options: readonly string[]
  readonly factors: Await['factors']
}

/** Attorney first, agencies last. */
const ORDER = ['attorney', 'attorney or clinician', 'caseworker', 'HHS', 'court', 'USCIS (DHS)', 'Attorney General', 'certifying agency', 'law enforcement']

/** How many facts are named in a row before the rest is counted. */
const NAMED = 6

/** Options that are spoken of on a first page: law on the day, and not one that nobody raised. */
export const spokenOf = (determination: Determination): OptionShown[] => determination.options.filter(({ quiet }) => quiet !== true)

/**
 * The steps that are due for the options still open: each once, attorney first, agencies last. A step is due when no fact is
 * missing any more in the criterion it settles; before that, the step is to find the fact out.
 */
export const nextSteps = (determination: Determination, rulebook: Rulebook): NextStep[] => {
  const steps = new Map<string, NextStep>()
  const add = (who: string, what: string, option: OptionShown, factors?: Await['factors']): void => {
    const known = steps.get(`${who} ${what}`)
    steps.set(`${who} ${what}`, { who, what, options: [...new Set([...(known?.options ?? []), option.title])], factors })
  }
  for (const option of spokenOf(determination)) {
    const due = new Set(dueCriteria(option.criteria))
    for (const step of option.awaits) {
      if (due.has(step.criterion) && !isLeftToAttorney(step, rulebook)) add(WHO_WORDS[step.who] ?? label(step.who), step.what, option, step.factors)
    }
  }
  const missing = [...new Set(spokenOf(determination).flatMap((option) => option.missing))]
  const open = spokenOf(determination).filter((option) => option.missing.length > 0)
  const list = [...steps.values()]
  if (missing.length > 0) {
    const facts = rulebook.facts.filter(({ id, burden }) => missing.includes(id) && burden !== 'distressing')
    list.push({
      who: 'caseworker',
      what: `With the attorney, when it is safe: find out ${namedFacts(
        facts.map(({ id }) => id),
        missing.length,
      )}.`,
      options: open.map(({ title }) => title),
      factors: undefined,
    })
  }
  return list.toSorted((a, b) => ORDER.indexOf(a.who) - ORDER.indexOf(b.who))
}

/** Facts in words; the rest of `total` only counted, and all of them where none may be named. */
export const namedFacts = (ids: readonly string[], total = ids.length): string => {
  const shown = ids.slice(0, NAMED).map(label)
  if (shown.length === 0 && total > 0) return `${String(total)} ${total === 1 ? 'fact' : 'facts'} not named on this page`
  return total > shown.length ? `${shown.join(', ')} and ${String(total - shown.length)} more` : listed(shown, 'and')
}

const dueCriteria = (criteria: readonly CriterionShown[]): string[] =>
  criteria.flatMap((criterion) => [...(criterion.missing.length === 0 && !criterion.moot ? [criterion.id] : []), ...dueCriteria(criterion.criteria)])

/** Is it a point that only a lawyer asks about and writes down? Such points are counted, never listed. */
export const isLeftToAttorney = (step: Await, rulebook: Rulebook): boolean =>
  step.fact !== undefined && byId(rulebook.facts).get(step.fact)?.recording === 'lawyer-first'

/** How many points are left to the attorney, over all options that are open. */
export const leftToAttorney = (determination: Determination, rulebook: Rulebook): number =>
  new Set(spokenOf(determination).flatMap(({ awaits }) => awaits.filter((step) => isLeftToAttorney(step, rulebook)).map(({ fact }) => fact))).size

/** In one short phrase, what an option is still open for. */
export const openFor = (option: OptionShown, rulebook: Rulebook): string => {
  if (option.outcome !== 'cannot-tell-yet' && option.outcome !== 'depends-on-others') return ''
  const lawyer = option.awaits.some((step) => isLeftToAttorney(step, rulebook))
  const kinds = new Set(
    option.awaits
      .filter((step) => !isLeftToAttorney(step, rulebook))
      .map(({ who }) => (['attorney', 'professional'].includes(who) ? 'assessments' : 'steps of public bodies')),
  )
  const parts = [
    ...(option.missing.length === 0 ? [] : [`${String(option.missing.length)} ${option.missing.length === 1 ? 'fact' : 'facts'}`]),
    ...(['assessments', 'steps of public bodies'] as const).filter((kind) => kinds.has(kind)),
    ...(lawyer ? ['points left to the attorney'] : []),
  ]
  return `open: ${listed(parts, 'and')}`
}

/** Criteria, and the points below open ones, whose tag says the law was not read in the primary text, where they carry the result. */
export const unverifiedPoints = (determination: Determination): string[] => {
  const collect = (criteria: readonly CriterionShown[]): string[] =>
    criteria.flatMap((criterion) => [...(criterion.tag === 'UNVERIFIED' && !criterion.moot ? [criterion.title] : []), ...collect(criterion.criteria)])
  return [...new Set(spokenOf(determination).flatMap(({ criteria }) => collect(criteria)))]
}

/** The law of a criterion in one line: its statute and its regulation where it has both; the rest is only counted. */
export const citationLine = (citations: readonly CitationShown[], rulebook: Rulebook, most = 2): string => {
  const kind = (citation: CitationShown): string => byId(rulebook.sources).get(citation.source)?.kind ?? ''
  const once = citations.filter(({ text }, index) => citations.findIndex((other) => other.text === text) === index)
  const checked = [...once.filter(({ tag }) => tag !== 'UNVERIFIED'), ...once.filter(({ tag }) => tag === 'UNVERIFIED')]
  const [first] = checked
  const other = checked.find((citation) => first && kind(citation) === 'regulation' && kind(first) !== 'regulation') ?? checked[1]
  const shown = [first, other].filter((citation) => citation !== undefined).slice(0, most)
  const texts = shown.map(({ text, tag }) => (tag === 'UNVERIFIED' ? `${text} [unverified]` : text))
  return once.length > shown.length ? `${texts.join('; ')} (+${String(once.length - shown.length)})` : texts.join('; ')
}

/** What the person said they want, in words: the members told of facts in the topic of services. */
export const wants = ({ settled }: Pick<Assessment, 'settled'>, rulebook: Rulebook): string[] =>
  rulebook.facts
    .filter((fact) => fact.topic === 'services' && fact.kind === 'choices')
    .flatMap((fact) => {
      const knowledge = settled.known(fact.id)
      return knowledge.kind === 'many' ? [...knowledge.yes].map(label) : []
    })
