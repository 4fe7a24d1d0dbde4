import { settle } from '../../src/assessment/settle.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import { conditionOn } from '../../src/rulebook/in-force.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith } from './rules.ts'

/** The status of one node on a day, by the tree; `absent` where it is not law. */
export const statusOn = (rulebook: Rulebook, node: Node, facts: Readonly<Record<string, unknown>>, asOf = '2020-06-15'): Status | 'absent' => {
  const day = checkedDay(asOf)
  const condition = conditionOn(rulebook, node, day)
  const { known } = settle(caseWith(facts, rulebook).answers, rulebook, day)
  return condition ? (evaluate(condition.program, known)[condition.clause.step] ?? 'unknown') : 'absent'
}
