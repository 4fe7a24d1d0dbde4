import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accountOf, ledgerIds } from '../src/rulebook/account.ts'
import { textsOf } from '../src/rulebook/checks/texts.ts'
import type { LedgerRow } from '../src/rulebook/ledger.ts'
import { fromRoot, hasShared, realRulebook, shared } from './support/rules.ts'

const rulebook = realRulebook()
const { count, rows } = rulebook.ledger ?? { count: 0, rows: [] }
const known = ledgerIds(rulebook)

const DOCUMENTS: Readonly<Record<string, string>> = {
  D0: 'toolkit-chapter',
  D1: 'action-plan',
  D2: 'efforts-paper',
  D3: 'fact-sheet',
  D4: 'osce-report',
}

/** The numbered rows of the inventory: document, heading (with `same` written out) and statement. */
const inventory = (text: string): Map<number, { source: string; heading: string; statement: string }> => {
  const found = new Map<number, { source: string; heading: string; statement: string }>()
  let document = ''
  let before = ''
  for (const line of text.split(/^## 2/m)[0]?.split('\n') ?? []) {
    document = /^### (?:(D\d)|Supplement)/.exec(line)?.[1] ?? (line.startsWith('### Supplement') ? '' : document)
    const cells = line.split('|').map((cell) => cell.trim())
    if (!/^\d+$/.test(cells[1] ?? '')) continue
    const [, row, ...rest] = cells
    const own = document === '' ? (rest.shift() ?? '') : document
    const [written = '', , statement = ''] = rest
    const heading = written.startsWith('same') ? `${before}${written.slice(4)}` : written
    if (!written.startsWith('same')) before = written.replace(/, bullet.*$/, '').replace(/,? \d+(–\d+)?$/, '')
    found.set(Number(row), { source: DOCUMENTS[own] ?? '', heading, statement: statement.replaceAll('**', '') })
  }
  return found
}

describe('the ledger accounts for every statement of the archived documents', () => {
  test('each once, from the first to the last', () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })

  test.skipIf(!hasShared('law'))('and they are those of the inventory, with its headings and words', () => {
    const listed = inventory(readFileSync(`${shared}/law/seed-inventory.md`, 'utf8'))
    expect(listed.size).toBe(count)
    expect(rows.map(({ row, source, heading }) => ({ row, source, heading }))).toEqual(
      [...listed].map(([row, { source, heading }]) => ({ row, source, heading })).toSorted((a, b) => a.row - b.row),
    )
    expect(rows.filter(({ row, label }) => !listed.get(row)?.statement.includes(label)).map(({ row, label }) => `${String(row)} ${label}`)).toEqual([])
  })

  test('at most 35 of a hundred are background', () => {
    expect(rows.filter((row) => accountOf(row, known) === 'background').length / rows.length).toBeLessThanOrEqual(0.35)
  })

  test('the cases they name are in the archive of fixtures', () => {
    expect(rows.flatMap(({ case: cases }) => cases ?? []).filter((id) => !existsSync(fromRoot(`fixtures/archive/${id}.yaml`)))).toEqual([])
  })
})

test('what is encoded from a statement cites its document, in one of the places named', () => {
  const files = new Map<string, Set<string>>()
  for (const { file, text } of textsOf(rulebook))
    for (const { source } of text.cite ?? []) files.set(source, (files.get(source) ?? new Set()).add(file.replace(/\.yaml$/, '')))
  const cites = ({ source, encoded = [] }: LedgerRow): boolean =>
    encoded.some((id) => [...(files.get(source) ?? [])].some((file) => file.split('/').some((part) => id.split('/').includes(part))))
  expect(rows.filter((row) => row.encoded !== undefined && !cites(row)).map(({ row }) => row)).toEqual([])
})
