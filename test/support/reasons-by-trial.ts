import type { Outcome } from '../../src/assessment/outcome.ts'
import { isBetter } from '../../src/assessment/outcome.ts'
import { isObject } from '../../src/assessment/answer.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { opennessOf } from '../../src/rulebook/openness.ts'
import type { Truth } from './every-completion.ts'
import type { Facts } from './random-cases.ts'

/** What every completion says of a rule under some answers; undefined where they cannot all be so. */
export type TruthOf = (facts: Facts) => Truth | undefined

/** Every set of some items, the smallest first. */
export const subsets = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]).toSorted((a, b) => a.length - b.length)

/** The fewest answers that alone force an outcome, of those the ones asked first, found by trying every set of answers that bear on the rule. */
export const restsOnByTrial = (facts: Facts, outcome: Outcome, read: readonly string[], truthOf: TruthOf): string[] | undefined => {
  const answered = read.filter((fact) => facts[fact] !== undefined && facts[fact] !== 'unknown')
  const order = new Map(read.map((fact, index) => [fact, index]))
  const ranks = (set: readonly string[]): string => set.map((fact) => String(order.get(fact)).padStart(3, '0')).join(' ')
  const enough = subsets(answered).filter((kept) => {
    const truth = truthOf(Object.fromEntries(Object.entries(facts).filter(([fact, value]) => value === 'unknown' || kept.includes(fact))))
    return truth !== undefined && (truth.outcome === outcome || (outcome === 'depends-on-others' && truth.openWhateverTheFacts))
  })
  const fewest = Math.min(...enough.map(({ length }) => length))
  return enough.filter(({ length }) => length === fewest).toSorted((a, b) => (ranks(a) < ranks(b) ? -1 : 1))[0]
}

/** One thing that could be recorded or done. */
export type Step = readonly [fact: string, to: boolean | 'done']

/** Each smallest set of judgments, acts and changeable answers that betters the outcome, found by trying every set. */
export const wouldChangeByTrial = (facts: Facts, outcome: Outcome, read: readonly TopicFact[], truthOf: TruthOf): Step[][] => {
  const steps = read.flatMap((fact): Step[] => {
    if (fact['next-step'] === undefined) return []
    const told = facts[fact.id]
    if (fact.kind === 'agency-act') return told === 'done' || (isObject(told) && told['state'] === 'done') ? [] : [[fact.id, 'done']]
    if (opennessOf(fact) === 'unknown' && typeof told !== 'boolean') return []
    return [true, false].filter((to) => to !== told).map((to) => [fact.id, to])
  })
  const better: Step[][] = []
  for (const set of subsets(steps)) {
    if (set.length === 0 || new Set(set.map(([fact]) => fact)).size < set.length) continue
    if (better.some((smaller) => smaller.every((step) => set.includes(step)))) continue
    const truth = truthOf({ ...facts, ...Object.fromEntries(set) })
    if (truth && isBetter(truth.outcome, outcome)) better.push(set)
  }
  return better
}

/** Sets of steps in words, to be compared. */
export const inWords = (sets: readonly (readonly (readonly [string, unknown])[])[]): string[] =>
  sets
    .map((set) =>
      set
        .map(([fact, to]) => `${fact} ${JSON.stringify(to)}`)
        .toSorted()
        .join(' and '),
    )
    .toSorted()
