import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { ledgerText } from '../../src/report/ledger.ts'
import { smallRulebook } from '../support/rules.ts'

const page = { columns: 100, paint: new Chalk({ level: 0 }) }
const rulebook = smallRulebook({
  'sources/old-report.yaml': 'id: old-report\ntitle: An old report\nkind: archived-document\ncite: "report, {at}"\nfile: old-report.txt\n',
  'sources/ledger.yaml': `count: 4
rows:
  - { row: 1, source: old-report, heading: Part One, label: who is helped, encoded: [aid/present, aid] }
  - { row: 2, source: old-report, heading: Part One, label: a count, reason: statistics }
  - { row: 3, source: old-report, heading: Part Two, label: a house to stay in, reason: not-yet-encoded, planned: [shelter] }
  - { row: 4, source: old-report, heading: Part Two, label: the harvest of 1998, case: [harvest] }
`,
})

test('of an archived document it is told what is in the rulebook, what is not, and why, with shares', () => {
  expect(ledgerText('old-report', rulebook, page)).toBe(`
4 STATEMENTS OF THIS DOCUMENT
  1 (25 %)      in the rulebook
  1 (25 %)      told in a case of the archive
  1 (25 %)      an estimate or a count
  1 (25 %)      planned, not yet encoded

in the rulebook
  1     who is helped · Part One → aid/present, aid

told in a case of the archive
  4     the harvest of 1998 · Part Two → harvest

an estimate or a count
  2     a count · Part One

planned, not yet encoded
  3     a house to stay in · Part Two → shelter
`)
})

test('a source without statements has nothing of that', () => {
  expect(ledgerText('act', rulebook, page)).toBe('')
})
