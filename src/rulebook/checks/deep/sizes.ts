import type { Day } from '../../../logic/day.ts'
import { formatDay } from '../../../logic/day.ts'
import type { Diagram } from '../../../logic/diagram.ts'
import { BudgetExceeded, FALSE } from '../../../logic/diagram.ts'
import { lawFunctions } from '../../functions.ts'
import type { Clause } from '../../in-force.ts'
import { lawOn } from '../../in-force.ts'
import type { Rulebook } from '../../rulebook.ts'
import { clausesBelow } from './clauses-below.ts'
import type { Ground, Part } from './ground.ts'
import { groundOf } from './ground.ts'
import { BUDGET, partsOf, partsOn } from './parts.ts'

/** How large the diagrams of one option, or of the definitions, are on a day; without numbers where they outgrow the budget. */
export interface Sizes {
  /** The id of the option, or `definitions`. */
  readonly rule: string
  readonly day: string
  readonly variables?: number
  /** Nodes of the whole rule; of the definitions, of all of them one by one. */
  readonly nodes?: number
  /** Nodes made on the way, those of parts and conditions too. */
  readonly made?: number
  readonly largest?: { readonly criterion: string; readonly nodes: number }
  readonly 'beyond-budget'?: number
}

/** What an author should know of an option on a day though it is no mistake. */
export interface Remarks {
  readonly rule: string
  /** Criteria that cannot become not met before a judgment is recorded. */
  readonly 'left-to-judgment': readonly string[]
  /** Facts that are read, and change the status of a criterion, but never the outcome. */
  readonly 'never-decisive': readonly string[]
}

/** The sizes on one day, in the order of the rulebook. */
export const sizesOn = (rulebook: Rulebook, day: Day, budget = BUDGET): Sizes[] =>
  partsOn(rulebook, lawOn(rulebook, day), day, budget).map((part) => sizesOf(part, day))

/** The sizes on every day on which the law changes. */
export const sizesOnAllDays = (rulebook: Rulebook, budget = BUDGET): Sizes[] => partsOf(rulebook, budget).map((part) => sizesOf(part, part.law.asOf))

const sizesOf = (part: Part, asOf: Day): Sizes => {
  const head = { rule: part.name, day: formatDay(asOf) }
  return withinBudget<Sizes>(
    () => {
      const { manager, variables, of } = lawFunctions(
        part.rulebook,
        part.law,
        part.roots.map(({ step }) => step),
        part.budget,
      )
      const nodes = part.roots.reduce((sum, { step }) => sum + manager.size(of(step)), 0)
      const [largest] = criteriaOf(part.roots)
        .map(({ node, step }) => ({ criterion: node.id ?? '', nodes: manager.size(of(step)) }))
        .toSorted((a, b) => b.nodes - a.nodes)
      return { ...head, variables: variables.list.length, nodes, made: manager.made, ...(largest ? { largest } : {}) }
    },
    () => ({ ...head, 'beyond-budget': part.budget }),
  )
}

const withinBudget = <T>(work: () => T, otherwise: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof BudgetExceeded) return otherwise()
    throw error
  }
}

/** The criteria beneath some clauses, each once; a definition's are its own. */
const criteriaOf = (roots: readonly Clause[]): Clause[] => [
  ...new Map(clausesBelow(roots).flatMap((clause) => (clause.node.id === undefined ? [] : [[clause.node, clause] as const]))).values(),
]

/** What is remarkable of each option on one day; nothing of what outgrows the budget. */
export const remarksOn = (rulebook: Rulebook, day: Day, budget = BUDGET): Remarks[] =>
  partsOn(rulebook, lawOn(rulebook, day), day, budget).flatMap((part) =>
    withinBudget<Remarks[]>(
      () => [remarksOf(part)],
      () => [],
    ),
  )

const remarksOf = (part: Part): Remarks => {
  const ground = groundOf(part)
  const { manager, variables } = ground.functions
  const judgments = new Set(variables.list.flatMap(({ openness }, index) => (openness === 'judgment' ? [index] : [])))
  const mayKeep = manager.some(ground.kept, judgments)
  const needsJudgment = ({ step }: Clause): boolean => {
    const own = ground.of(step)
    return !ground.never(manager.not(own)) && manager.and(mayKeep, manager.not(manager.some(manager.and(own, ground.kept), judgments))) === FALSE
  }
  const roots = part.roots.map(({ step }) => ground.of(step))
  const decisive = new Set(variables.list.flatMap(({ fact }, index) => (roots.some((root) => turnsOn(root, index, ground)) ? [fact] : [])))
  return {
    rule: part.name,
    'left-to-judgment': criteriaOf(part.roots).flatMap((clause) => (needsJudgment(clause) ? [clause.node.id ?? ''] : [])),
    'never-decisive': [...new Set(variables.list.flatMap(({ fact, kind }) => (decisive.has(fact) || kind === 'await' ? [] : [fact])))].toSorted(),
  }
}

/** Does another value of one variable alone change a function in some case? */
const turnsOn = (diagram: Diagram, variable: number, { functions: { manager, variables }, kept }: Ground): boolean => {
  if (!manager.support(diagram).includes(variable)) return false
  const ways = Array.from({ length: variables.sizes[variable] ?? 0 }, (_, value) => {
    const only: number[] = []
    only[variable] = 1 << value
    return { then: manager.restrict(diagram, only), kept: manager.restrict(kept, only) }
  })
  return ways.some((a, i) => ways.slice(i + 1).some((b) => manager.and(manager.and(manager.xor(a.then, b.then), a.kept), b.kept) !== FALSE))
}
