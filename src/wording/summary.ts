import type { Assessment } from '../assessment/assess.ts'
import type { Await, CitationShown, CriterionShown, Determination, OptionShown } from '../assessment/determination.ts'
import { isOpen } from '../logic/truth.ts'
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

/** Every step that someone can take for the options that are still open: each once, attorney first, agencies last. */
export const nextSteps = (determination: Determination, rulebook: Rulebook): NextStep[] => {
  const steps = new Map<string, NextStep>()
  for (const option of determination.options.filter(({ outcome }) => outcome === 'cannot-tell-yet' || outcome === 'depends-on-others')) {
    for (const step of option.awaits) {
      if (isLeftToAttorney(step, rulebook)) continue
      const who = WHO_WORDS[step.who] ?? label(step.who)
      const known = steps.get(`${who} ${step.what}`)
      steps.set(`${who} ${step.what}`, { who, what: step.what, options: [...new Set([...(known?.options ?? []), option.title])], factors: step.factors })
    }
  }
  return [...steps.values()].toSorted((a, b) => ORDER.indexOf(a.who) - ORDER.indexOf(b.who))
}

/** Is it a point that only a lawyer asks about and writes down? Such points are counted, never listed. */
export const isLeftToAttorney = (step: Await, rulebook: Rulebook): boolean => step.fact !== undefined && byId(rulebook.facts).get(step.fact)?.recording === 'lawyer-first'

/** How many points are left to the attorney, over all options that are open. */
export const leftToAttorney = (determination: Determination, rulebook: Rulebook): number =>
  new Set(determination.options.flatMap(({ awaits }) => awaits.filter((step) => isLeftToAttorney(step, rulebook)).map(({ fact }) => fact))).size

/** In one short phrase, what an option is still open for. */
export const openFor = (option: OptionShown, rulebook: Rulebook): string => {
  if (option.outcome !== 'cannot-tell-yet' && option.outcome !== 'depends-on-others') return ''
  const lawyer = option.awaits.some((step) => isLeftToAttorney(step, rulebook))
  const kinds = new Set(option.awaits.filter((step) => !isLeftToAttorney(step, rulebook)).map(({ who }) => (['attorney', 'professional'].includes(who) ? 'assessments' : 'steps of public bodies')))
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
  return [...new Set(determination.options.flatMap(({ criteria }) => collect(criteria)))]
}

/** The citations of a criterion in one line, at most `most` of them; how many more there are is said. */
export const citationLine = (citations: readonly CitationShown[], most = 2): string => {
  const shown = citations.slice(0, most).map(({ text, tag }) => (tag === 'UNVERIFIED' ? `${text} [unverified]` : text))
  return citations.length > most ? `${shown.join('; ')} (+${String(citations.length - most)})` : shown.join('; ')
}

/** What the person said they want, in words: the members told of facts in the topic of services. */
export const wants = ({ settled }: Pick<Assessment, 'settled'>, rulebook: Rulebook): string[] =>
  rulebook.facts
    .filter((fact) => fact.topic === 'services' && fact.kind === 'choices')
    .flatMap((fact) => {
      const knowledge = settled.known(fact.id)
      return knowledge.kind === 'many' ? [...knowledge.yes].map(label) : []
    })

/** Open criteria first, then settled ones, in the order of the law within each. */
export const isStillOpen = ({ status, moot }: CriterionShown): boolean => isOpen(status) && !moot
