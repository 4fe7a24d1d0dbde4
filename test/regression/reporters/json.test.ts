import { expect, test } from 'vitest'
import { jsonReport } from '../../../src/regression/reporters/json.ts'
import { problem } from '../../../src/rulebook/problem.ts'
import { results } from './results.ts'

test('counts and failures for machines', () => {
  expect(JSON.parse(jsonReport(results, [problem('too-deep', { file: 'x.yaml', path: [] })]))).toEqual({
    fixtures: { passed: 1, failed: 2 },
    failures: [
      {
        file: 'options/aid/present.yaml',
        line: 7,
        name: 'the day before',
        from: 'digest.md, row',
        'as-of': '2003-12-18',
        mismatches: [
          { what: 'present', expected: 'not-met', got: 'met', because: ['present  met   Present', '·  met   here: yes'] },
          { what: 'missing', expected: 'here', got: '', because: [] },
        ],
      },
    ],
    problems: ['x.yaml\nis nested too deep to be read'],
  })
})
