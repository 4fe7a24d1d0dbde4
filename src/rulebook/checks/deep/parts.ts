import type { Day } from '../../../logic/day.ts'
import { changeDays } from '../../change-days.ts'
import type { Clause, Law } from '../../in-force.ts'
import { lawOn } from '../../in-force.ts'
import type { Rulebook } from '../../rulebook.ts'
import type { Part } from './ground.ts'

/** As many nodes as an assessment may make. */
export const BUDGET = 500_000

/** Each option and the definitions, on each day on which the law changes; on the days between, nothing does. */
export const partsOf = (rulebook: Rulebook, budget: number): Part[] => {
  const days = changeDays(rulebook)
  return days.flatMap((day, index) => partsOn(rulebook, lawOn(rulebook, day), (days[index + 1] ?? Infinity) - 1, budget))
}

/** Each option and the definitions under a law; `lastDay` is the last day on which that law is looked at. */
export const partsOn = (rulebook: Rulebook, law: Law, lastDay: Day, budget: number): Part[] => {
  const part = (name: string, roots: readonly Clause[]): Part[] => (roots.length === 0 ? [] : [{ rulebook, law, name, roots, lastDay, budget }])
  return [...part('definitions', [...law.definitions.values()]), ...[...law.options].flatMap(([id, clause]) => part(id, [clause]))]
}
