import { expect, test } from 'vitest'
import { nearest } from '../../src/rulebook/suggest.ts'

const known = ['age-now', 'age-at-victimization', 'here', 'constructor-fees']

test.each([
  ['age-at-victimisation', 'age-at-victimization'],
  ['AGE-NOW', 'age-now'],
  ['age-no', 'age-now'],
  ['agenow', 'age-now'],
  ['here', 'here'],
  ['her', 'here'],
  ['h', undefined],
  ['', undefined],
  ['entirely-different-words', undefined],
  ['x'.repeat(1_000_000), undefined],
])('%.40s: %s', (written, word) => {
  expect(nearest(written, known)).toBe(word)
})

test('where nothing is known nothing is suggested', () => {
  expect(nearest('here', [])).toBeUndefined()
})
