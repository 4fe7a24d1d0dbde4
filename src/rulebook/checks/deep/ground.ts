import type { Day } from '../../../logic/day.ts'
import type { Diagram } from '../../../logic/diagram.ts'
import { FALSE, TRUE } from '../../../logic/diagram.ts'
import type { Knowledge } from '../../../logic/knowledge.ts'
import { cellWithin, possibleValues } from '../../../logic/variables.ts'
import { anything } from '../../anything.ts'
import { byId } from '../../by-id.ts'
import type { LawFunctions } from '../../functions.ts'
import { lawFunctions } from '../../functions.ts'
import type { Clause, Law } from '../../in-force.ts'
import type { Rulebook } from '../../rulebook.ts'

/** One option, or all definitions, on the days between two changes of the law. */
export interface Part {
  readonly rulebook: Rulebook
  readonly law: Law
  /** The id of the option, or `definitions`. */
  readonly name: string
  readonly roots: readonly Clause[]
  /** The last of the days, on which clocks may have run so far; `Infinity` when the law has not changed since. */
  readonly lastDay: Day
  /** How many nodes its diagrams may have. */
  readonly budget: number
}

/** The functions of a part of the law, over everything that any case could be. */
export interface Ground {
  readonly functions: LawFunctions
  /** The function of a step; an impossible value of a variable counts as a possible one. */
  readonly of: (step: number) => Diagram
  /** What holds in every case: ages in their order, days that imply each other. */
  readonly kept: Diagram
  /** Is a function false in every case? */
  readonly never: (diagram: Diagram) => boolean
}

/** Every case there can be on the days of the part. Throws `BudgetExceeded`. */
export const groundOf = ({ rulebook, law, roots, lastDay, budget }: Part): Ground => {
  const facts = byId(rulebook.facts)
  const known = (id: string): Knowledge => {
    const fact = facts.get(id)
    return fact ? anything(fact, lastDay) : { kind: 'one', possible: new Set() }
  }
  const steps = roots.map(({ step }) => step)
  const functions = lawFunctions(rulebook, law, steps, budget)
  const { manager, variables } = functions
  const put = manager.restrictor(variables.list.map((variable) => (variable.kind === 'await' ? -1 : possibleValues(variable, known))))
  const kept = [...agesInOrder(functions, rulebook, known), ...functions.implied].map(put).reduce(manager.and, TRUE)
  return { functions, of: (step) => put(functions.of(step)), kept, never: (diagram) => manager.and(diagram, kept) === FALSE }
}

/** "The number that is never less than another is not less", for each pair of numbers that are tested. */
const agesInOrder = ({ variables, manager, cells }: LawFunctions, rulebook: Rulebook, known: (fact: string) => Knowledge): Diagram[] => {
  const cellsOf = (id: string): { variable: number; cells: readonly { lo: number; hi: number }[] } | undefined => {
    const variable = cells.get(id) ?? -1
    const own = variables.list[variable]
    return own?.kind === 'cells' ? { variable, cells: own.cells.map((cell) => cellWithin(cell, id, known)) } : undefined
  }
  return rulebook.facts.flatMap((fact) => {
    const upper = fact.kind === 'number' ? cellsOf(fact.id) : undefined
    if (!upper || fact.kind !== 'number') return []
    return (fact['no-less-than'] ?? []).flatMap((id) => {
      const lower = cellsOf(id)
      const wrong = (lower?.cells ?? []).flatMap((low, j) =>
        upper.cells.flatMap((high, i) =>
          high.hi - 1 < low.lo ? [manager.and(manager.literal(upper.variable, 1 << i), manager.literal(lower?.variable ?? -1, 1 << j))] : [],
        ),
      )
      return wrong.map(manager.not)
    })
  })
}
