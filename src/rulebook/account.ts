import type { LedgerRow } from './ledger.ts'
import type { Rulebook } from './rulebook.ts'
import { subjectsOf } from './subject.ts'

/** How a row of the ledger is accounted for: in the rulebook, told in an archive case, for a reason not, or not at all. */
export type Account = 'encoded' | 'case' | NonNullable<LedgerRow['reason']> | 'unaccounted'

/** Every id of a rulebook that a row of the ledger can name. */
export const ledgerIds = (rulebook: Rulebook): ReadonlySet<string> =>
  new Set([
    ...subjectsOf(rulebook).map(({ path }) => path),
    ...[
      rulebook.facts,
      rulebook.parameters,
      rulebook.lines,
      rulebook['key-dates'],
      rulebook.resources,
      rulebook.comparisons,
      rulebook.gates,
      rulebook.stops,
    ].flatMap((list) => list.map(({ id }) => id)),
  ])

/** The account of one row. What was planned and is in the rulebook by now counts as encoded. */
export const accountOf = (row: LedgerRow, known: ReadonlySet<string>): Account => {
  if (row.encoded !== undefined || (row.planned ?? []).some((id) => known.has(id))) return 'encoded'
  if (row.case !== undefined) return 'case'
  return row.reason ?? 'unaccounted'
}
