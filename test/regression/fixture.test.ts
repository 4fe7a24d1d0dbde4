import { describe, expect, test } from 'vitest'
import { readFixture } from '../../src/regression/fixture.ts'
import { problemText } from '../../src/rulebook/problem.ts'

const FIXTURE = `base: { here: true, age: 16 }
examples:
  - name: a sixteen-year-old
    from: digest.md, row
    as-of: 2003-12-18
    set: { harms: [burn] }
    expect: { present: met }
    missing: [work]
    vary:
      - { as-of: 2003-12-19, expect: { present: not-met } }
      - name: another
        from: digest.md, other
        set: { age: 17 }
        vary:
          - { set: { here: unknown }, warnings: [look], lines: [hello], no-lines: [bye] }
  - name: the second
    from: digest.md, row
    expect: { aid: may-qualify }
`

test('each variation is an example of its own, which starts from the one above it', () => {
  const { fixture, problems } = readFixture('options/aid/present.yaml', FIXTURE)
  expect(problems).toEqual([])
  expect(
    fixture?.examples.map(({ name, from, asOf, facts, expect: expected, missing, warnings, lines, noLines, where }) => ({
      name,
      from,
      asOf,
      facts,
      expected,
      missing,
      warnings,
      lines,
      noLines,
      line: where.line,
    })),
  ).toEqual([
    {
      name: 'a sixteen-year-old',
      from: 'digest.md, row',
      asOf: '2003-12-18',
      facts: { here: true, age: 16, harms: ['burn'] },
      expected: { present: 'met' },
      missing: ['work'],
      warnings: [],
      lines: [],
      noLines: [],
      line: 3,
    },
    {
      name: 'a sixteen-year-old, as of 2003-12-19',
      from: 'digest.md, row',
      asOf: '2003-12-19',
      facts: { here: true, age: 16, harms: ['burn'] },
      expected: { present: 'not-met' },
      missing: undefined,
      warnings: [],
      lines: [],
      noLines: [],
      line: 10,
    },
    {
      name: 'another, with here "unknown"',
      from: 'digest.md, other',
      asOf: '2003-12-18',
      facts: { here: 'unknown', age: 17, harms: ['burn'] },
      expected: {},
      missing: undefined,
      warnings: ['look'],
      lines: ['hello'],
      noLines: ['bye'],
      line: 15,
    },
    {
      name: 'the second',
      from: 'digest.md, row',
      asOf: undefined,
      facts: { here: true, age: 16 },
      expected: { aid: 'may-qualify' },
      missing: undefined,
      warnings: [],
      lines: [],
      noLines: [],
      line: 16,
    },
  ])
})

test('a fixture can start from a case file beside it', () => {
  const { fixture } = readFixture('archive/x.yaml', 'case: x.json\nexamples: [{ name: n, from: f, expect: { aid: may-qualify } }]\n')
  expect([fixture?.case, fixture?.examples.length]).toEqual(['x.json', 1])
})

describe('a fixture with a mistake in it is told, and expects nothing in silence', () => {
  test.each<[string, string, string[]]>([
    ['no examples', 'base: {}\n', ['x.yaml:1:1\nthe key `examples` is missing']],
    ['an example without an origin', 'examples: [{ name: n, expect: { a: met } }]\n', ['x.yaml:1:12 at examples.0\nthe key `from` is missing']],
    ['an example without a name', 'examples: [{ from: f, expect: { a: met } }]\n', ['x.yaml:1:12 at examples.0\nthe key `name` is missing']],
    ['an example that expects nothing', 'examples: [{ name: n, from: f }]\n', ['x.yaml:1:12 at examples.0\nthe key `expect` is missing']],
    [
      'a variation that expects nothing',
      'examples:\n  - { name: n, from: f, expect: { a: met }, vary: [{ set: { x: 1 } }] }\n',
      ['x.yaml:2:52 at examples.0.vary.0\nthe key `expect` is missing'],
    ],
    [
      'a key that is not known',
      'examples: [{ name: n, from: f, expects: { a: met } }]\n',
      ['x.yaml:1:32 at examples.0\nunknown key `expects`; did you mean `expect`?'],
    ],
    [
      'a day that does not exist',
      'examples: [{ name: n, from: f, as-of: 2003-02-30, expect: { a: met } }]\n',
      ['x.yaml:1:39 at examples.0.as-of\ninvalid ISO date, found `2003-02-30`'],
    ],
    [
      'two of one key',
      'examples: [{ name: n, from: f, expect: { a: met, a: not-met } }]\n',
      ['x.yaml:1:50\nthe key `a` stands here twice\n  keep one of the two'],
    ],
    ['an empty file', '', ['x.yaml\nis empty\n  expected a YAML document']],
  ])('%s', (_, text, problems) => {
    expect(readFixture('x.yaml', text).problems.map(problemText)).toEqual(problems)
  })
})
