import { expect, test } from 'vitest'
import { closeTogether } from '../../src/logic/order.ts'

const reach = (order: readonly number[], groups: readonly (readonly number[])[]): number =>
  groups.reduce((sum, group) => sum + Math.max(...group.map((one) => order.indexOf(one))) - Math.min(...group.map((one) => order.indexOf(one))), 0)

test('variables that are read together come to lie together', () => {
  const pairs = Array.from({ length: 8 }, (_, index) => [index, index + 8])
  const order = closeTogether(16, pairs)
  expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index))
  expect(reach(order, pairs)).toBe(8)
})

test('without groups, or with none of two, the order stays as it was', () => {
  expect(closeTogether(3, [])).toEqual([0, 1, 2])
  expect(closeTogether(3, [[2], [1]])).toEqual([0, 1, 2])
})
