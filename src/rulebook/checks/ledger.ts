import { accountOf, ledgerIds } from '../account.ts'
import { byId } from '../by-id.ts'
import { nearest } from '../suggest.ts'
import type { Check } from './check.ts'

const FILE = 'sources/ledger.yaml'

/** Every statement of the archived documents is accounted for, once, and what the ledger names is in the rulebook. */
export const ledger: Check = (rulebook, report) => {
  if (rulebook.ledger === undefined) return
  const { count, rows } = rulebook.ledger
  const known = ledgerIds(rulebook)
  const sources = byId(rulebook.sources)
  const seen = new Set<number>()
  for (const [index, row] of rows.entries()) {
    const place = { file: FILE, path: ['rows', index] }
    if (seen.has(row.row)) report('duplicate-id', { ...place, key: 'row' }, { kind: 'row', id: String(row.row) })
    seen.add(row.row)
    if (sources.get(row.source)?.kind !== 'archived-document') {
      const archived = rulebook.sources.filter(({ kind }) => kind === 'archived-document').map(({ id }) => id)
      report('unknown-id', { ...place, key: 'source' }, { kind: 'archived document', id: row.source, nearest: nearest(row.source, archived) })
    }
    if (accountOf(row, known) === 'unaccounted' || (row.reason === 'not-yet-encoded') !== (row.planned !== undefined))
      report('unaccounted-row', place, { row: String(row.row), label: row.label })
    for (const [at, id] of (row.encoded ?? []).entries())
      if (!known.has(id))
        report('unknown-id', { file: FILE, path: [...place.path, 'encoded', at] }, { kind: 'thing of the rulebook', id, nearest: nearest(id, known) })
  }
  for (let row = 1; row <= count; row += 1) if (!seen.has(row)) report('unaccounted-row', { file: FILE, path: ['count'] }, { row: String(row) })
}
