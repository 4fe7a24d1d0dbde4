import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadFixtures } from '../src/regression/load.ts'
import { textReport } from '../src/regression/reporters/text.ts'
import { runFixture } from '../src/regression/run.ts'
import { fromRoot, realRulebook } from './support/rules.ts'

const rulebook = realRulebook()
const { fixtures, problems } = loadFixtures([fromRoot('fixtures')])

test('every fixture can be read', () => {
  expect(textReport([], problems)).toBe('0 passed, 0 failed\n')
})

describe('the rules say of each case what the digests of the law say', () => {
  test.each(fixtures.map((loaded) => [relative(fromRoot(''), loaded.fixture.examples[0]?.where.file ?? loaded.fixture.file), loaded] as const))(
    '%s',
    (_, { fixture, caseFacts }) => {
      const results = runFixture(fixture, caseFacts, rulebook, rulebook.about['reviewed-through'])
      expect(textReport(results, [])).toBe(`${String(fixture.examples.length)} passed, 0 failed\n`)
    },
  )
})
