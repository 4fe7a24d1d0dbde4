import type { Outcome } from '../assessment/outcome.ts'
import type { Status } from '../logic/truth.ts'

/** The words of a status. Always the word, never only a colour or a sign. */
export const STATUS_WORDS: Record<Status, string> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
  judgment: 'judgment',
  agency: 'agency',
}

/** What a status means, for a reader who meets it for the first time. */
export const STATUS_MEANING: Record<Status, string> = {
  met: 'appears met on these answers',
  'not-met': 'appears not met on these answers',
  unknown: 'a fact that can still be found out matters',
  judgment: 'an assessment that nobody has recorded yet',
  agency: 'a step that only a public body can take',
}

/** The words of an outcome. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  'may-qualify': 'MAY QUALIFY',
  'appears-not-to-qualify': 'APPEARS NOT TO QUALIFY',
  'cannot-tell-yet': 'CANNOT TELL YET',
  'depends-on-others': 'DEPENDS ON OTHERS',
  'not-in-force': 'NOT IN FORCE',
}

/** Who acts, in words. */
export const WHO_WORDS: Readonly<Record<string, string>> = {
  attorney: 'attorney',
  professional: 'attorney or clinician',
  'certifying-agency': 'certifying agency',
  'law-enforcement': 'law enforcement',
  'dhs-uscis': 'USCIS (DHS)',
  'attorney-general': 'Attorney General',
  hhs: 'HHS',
  court: 'court',
  person: 'caseworker',
  document: 'caseworker',
  facts: 'caseworker',
}
