import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/rulebook/canonical.ts'

test.each<[unknown, string]>([
  [{ b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
  [[{ b: 1, a: 2 }, 'x'], '[{"a":2,"b":1},"x"]'],
  [{ a: undefined, b: null }, '{"b":null}'],
  ['text', '"text"'],
  [{ '10': 'ten', '9': 'nine', a: 1 }, '{"9":"nine","10":"ten","a":1}'],
])('%j is written as %s, whatever the order of its keys', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})
