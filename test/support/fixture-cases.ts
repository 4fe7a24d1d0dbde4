import type { Day } from '../../src/logic/day.ts'
import { loadFixtures } from '../../src/regression/load.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import type { Facts } from './random-cases.ts'
import { fromRoot, realRulebook } from './rules.ts'

/** The facts of every example of the fixtures, each with its day. */
export const fixtureCases = (): { facts: Facts; asOf: Day }[] => {
  const today = realRulebook().about['reviewed-through']
  return loadFixtures([fromRoot('fixtures')]).fixtures.flatMap(({ fixture, caseFacts }) =>
    fixture.examples.map(({ facts, asOf }) => ({ facts: { ...caseFacts, ...facts }, asOf: checkedDay(asOf ?? today) })),
  )
}
