import type { Result } from '../../../src/regression/run.ts'

const example = (name: string, asOf: string | undefined, line: number): Result['example'] => ({
  name,
  from: 'digest.md, row',
  where: { file: 'options/aid/present.yaml', path: [], line, column: 5 },
  asOf,
  facts: {},
  expect: {},
  missing: undefined,
  warnings: [],
  lines: [],
  noLines: [],
})

/** One example that passed, and one with two mismatches. */
export const results: readonly Result[] = [
  { file: 'options/aid/present.yaml', example: example('today', undefined, 3), mismatches: [] },
  {
    file: 'options/aid/present.yaml',
    example: example('the day before', '2003-12-18', 7),
    mismatches: [
      { what: 'present', expected: 'not-met', got: 'met', because: ['present  met   Present', '·  met   here: yes'] },
      { what: 'missing', expected: 'here', got: '', because: [] },
    ],
  },
]
