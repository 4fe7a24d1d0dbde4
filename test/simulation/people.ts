import type { Answer } from '../../src/assessment/answer.ts'
import { isMisfit, readAnswer } from '../../src/assessment/answer.ts'
import { anything } from '../../src/rulebook/anything.ts'
import type { Day } from '../../src/logic/day.ts'
import { formatDay } from '../../src/logic/day.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import { factSources } from '../../src/rulebook/fact-sources.ts'
import type { Fact } from '../../src/rulebook/fact.ts'
import { conditionOn } from '../../src/rulebook/in-force.ts'
import { otherwiseOf } from '../../src/rulebook/otherwise.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'

/** Everything about an invented person: one whole answer for each fact that applies, but none for what others are only derived from. */
export type Truth = ReadonlyMap<string, Answer>

/** The youngest and the oldest person, and how far back days lie. */
const YOUNGEST = 5
const OLDEST = 60
const DAYS_BACK = 30 * 365

/**
 * An invented person: yes-no and judgments by a coin, one member of a choice, nothing of a list or one to three members, an
 * age no lower than those it cannot be below, a day of the last thirty years. Facts whose condition is not met get no answer.
 */
export const inventedPerson = (rulebook: Rulebook, asOf: Day, random: () => number): Truth => {
  const truth = new Map<string, Answer>()
  const known = new Map<string, Knowledge>()
  const knownOf = (id: string): Knowledge => {
    const knowledge = known.get(id)
    if (!knowledge) throw new Error(`${id} comes too early`)
    return knowledge
  }
  const isSo = (condition: Node): boolean => {
    const compiled = conditionOn(rulebook, condition, asOf)
    return compiled !== undefined && evaluate(compiled.program, knownOf)[compiled.clause.step] === 'met'
  }
  const below = (count: number): number => Math.floor(random() * count)
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  const dayAgo = (days: number): string => formatDay(asOf - below(days))

  const valueOf = (fact: Fact): unknown => {
    const same =
      'derived' in fact && fact.derived && 'same-as' in fact.derived && (!fact.derived.when || isSo(fact.derived.when)) ? fact.derived['same-as'] : ''
    if (truth.has(same)) return truth.get(same)?.value
    switch (fact.kind) {
      case 'yes-no':
      case 'judgment':
        return random() < 0.5
      case 'choice':
        return one(fact.members)
      case 'choices':
        return random() < 0.5 ? [] : [...new Set(Array.from({ length: 1 + below(3) }, () => one(fact.members)))]
      case 'agency-act': {
        const state = one(fact.members)
        return state === 'done' ? { state, on: dayAgo(2 * 365) } : state
      }
      case 'date': {
        const day = dayAgo(DAYS_BACK)
        return day < fact.range.from ? fact.range.from : day
      }
      case 'number': {
        const floor = Math.max(YOUNGEST, ...(fact['no-less-than'] ?? []).map((id) => Number(truth.get(id)?.value ?? 0)))
        return floor + below(Math.max(1, OLDEST - floor))
      }
    }
  }
  for (const fact of inOrder(rulebook)) {
    if (fact['only-if'] && !isSo(fact['only-if'])) {
      known.set(fact.id, otherwiseOf(fact))
      continue
    }
    const answer = isSource(fact, rulebook) ? undefined : readAnswer(fact, valueOf(fact))
    if (answer && (isMisfit(answer) || !answer.knowledge)) throw new Error(`no value of ${fact.id}`)
    known.set(fact.id, answer?.knowledge ?? anything(fact, asOf))
    if (answer) truth.set(fact.id, answer)
  }
  return truth
}

/** Is it there only so that something else can be reckoned from it, as an age from a birthday? */
const isSource = ({ id }: Fact, rulebook: Rulebook): boolean =>
  rulebook.facts.some((fact) => 'derived' in fact && fact.derived !== undefined && 'years-between' in fact.derived && fact.derived['years-between'][0] === id)

const orders = new WeakMap<Rulebook, readonly Fact[]>()

/** Facts so that each comes after those it depends on. */
const inOrder = (rulebook: Rulebook): readonly Fact[] => {
  const made = orders.get(rulebook)
  if (made) return made
  const placed = new Set<string>()
  const list: Fact[] = []
  for (let left: readonly Fact[] = rulebook.facts; left.length > 0; left = left.filter(({ id }) => !placed.has(id))) {
    for (const fact of left) {
      if (!factSources(fact).every((id) => placed.has(id))) continue
      placed.add(fact.id)
      list.push(fact)
    }
  }
  orders.set(rulebook, list)
  return list
}
