import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/assessment/outcome.ts'
import { isBetter, outcomeOf } from '../../src/assessment/outcome.ts'

describe('one step leads from the status of the root to the outcome (semantics.md, section 6)', () => {
  test.each([
    ['met', 'may-qualify'],
    ['not-met', 'appears-not-to-qualify'],
    ['unknown', 'cannot-tell-yet'],
    ['judgment', 'depends-on-others'],
    ['agency', 'depends-on-others'],
    [undefined, 'not-in-force'],
  ] as const)('%s: %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome)
  })
})

describe('appears not < cannot tell < depends < may', () => {
  const order: Outcome[] = ['appears-not-to-qualify', 'cannot-tell-yet', 'depends-on-others', 'may-qualify']

  test.each(order.flatMap((a, i) => order.map((b, j): [Outcome, Outcome, boolean] => [a, b, i > j])))('is %s better than %s? %s', (a, b, better) => {
    expect(isBetter(a, b)).toBe(better)
  })
})
