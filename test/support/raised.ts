import type { Known } from '../../src/logic/evaluate.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Program, Test } from '../../src/logic/expression.ts'
import type { Openness, Status } from '../../src/logic/truth.ts'
import { any, isOpen } from '../../src/logic/truth.ts'
import { byId } from '../../src/rulebook/by-id.ts'
import { conditionOn } from '../../src/rulebook/in-force.ts'
import type { Law } from '../../src/rulebook/in-force.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'

/**
 * The statuses of a law by the tree, where an open fact that may not apply is at least as open as the condition under which it
 * applies (decision 0033).
 */
export const evaluateRaised = (rulebook: Rulebook, law: Law, known: Known): Status[] => {
  const facts = byId(rulebook.facts)
  const classes = new Map<string, Openness | undefined>()
  /** The class in which the condition of a fact is open, if it is. */
  const conditionClass = (id: string): Openness | undefined => {
    if (classes.has(id)) return classes.get(id)
    const condition = facts.get(id)?.['only-if']
    const compiled = condition && conditionOn(rulebook, condition, law.asOf)
    const status = compiled && evaluate(raised(compiled.program), known)[compiled.clause.step]
    const found = status !== undefined && isOpen(status) ? status : undefined
    classes.set(id, found)
    return found
  }
  const raise = (test: Test): Test => {
    const condition = conditionClass(test.fact)
    const highest = condition && any([test.openness, condition])
    return highest !== undefined && isOpen(highest) ? { ...test, openness: highest } : test
  }
  const raised = ({ tests, steps }: Program): Program => ({ tests: tests.map(raise), steps })
  return evaluate(raised(law.program), known)
}
