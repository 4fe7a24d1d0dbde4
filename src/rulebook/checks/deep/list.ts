import { formatDay } from '../../../logic/day.ts'
import { BudgetExceeded } from '../../../logic/diagram.ts'
import type { Node } from '../../criterion.ts'
import type { Problem } from '../../problem.ts'
import { problem } from '../../problem.ts'
import type { Reading } from '../../read.ts'
import type { Rulebook } from '../../rulebook.ts'
import { rootsOf, visits } from '../walk.ts'
import { alwaysSettled } from './always-settled.ts'
import { factUse } from './fact-use.ts'
import type { Found } from './found.ts'
import type { Part } from './ground.ts'
import { groundOf } from './ground.ts'
import { idle } from './idle.ts'
import { leftToJudgment } from './left-to-judgment.ts'
import { BUDGET, partsOf } from './parts.ts'

/**
 * What is wrong with a sound rulebook as a whole: facts that nothing reads, and what its diagrams show on some day since its first
 * one; each node is told once, with the first such day. Takes seconds for a large rulebook, so it is not done at every start.
 */
export const checkDeeply = (rulebook: Rulebook, locate: Reading['locate'], budget = BUDGET): Problem[] => {
  const places = new Map(rootsOf(rulebook).flatMap((root) => [...visits(root)].map(({ node, place }) => [node, place] as const)))
  const told = new Map<string, ReadonlySet<Node>>()
  const problems: Problem[] = []
  factUse(rulebook, (code, { file, path }, details) => {
    problems.push(problem(code, { ...locate(file, path), path }, details))
  })
  for (const part of partsOf(rulebook, budget)) {
    const found: Found = (code, node, details) => {
      const place = places.get(node)
      if (!place || told.get(code)?.has(node)) return
      told.set(code, new Set([...(told.get(code) ?? []), node]))
      problems.push(problem(code, { ...locate(place.file, place.path), path: place.path }, { ...details, day: formatDay(part.law.asOf), rule: part.name }))
    }
    checkPart(part, found)
  }
  return problems
}

const checkPart = (part: Part, found: Found): void => {
  const { roots, law, budget } = part
  try {
    const ground = groundOf(part)
    alwaysSettled(roots, ground, found)
    leftToJudgment(roots, law.asOf, ground, found)
    idle(part, found)
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error
    const [root] = roots
    if (root) found('rule-too-large', root.node, { budget: String(budget) })
  }
}
