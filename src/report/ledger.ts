import type { Account } from '../rulebook/account.ts'
import { accountOf, ledgerIds } from '../rulebook/account.ts'
import type { LedgerRow } from '../rulebook/ledger.ts'
import { REASON_WORDS } from '../rulebook/ledger.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph } from './layout.ts'

/** The statements of an archived document: where each is in the rulebook, then those that are not, by reason; with their shares. Empty when the ledger has none of it. */
export const ledgerText = (source: string, rulebook: Rulebook, page: Page): string => {
  const rows = (rulebook.ledger?.rows ?? []).filter((row) => row.source === source)
  if (rows.length === 0) return ''
  const known = ledgerIds(rulebook)
  const groups = new Map<Account, LedgerRow[]>()
  for (const account of ORDER) groups.set(account, [])
  for (const row of rows) groups.get(accountOf(row, known))?.push(row)
  const shown = [...groups].filter(([, list]) => list.length > 0)
  return [
    '',
    heading(`${String(rows.length)} statements of this document`, page),
    ...shown.map(([account, list]) => entry(share(list.length, rows.length), ACCOUNT_WORDS[account], page, 2, 14)),
    ...shown.flatMap(([account, list]) => ['', paragraph(page.paint.bold(ACCOUNT_WORDS[account]), page), ...list.map((row) => rowLine(row, account, page))]),
    '',
  ].join('\n')
}

const ACCOUNT_WORDS: Readonly<Record<Account, string>> = {
  encoded: 'in the rulebook',
  case: 'told in a case of the archive',
  ...REASON_WORDS,
  unaccounted: 'not accounted for',
}
const ORDER = Object.keys(ACCOUNT_WORDS) as Account[]

const share = (part: number, whole: number): string => `${String(part)} (${((100 * part) / whole).toFixed(0)} %)`

const rowLine = ({ row, heading: place, label, encoded, case: cases, planned }: LedgerRow, account: Account, page: Page): string => {
  const where = account === 'encoded' ? (encoded ?? planned ?? []) : account === 'case' ? (cases ?? []) : (planned ?? [])
  return entry(String(row), `${label} · ${place}${where.length === 0 ? '' : ` → ${where.join(', ')}`}`, page, 2, 6)
}
