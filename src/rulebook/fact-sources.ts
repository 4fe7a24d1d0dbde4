import type { Fact } from './fact.ts'
import { factsBelow } from './tree.ts'

/** The facts on which the value of a fact depends: its condition, and the facts it is derived from. */
export const factSources = (fact: Fact): string[] => [
  ...(fact['only-if'] ? factsBelow(fact['only-if']) : []),
  ...('derived' in fact && fact.derived
    ? 'same-as' in fact.derived
      ? [fact.derived['same-as'], ...(fact.derived.when ? factsBelow(fact.derived.when) : [])]
      : fact.derived['years-between'].filter((id) => id !== 'as-of')
    : []),
  ...('no-less-than' in fact ? (fact['no-less-than'] ?? []) : []),
]
