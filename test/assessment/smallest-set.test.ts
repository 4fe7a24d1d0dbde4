import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestSet } from '../../src/assessment/smallest-set.ts'

const ALL = ['a', 'b', 'c', 'd', 'e', 'f']
const sets = ALL.reduce<string[][]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]])

test('the set found is among the smallest, for 500 random choices of sets that are enough', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(ALL, { minLength: 1 }), { minLength: 1, maxLength: 6 }), (enough) => {
      const holds = (set: ReadonlySet<string>): boolean => enough.some((one) => one.every((id) => set.has(id)))
      const { set, fewest } = smallestSet(ALL, ALL, holds, 10_000)
      const smallest = Math.min(...sets.filter((one) => holds(new Set(one))).map(({ length }) => length))
      expect([holds(new Set(set)), set.length, fewest]).toEqual([true, smallest, true])
    }),
    { numRuns: 500, seed: 7 },
  )
})

test('when too much would have to be asked, what was found is marked', () => {
  const holds = (set: ReadonlySet<string>): boolean => set.has('a') || ['b', 'c'].every((id) => set.has(id))
  expect([smallestSet(ALL, ['b', 'c'], holds, 0), smallestSet(ALL, ['b', 'c'], holds, 1000)]).toEqual([
    { set: ['b', 'c'], fewest: false },
    { set: ['a'], fewest: true },
  ])
})
