import type { Determination, OptionShown } from '../assessment/determination.ts'
import { byId } from '../rulebook/by-id.ts'
import { inGroups } from '../rulebook/option-groups.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { citationLine, namedFacts, nextSteps } from './summary.ts'

/** One extended option in short: what is to be found out or who acts next (nothing when neither), and its law. */
export interface FurtherOption {
  readonly option: OptionShown
  readonly next: string
  readonly law: string
}

/** The extended options of one group: those that may come into question, and in words how many others there are. */
export interface FurtherGroup {
  readonly title: string
  readonly options: readonly FurtherOption[]
  readonly others: string
}

/** How many facts one line names: the most decisive. */
const NAMED = 1

/** The extended options of a determination by group. Those that appear not to come into question, are not law or were not raised are only counted. */
export const furtherGroups = (determination: Determination, rulebook: Rulebook): FurtherGroup[] =>
  inGroups(
    determination.options.filter(({ tier }) => tier === 'extended'),
    rulebook,
  ).map(({ title = 'Other', options }) => ({
    title,
    options: options
      .filter((option) => reasonAside(option) === undefined)
      .map((option) => ({ option, next: nextWords(option, determination, rulebook), law: citationLine(option.citations ?? [], rulebook, 1) })),
    others: othersWords(options),
  }))

type Aside = 'appears-not' | 'not-law' | 'not-raised'

const ASIDE_WORDS: Record<Aside, string> = {
  'appears-not': 'appears not, on these answers',
  'not-raised': 'for an agency alone to ask for, and not raised',
  'not-law': 'not law on this day',
}

const reasonAside = ({ outcome, quiet }: OptionShown): Aside | undefined => {
  if (outcome === 'not-in-force') return 'not-law'
  if (quiet === true) return 'not-raised'
  return outcome === 'appears-not-to-qualify' ? 'appears-not' : undefined
}

const othersWords = (options: readonly OptionShown[]): string =>
  (Object.keys(ASIDE_WORDS) as Aside[])
    .map((reason) => ({ reason, count: options.filter((option) => reasonAside(option) === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `${String(count)} ${ASIDE_WORDS[reason]}`)
    .join(' · ')

/** What is missing, gently named; else the first step that is due; else that it is a lawyer's to say. */
const nextWords = (option: OptionShown, determination: Determination, rulebook: Rulebook): string => {
  if (option.missing.length > 0) {
    const named = option.missing.filter((id) => byId(rulebook.facts).get(id)?.burden !== 'distressing')
    return `find out ${namedFacts(named.slice(0, NAMED), option.missing.length)}`
  }
  const [step] = nextSteps({ ...determination, options: [option] }, rulebook)
  if (step) return `${step.who}: ${step.what}`
  return option.awaits.length > 0 ? 'points left to the attorney' : ''
}
