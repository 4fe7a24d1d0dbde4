import type { Answer } from '../../src/assessment/answer.ts'
import type { Settled } from '../../src/assessment/settle.ts'
import { settle } from '../../src/assessment/settle.ts'
import type { Day } from '../../src/logic/day.ts'
import { formatDay } from '../../src/logic/day.ts'
import { changeDays } from '../../src/rulebook/change-days.ts'
import type { Fact, TopicFact } from '../../src/rulebook/fact.ts'
import type { Law } from '../../src/rulebook/in-force.ts'
import { lawOn } from '../../src/rulebook/in-force.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import type { Chance } from './chance.ts'
import { caseWith } from './rules.ts'

export type Facts = Readonly<Record<string, unknown>>

/** The law on each day on which anything changes, where there is an option. */
export const lawsOf = (rulebook: Rulebook): [Law, ...Law[]] => {
  const [first, ...later] = changeDays(rulebook)
    .map((day) => lawOn(rulebook, day))
    .filter(({ options }) => options.size > 0)
  if (!first) throw new Error('the rulebook has no day')
  return [first, ...later]
}

/** Makes values of facts that lie on both sides of what the rules test. */
export type Values = (fact: TopicFact, asOf: Day) => unknown

/** Values for the facts of a rulebook: whole ones mostly, else a part of what could be said, or that nobody knows. */
export const valuesNear = (laws: readonly Law[], chance: Chance): Values => {
  const limits = new Map<string, Set<number>>()
  const near = (fact: string): Set<number> => limits.get(fact) ?? limits.set(fact, new Set()).get(fact) ?? new Set()
  for (const { program, asOf } of laws) {
    for (const test of program.tests) {
      if (test.kind === 'under') near(test.fact).add(test.limit)
      if (test.kind === 'before') near(test.fact).add('day' in test.bound ? test.bound.day : asOf)
    }
  }
  return (fact, asOf) => {
    if (chance.happens(0.04)) return chance.pick(['unknown', 'declined'])
    const whole = chance.happens(0.75)
    switch (fact.kind) {
      case 'yes-no':
      case 'judgment':
        return chance.happens(0.5)
      case 'choice':
        return whole ? member(fact, chance) : { 'one-of': someMembers(fact, chance) }
      case 'choices': {
        const yes = chance.happens(0.2) ? [] : chance.some(fact.members, chance.pick([0.1, 0.3, 0.6]))
        return whole ? yes : { yes, no: chance.some(fact.members, 0.5).filter((one) => !yes.includes(one)) }
      }
      case 'agency-act':
        if (whole) return chance.happens(0.3) ? { state: 'done', on: date(asOf - chance.number(900), chance) } : member(fact, chance)
        return { 'one-of': someMembers(fact, chance) }
      case 'number':
        return number(fact, [...near(fact.id)], whole, chance)
      case 'date':
        return nearDay(fact, [...near(fact.id)], asOf, whole, chance)
    }
  }
}

const member = (fact: Extract<Fact, { members: unknown }>, chance: Chance): string => fact.members[chance.number(fact.members.length)] ?? ''

const someMembers = (fact: Extract<Fact, { members: unknown }>, chance: Chance): string[] => {
  const found = chance.some(fact.members, 0.5)
  return found.length > 0 ? found : [member(fact, chance)]
}

const number = (fact: Fact & { kind: 'number' }, limits: readonly number[], whole: boolean, chance: Chance): unknown => {
  const { from, to } = fact.range
  const one = (): number => {
    const limit = limits[chance.number(limits.length)]
    const wanted = limit === undefined || chance.happens(0.3) ? from + chance.number(Math.min(to - from, 60) + 1) : limit - 1 + chance.number(3)
    return Math.max(from, Math.min(to, wanted))
  }
  if (whole) return one()
  const [a, b] = [one(), one()]
  return chance.pick<unknown>([{ 'at-least': a }, { under: Math.max(b, from + 1) }, { 'at-least': Math.min(a, b), under: Math.max(a, b) + 1 }])
}

const nearDay = (fact: Fact & { kind: 'date' }, limits: readonly number[], asOf: Day, whole: boolean, chance: Chance): string => {
  const limit = limits[chance.number(limits.length)]
  const wanted = limit === undefined || chance.happens(0.4) ? asOf - chance.number(chance.pick([400, 4000, 15_000])) : limit - 2 + chance.number(4)
  const day = Math.max(checkedDay(fact.range.from), Math.min(asOf, wanted))
  if (whole) return formatDay(day)
  return chance.pick([date(day, chance), `../${formatDay(day)}`, `${formatDay(day)}/..`, `${formatDay(day)}/${formatDay(day + chance.number(700))}`])
}

/** A day, or only its month or year. */
const date = (day: Day, chance: Chance): string => formatDay(day).slice(0, chance.pick([10, 7, 4]))

/** Answers to a share of the facts. */
export const randomFacts = (rulebook: Rulebook, asOf: Day, share: number, values: Values, chance: Chance): Facts =>
  Object.fromEntries(chance.some(rulebook.facts, share).map((fact) => [fact.id, values(fact, asOf)]))

/** A case of which some answers are dropped, some are others, and some are new. */
export const changedFacts = (facts: Facts, rulebook: Rulebook, asOf: Day, values: Values, chance: Chance): Facts => {
  const [drop, alter, add] = [chance.pick([0, 0.1, 0.3]), chance.pick([0, 0.1, 0.3]), chance.pick([0, 0.05, 0.3])]
  return Object.fromEntries(
    rulebook.facts.flatMap((fact): [string, unknown][] => {
      const had = facts[fact.id] !== undefined
      if (had ? chance.happens(drop) : !chance.happens(add)) return []
      return [[fact.id, had && !chance.happens(alter) ? facts[fact.id] : values(fact, asOf)]]
    }),
  )
}

/** Answers as they were written and as they are settled on a day. */
export interface Told {
  readonly facts: Facts
  readonly answers: ReadonlyMap<string, Answer>
  readonly settled: Settled
}

/** A case as told, contradictions and all. */
export const told = (facts: Facts, rulebook: Rulebook, asOf: Day): Told => {
  const { answers } = caseWith(facts, rulebook)
  return { facts, answers, settled: settle(answers, rulebook, asOf) }
}

/** The same without the answers that cannot all be so. */
export const toldWithoutContradictions = (facts: Facts, rulebook: Rulebook, asOf: Day): Told => {
  const person = told(facts, rulebook, asOf)
  const struck = new Set(person.settled.contradictions.flat())
  if (struck.size === 0) return person
  return toldWithoutContradictions(Object.fromEntries(Object.entries(facts).filter(([fact]) => !struck.has(fact))), rulebook, asOf)
}
