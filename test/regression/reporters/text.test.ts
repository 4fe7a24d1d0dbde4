import { expect, test } from 'vitest'
import { textReport } from '../../../src/regression/reporters/text.ts'
import { problem } from '../../../src/rulebook/problem.ts'
import { results } from './results.ts'

test('failures are told with what was expected, what came and where they part, then all are counted', () => {
  expect(textReport(results, [problem('unreadable', { file: 'none', path: [] }, { reason: 'there is no such file or folder' })])).toBe(`none
cannot be read: there is no such file or folder

FAIL  options/aid/present.yaml:7
      the day before
      from digest.md, row
      as of 2003-12-18, present: expected not-met, got met
        present  met   Present
        ·  met   here: yes   ← parts here
      as of 2003-12-18, missing: expected here, got\u0020

1 passed, 2 failed
`)
})

test('nothing but the count is told when all pass', () => {
  expect(textReport(results.slice(0, 1), [])).toBe('1 passed, 0 failed\n')
})
