import type { Diagram, Values } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { Known } from '../logic/evaluate.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import { combine } from '../logic/knowledge.ts'
import { cellWithin, possibleValues } from '../logic/variables.ts'
import { byId } from '../rulebook/by-id.ts'
import type { LawFunctions } from '../rulebook/functions.ts'
import { otherwiseOf } from '../rulebook/otherwise.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What a case leaves possible: values for each variable, and conditions that every completion has to keep. */
export interface Completions {
  readonly possible: readonly Values[]
  readonly kept: readonly Diagram[]
}

/** The completions of what is known: given answers, kinds, conditions of facts, order between ages, implied pairs of dates. */
export const completionsOf = (functions: LawFunctions, known: Known, rulebook: Rulebook, given: (fact: string) => Knowledge | undefined): Completions => ({
  possible: functions.variables.list.map((variable) => possibleValues(variable, known)),
  kept: keptOf(functions, known, rulebook, given),
})

/** What every completion keeps: where an answer says that a fact applies, its condition; the order between ages; implied pairs of dates. */
export const keptOf = (functions: LawFunctions, known: Known, rulebook: Rulebook, given: (fact: string) => Knowledge | undefined): Diagram[] => {
  const facts = byId(rulebook.facts)
  const tested = [...new Set(functions.variables.list.map(({ fact }) => fact))]
  const conditions = tested.flatMap((id) => {
    const fact = facts.get(id)
    const answer = given(id)
    const gate = fact?.['only-if'] ? functions.gate(id) : TRUE
    return gate !== TRUE && fact && answer && combine(answer, otherwiseOf(fact)) === undefined ? [gate] : []
  })
  return [...conditions, ...agesInOrder(functions, known, rulebook), ...functions.implied].filter((diagram) => diagram !== TRUE)
}

const agesInOrder = ({ variables, manager, cells }: LawFunctions, known: Known, rulebook: Rulebook): Diagram[] => {
  const facts = byId(rulebook.facts)
  return [...cells].flatMap(([id, u]) => {
    const fact = facts.get(id)
    const upper = variables.list[u]
    if (upper?.kind !== 'cells' || fact?.kind !== 'number') return []
    return (fact['no-less-than'] ?? []).flatMap((lowerId) => {
      const l = cells.get(lowerId)
      const lower = l === undefined ? undefined : variables.list[l]
      if (l === undefined || lower?.kind !== 'cells') return []
      const wrong = upper.cells.flatMap((high, i) =>
        lower.cells.flatMap((low, j) =>
          cellWithin(high, id, known).hi - 1 < cellWithin(low, lowerId, known).lo ? [manager.and(manager.literal(u, 1 << i), manager.literal(l, 1 << j))] : [],
        ),
      )
      return [manager.not(wrong.reduce(manager.or, FALSE))]
    })
  })
}
