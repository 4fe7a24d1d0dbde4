import { expect, test } from 'vitest'
import { label, listed } from '../../src/wording/labels.ts'

test.each([
  ['age-at-victimization', 'age at victimization'],
  ['t-status', 'T status'],
  ['us-citizen-or-national', 'U.S. citizen or national'],
  ['cp-decision', 'continued presence decision'],
  ['dhs-uscis', 'DHS USCIS'],
  ['done', 'done'],
])('%s is "%s"', (id, words) => {
  expect(label(id)).toBe(words)
})

test.each([
  [[], 'and', ''],
  [['a'], 'and', 'a'],
  [['a', 'b'], 'and', 'a and b'],
  [['a', 'b', 'c'], 'or', 'a, b or c'],
] as const)('%j with %s: %s', (items, joint, words) => {
  expect(listed(items, joint)).toBe(words)
})
