import { expect, test } from 'vitest'
import { EXIT } from '../../src/commands/exit-code.ts'

test('the codes of the contract (design.md, section 6)', () => {
  expect(EXIT).toEqual({ done: 0, found: 1, usage: 2, rejected: 3, interrupted: 130 })
})
