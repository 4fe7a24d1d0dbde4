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

/** The words of a criterion in a comparison; `null` where it is not law. */
export const stateWords = (state: { readonly status: Status; readonly moot: boolean } | null): string =>
  state === null ? 'not law' : state.moot ? 'no longer needed' : STATUS_WORDS[state.status]

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
