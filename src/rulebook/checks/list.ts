import type { Reading } from '../read.ts'
import type { Problem } from '../problem.ts'
import { problem } from '../problem.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Check, Report } from './check.ts'
import { circles } from './circles.ts'
import { citations } from './citations.ts'
import { citedDays } from './cited-days.ts'
import { duplicates } from './duplicates.ts'
import { gaps } from './gaps.ts'
import { ledger } from './ledger.ts'
import { parameters } from './parameters.ts'
import { placeDays } from './place-days.ts'
import { references } from './references.ts'
import { repeatedDates } from './repeated-dates.ts'
import { sittings } from './sittings.ts'
import { spans } from './spans.ts'
import { unknownIds } from './unknown-ids.ts'
import { values } from './values.ts'
import { versions } from './versions.ts'
import { wording } from './wording.ts'

/** The checks, in the order in which they run. Later ones need what earlier ones have found sound. */
const checks: readonly (readonly Check[])[] = [
  [unknownIds, duplicates, values, citations, spans, wording, sittings, ledger],
  [circles],
  [references, parameters, repeatedDates, gaps, versions, citedDays, placeDays],
]

/** All problems of a rulebook that fits its schema; a round of checks runs only when the rounds before it found nothing. */
export const checkRulebook = (rulebook: Rulebook, locate: Reading['locate']): Problem[] => {
  const problems: Problem[] = []
  const report: Report = (code, { file, path, key }, details) => {
    const where = locate(file, key === undefined ? path : [...path, key])
    problems.push(problem(code, { ...where, path: key === undefined ? path : [...path, key] }, details))
  }
  for (const round of checks) {
    if (problems.length > 0) break
    for (const check of round) check(rulebook, report)
  }
  return problems
}
