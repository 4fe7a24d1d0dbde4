import { formatDays } from '../logic/day.ts'
import type { Trial } from '../proof-checker/search.ts'
import { membersOf } from '../proof-checker/value.ts'
import type { Verdict } from '../proof-checker/verify.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Two ways in which the open points can turn out, in words: equal but for one point, and met with the first, not met with the second. */
export interface WitnessShown {
  readonly met: string
  readonly 'not-met': string
  /** The same in both. What is not named may be either way. */
  readonly alike: readonly string[]
}

/** The witness of a verdict in words, with ids of facts; undefined where nothing is open. */
export const witnessShown = ({ witness }: Pick<Verdict, 'witness'>, rulebook: Rulebook): WitnessShown | undefined => {
  if (!witness) return undefined
  // a later trial on the same thing is the narrower one
  const alike = new Map(witness.same.map((trial) => [trial.test.key, trial]))
  const ticks = new Map<string, Trial[]>()
  for (const trial of alike.values()) if (isTick(trial)) ticks.set(trial.test.fact, [...(ticks.get(trial.test.fact) ?? []), trial])
  return {
    met: words(witness.met, rulebook),
    'not-met': words(witness.notMet, rulebook),
    alike: [...[...alike.values()].filter((trial) => !isTick(trial)).map((trial) => words(trial, rulebook)), ...[...ticks].map(ticksInWords)],
  }
}

const isTick = ({ test }: Trial): boolean => test.key.startsWith(`${test.fact}: `)

/** The members that are ticked by name, the others as a number. */
const ticksInWords = ([fact, trials]: [string, readonly Trial[]]): string => {
  const yes = trials.filter(({ to }) => to[0]?.[0] === 1).map(({ test }) => test.key.slice(fact.length + 2))
  const others = trials.length - yes.length
  return `${fact}: ${[...yes, ...(others === 0 ? [] : [`not ${String(others)} ${yes.length > 0 ? 'others' : 'members'}`])].join(', ')}`
}

const words = ({ test, to }: Trial, rulebook: Rulebook): string => {
  const fact = rulebook.facts.find(({ id }) => id === test.fact)
  const name = test.than ? `${test.fact} before the day counted from ${test.than.dayOf}` : test.key
  const members = fact?.id === test.key ? membersOf(fact) : ['no', 'yes']
  const [[from, last] = [0, 0]] = to
  if (test.key !== fact?.id || !('range' in fact)) return `${name}: ${to.map(([place]) => members[place]).join(' or ')}`
  if (fact.kind === 'date') return `${name}: ${formatDays({ lo: from, hi: last + 1 })}`
  return `${name}: ${from === last ? String(from) : `${String(from)} to ${String(last)}`}`
}
