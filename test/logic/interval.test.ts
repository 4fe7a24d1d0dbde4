import { describe, expect, test } from 'vitest'
import { EVERYTHING, intersect, isEmpty, last } from '../../src/logic/interval.ts'

describe('an interval holds its first number and not its end', () => {
  test.each([
    [{ lo: 1, hi: 5 }, { lo: 3, hi: 9 }, { lo: 3, hi: 5 }, false],
    [{ lo: 3, hi: 9 }, { lo: 1, hi: 5 }, { lo: 3, hi: 5 }, false],
    [{ lo: 1, hi: 9 }, { lo: 3, hi: 5 }, { lo: 3, hi: 5 }, false],
    [{ lo: 1, hi: 3 }, { lo: 3, hi: 5 }, { lo: 3, hi: 3 }, true],
    [{ lo: 1, hi: 2 }, { lo: 4, hi: 5 }, { lo: 4, hi: 2 }, true],
    [EVERYTHING, { lo: 4, hi: 5 }, { lo: 4, hi: 5 }, false],
    [{ lo: -Infinity, hi: 4 }, { lo: 3, hi: Infinity }, { lo: 3, hi: 4 }, false],
  ])('%j and %j have %j in common; is that nothing? %s', (a, b, common, empty) => {
    expect([intersect(a, b), isEmpty(intersect(a, b))]).toEqual([common, empty])
  })

  test.each([
    [{ lo: 1, hi: 5 }, 4],
    [{ lo: 17, hi: 18 }, 17],
    [EVERYTHING, Infinity],
  ])('the largest number of %j is %d', (interval, number) => {
    expect(last(interval)).toBe(number)
  })
})
