import type { Day } from '../logic/day.ts'
import type { Node } from './criterion.ts'
import type { Fact } from './fact.ts'
import type { Rulebook } from './rulebook.ts'
import type { Dated } from './span.ts'
import { checkedDay, edgeDays } from './span.ts'
import { nodesOf } from './tree.ts'

/** The first day of the rulebook and every later day on which any rule, condition of a fact or parameter begins or ends, in order. */
export const changeDays = (rulebook: Rulebook): Day[] => {
  const first = checkedDay(rulebook.about['first-day'])
  const dated: Dated[] = [
    ...rulebook.definitions.flatMap((root) => [...nodesOf(root)]),
    ...rulebook.options.flatMap((option) => [option, ...[option.criteria, ...option.parts].flatMap((root) => [...nodesOf(root)])]),
    ...rulebook.facts.flatMap(conditionsOf).flatMap((root) => [...nodesOf(root)]),
    ...rulebook.parameters.flatMap(({ values }) => values),
  ]
  return [first, ...edgeDays(dated).filter((day) => day > first)]
}

/** When a fact applies, and when it is the same as another. */
const conditionsOf = (fact: Fact): Node[] => [
  ...(fact['only-if'] ? [fact['only-if']] : []),
  ...('derived' in fact && fact.derived && 'when' in fact.derived && fact.derived.when ? [fact.derived.when] : []),
]
