import type { Trial, Verdict } from '../proof-checker/verify.ts'
import { formatDays } from '../logic/day.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Two ways in which the open points can turn out, equal but for one: met with the first, not met with the second. None where nothing is open. */
export const witnessLines = ({ witness }: Pick<Verdict, 'witness'>, rulebook: Rulebook): string[] => {
  if (!witness) return []
  const same = new Map(witness.same.map((trial) => [aspectOf(trial), words(trial, rulebook)]))
  return [
    `met      with ${words(witness.met, rulebook)}`,
    `not met  with ${words(witness.notMet, rulebook)}`,
    ...(same.size === 0 ? [] : [`the rest alike: ${[...same.values()].join('; ')}`]),
  ]
}

/** What is narrowed: a later trial on the same thing is the narrower one. */
const aspectOf = (trial: Trial): string =>
  'key' in trial ? trial.key : `${trial.fact} ${trial.to.ticks ? [...trial.to.ticks.keys()].join(' ') : trial.to.may ? 'members' : 'span'}`

const words = (trial: Trial, rulebook: Rulebook): string => {
  if ('key' in trial) return `${trial.key}: ${trial.so ? 'yes' : 'no'}`
  const { may, ticks, from = -Infinity, to = Infinity } = trial.to
  if (ticks) return [...ticks].map(([member, ticked]) => `${trial.fact}: ${member} ${ticked ? 'yes' : 'no'}`).join(', ')
  if (may) return `${trial.fact}: ${may.join(' or ')}`
  const isNumber = rulebook.facts.find(({ id }) => id === trial.fact)?.kind === 'number'
  if (!isNumber) return `${trial.fact}: ${formatDays({ lo: from, hi: to + 1 })}`
  return `${trial.fact}: ${from === to ? String(from) : `${String(from)} to ${String(to)}`}`
}
