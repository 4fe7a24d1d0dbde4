import { describe, expect, test } from 'vitest'
import type { Status } from '../../src/logic/truth.ts'
import { all, any, atLeast, isOpen, not, statusOf } from '../../src/logic/truth.ts'

const statuses = ['met', 'agency', 'judgment', 'unknown', 'not-met'] as const

/** A table as it stands on the page: the first child names the row, the second the column. */
type Table = readonly (readonly Status[])[]

const cells = (table: Table): [Status, Status, Status][] =>
  statuses.flatMap((row, r) => statuses.map((column, c): [Status, Status, Status] => [row, column, table[r]?.[c] ?? 'unknown']))

// semantics.md, section 5: not-met where a child is; met where every child is; else the highest class among the open children.
const ALL: Table = [
  // met       agency      judgment    unknown    not-met
  ['met', 'agency', 'judgment', 'unknown', 'not-met'], // met
  ['agency', 'agency', 'judgment', 'unknown', 'not-met'], // agency
  ['judgment', 'judgment', 'judgment', 'unknown', 'not-met'], // judgment
  ['unknown', 'unknown', 'unknown', 'unknown', 'not-met'], // unknown
  ['not-met', 'not-met', 'not-met', 'not-met', 'not-met'], // not-met
]

// semantics.md, section 5: met where a child is; not-met where every child is; else the highest class among the open children.
const ANY: Table = [
  // met  agency      judgment    unknown    not-met
  ['met', 'met', 'met', 'met', 'met'], // met
  ['met', 'agency', 'judgment', 'unknown', 'agency'], // agency
  ['met', 'judgment', 'judgment', 'unknown', 'judgment'], // judgment
  ['met', 'unknown', 'unknown', 'unknown', 'unknown'], // unknown
  ['met', 'agency', 'judgment', 'unknown', 'not-met'], // not-met
]

// semantics.md, section 5: met where met children >= 2; not-met where met + open children < 2. One table for each third child.
const TWO_OF_THREE: Record<Status, Table> = {
  met: ANY,
  agency: [
    ['met', 'agency', 'judgment', 'unknown', 'agency'],
    ['agency', 'agency', 'judgment', 'unknown', 'agency'],
    ['judgment', 'judgment', 'judgment', 'unknown', 'judgment'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['agency', 'agency', 'judgment', 'unknown', 'not-met'],
  ],
  judgment: [
    ['met', 'judgment', 'judgment', 'unknown', 'judgment'],
    ['judgment', 'judgment', 'judgment', 'unknown', 'judgment'],
    ['judgment', 'judgment', 'judgment', 'unknown', 'judgment'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['judgment', 'judgment', 'judgment', 'unknown', 'not-met'],
  ],
  unknown: [
    ['met', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'not-met'],
  ],
  'not-met': ALL,
}

describe('every cell of the tables of statuses is as semantics.md, section 5, says', () => {
  test.each(cells(ALL))('all of %s and %s is %s', (a, b, expected) => {
    expect(all([a, b])).toBe(expected)
  })

  test.each(cells(ANY))('any of %s and %s is %s', (a, b, expected) => {
    expect(any([a, b])).toBe(expected)
  })

  test.each([
    ['met', 'not-met'],
    ['agency', 'agency'],
    ['judgment', 'judgment'],
    ['unknown', 'unknown'],
    ['not-met', 'met'],
  ] as const)('not %s is %s', (child, expected) => {
    expect(not(child)).toBe(expected)
  })

  test.each(cells(ALL))('at least two of %s and %s is %s', (a, b, expected) => {
    expect(atLeast(2, [a, b])).toBe(expected)
  })

  test.each(cells(ANY))('at least one of %s and %s is %s', (a, b, expected) => {
    expect(atLeast(1, [a, b])).toBe(expected)
  })

  test.each(statuses.flatMap((third) => cells(TWO_OF_THREE[third]).map(([a, b, expected]): [Status, Status, Status, Status] => [a, b, third, expected])))(
    'at least two of %s, %s and %s is %s',
    (a, b, c, expected) => {
      expect(atLeast(2, [a, b, c])).toBe(expected)
    },
  )
})

describe('the examples of semantics.md, section 5, come out as they stand there', () => {
  test.each<[string, Status, Status]>([
    ['all(judgment, unknown)', all(['judgment', 'unknown']), 'unknown'],
    ['any(judgment, unknown)', any(['judgment', 'unknown']), 'unknown'],
    ['any(judgment, not-met)', any(['judgment', 'not-met']), 'judgment'],
    ['all(agency, not-met)', all(['agency', 'not-met']), 'not-met'],
    ['all(judgment, agency)', all(['judgment', 'agency']), 'judgment'],
    ['not(judgment)', not('judgment'), 'judgment'],
    ['at-least 2 (met, agency, unknown)', atLeast(2, ['met', 'agency', 'unknown']), 'unknown'],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected)
  })
})

describe('the number and the order of children do not matter', () => {
  const threes = statuses.flatMap((a) => statuses.flatMap((b) => statuses.map((c) => [a, b, c] as const)))

  test.each(threes)('all of %s, %s and %s is the same read in any order, and nested', (a, b, c) => {
    expect([all([a, c, b]), all([c, b, a]), all([all([a, b]), c]), all([a, all([b, c])])]).toEqual(Array(4).fill(all([a, b, c])))
  })

  test.each(threes)('any of %s, %s and %s is the same read in any order, and nested', (a, b, c) => {
    expect([any([a, c, b]), any([c, b, a]), any([any([a, b]), c]), any([a, any([b, c])])]).toEqual(Array(4).fill(any([a, b, c])))
  })

  test.each(threes)('not any of %s, %s and %s is all of their opposites', (a, b, c) => {
    expect(not(any([a, b, c]))).toBe(all([not(a), not(b), not(c)]))
  })

  test.each(statuses)('a single child %s is itself under all, any, and at least one', (status) => {
    expect([all([status]), any([status]), atLeast(1, [status])]).toEqual([status, status, status])
  })

  test('all of nothing is met, any of nothing is not met', () => {
    expect([all([]), any([])]).toEqual(['met', 'not-met'])
  })

  test('more than there are children can never be met', () => {
    expect(atLeast(3, ['met', 'unknown'])).toBe('not-met')
  })
})

describe('a leaf is settled by its truth, else open with the class of its fact', () => {
  test.each([
    ['true', 'agency', 'met'],
    ['true', 'judgment', 'met'],
    ['true', 'unknown', 'met'],
    ['false', 'agency', 'not-met'],
    ['false', 'judgment', 'not-met'],
    ['false', 'unknown', 'not-met'],
    ['unknown', 'agency', 'agency'],
    ['unknown', 'judgment', 'judgment'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('%s on a fact of class %s is %s', (truth, openness, expected) => {
    expect(statusOf(truth, openness)).toBe(expected)
  })

  test.each([
    ['met', false],
    ['not-met', false],
    ['agency', true],
    ['judgment', true],
    ['unknown', true],
  ] as const)('is %s open? %s', (status, expected) => {
    expect(isOpen(status)).toBe(expected)
  })
})
