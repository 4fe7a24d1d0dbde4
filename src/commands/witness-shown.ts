import { formatDays } from '../logic/day.ts'
import type { Trial, Verdict } from '../proof-checker/verify.ts'
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
  const alike = new Map(witness.same.map((trial) => [`${trial.test.key} ${Object.keys(trial.to).join(' ')}`, trial]))
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
  const yes = trials.filter(({ to }) => to.may?.[0] === 'true').map(({ test }) => test.key.slice(fact.length + 2))
  const others = trials.length - yes.length
  return `${fact}: ${[...yes, ...(others === 0 ? [] : [`not ${String(others)} ${yes.length > 0 ? 'others' : 'members'}`])].join(', ')}`
}

const words = ({ test, to: { may, from = -Infinity, to = Infinity } }: Trial, rulebook: Rulebook): string => {
  const kind = rulebook.facts.find(({ id }) => id === test.fact)?.kind
  const name = test.than ? `${test.fact} before the day counted from ${test.than.dayOf}` : test.key
  if (may) return `${name}: ${may.map((member) => SPELLED[member] ?? member).join(' or ')}`
  if (kind !== 'number') return `${name}: ${formatDays({ lo: from, hi: to + 1 })}`
  return `${name}: ${from === to ? String(from) : `${String(from)} to ${String(to)}`}`
}

const SPELLED: Readonly<Record<string, string>> = { true: 'yes', false: 'no' }
