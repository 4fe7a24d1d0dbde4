import type { Day } from '../logic/day.ts'
import { childrenOf } from './tree.ts'
import type { Node } from './criterion.ts'
import type { Rulebook } from './rulebook.ts'
import type { Dated } from './span.ts'
import { checkedDay, spansOf } from './span.ts'

/** The first day of the rulebook and every later day on which any rule or parameter begins or ends, in order. */
export const changeDays = (rulebook: Rulebook): Day[] => {
  const first = checkedDay(rulebook.about['first-day'])
  const dated: Dated[] = [
    ...rulebook.definitions.flatMap(everyNode),
    ...rulebook.options.flatMap((option) => [option, ...everyNode(option.criteria), ...option.parts.flatMap(everyNode)]),
    ...rulebook.parameters.flatMap(({ values }) => values),
  ]
  const days = dated.flatMap(spansOf).flatMap(({ lo, hi }) => [lo, hi])
  return [...new Set([first, ...days.filter((day) => Number.isFinite(day) && day > first)])].toSorted((a, b) => a - b)
}

const everyNode = (root: Node): Node[] => [root, ...childrenOf(root).flatMap(everyNode)]
