import { expect, test } from 'vitest'
import { accountOf, ledgerIds } from '../../src/rulebook/account.ts'
import type { LedgerRow } from '../../src/rulebook/ledger.ts'
import { smallRulebook } from '../support/rules.ts'

const row = (more: Partial<LedgerRow>): LedgerRow => ({ row: 1, source: 'old-report', heading: 'Part One', label: 'who is helped', ...more })

test.each<[string, Partial<LedgerRow>, string]>([
  ['named as encoded', { encoded: ['aid'] }, 'encoded'],
  ['told in a case', { case: ['harvest'] }, 'case'],
  ['left out for a reason', { reason: 'statistics' }, 'statistics'],
  ['planned', { reason: 'not-yet-encoded', planned: ['shelter'] }, 'not-yet-encoded'],
  ['planned, and in the rulebook by now', { reason: 'not-yet-encoded', planned: ['shelter', 'aid'] }, 'encoded'],
  ['neither', {}, 'unaccounted'],
])('a statement that is %s', (_, more, account) => {
  expect(accountOf(row(more), new Set(['aid']))).toBe(account)
})

test('a row may name options, definitions, criteria by their path, and what stands beside the rules', () => {
  const ids = ledgerIds(smallRulebook())
  expect(['aid', 'hurt', 'aid/harmed', 'age', 'grown', 'harmed'].map((id) => [id, ids.has(id)])).toEqual([
    ['aid', true],
    ['hurt', true],
    ['aid/harmed', true],
    ['age', true],
    ['grown', true],
    ['harmed', false],
  ])
})
