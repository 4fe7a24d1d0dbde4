import { expect, test } from 'vitest'
import { optionFunctions, readerOf } from '../../src/assessment/reader.ts'
import { FALSE } from '../../src/logic/diagram.ts'
import { formatDay } from '../../src/logic/day.ts'
import type { Status } from '../../src/logic/truth.ts'
import { isOpen } from '../../src/logic/truth.ts'
import { factSources } from '../../src/rulebook/fact-sources.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import type { Law } from '../../src/rulebook/in-force.ts'
import type { Chance } from '../support/chance.ts'
import { chanceFrom } from '../support/chance.ts'
import { clausesOf } from '../support/clauses.ts'
import { agree } from '../support/finer.ts'
import { fixtureCases } from '../support/fixture-cases.ts'
import { LIMIT, printed, size } from '../support/large.ts'
import type { Facts } from '../support/random-cases.ts'
import { changedFacts, lawsOf, randomFacts, told, toldWithoutContradictions, valuesNear } from '../support/random-cases.ts'
import { realRulebook } from '../support/rules.ts'

const rulebook = realRulebook()
const laws = lawsOf(rulebook)
const STEPS = size(1500, 100_000)

/** A part of what an answer says, so that the whole answer says more; undefined where there is none. */
const lessThan = (value: unknown, fact: TopicFact, chance: Chance): unknown => {
  if (typeof value === 'string' && (fact.kind === 'choice' || fact.kind === 'agency-act') && fact.members.includes(value))
    return { 'one-of': [...new Set([value, ...chance.some(fact.members, 0.3)])] }
  if (Array.isArray(value) && fact.kind === 'choices')
    return {
      yes: chance.some(value, 0.5),
      no: chance.some(
        fact.members.filter((member) => !value.includes(member)),
        0.5,
      ),
    }
  if (typeof value === 'number' && fact.kind === 'number')
    return { 'at-least': Math.max(fact.range.from, value - chance.number(4)), under: Math.min(fact.range.to, value + chance.number(4)) + 1 }
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && fact.kind === 'date' && chance.happens(0.5) ? value.slice(0, 7) : undefined
}

/** The facts that an option reads, and all from which these may follow. */
const readBy = (law: Law, option: string): TopicFact[] => {
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]))
  const found = new Set<string>()
  const left = optionFunctions(rulebook, law, option).variables.list.flatMap((variable) =>
    variable.kind === 'pair' && variable.test.kind === 'before' && 'dayOf' in variable.test.bound
      ? [variable.fact, variable.test.bound.dayOf]
      : [variable.fact],
  )
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const fact = facts.get(id)
    if (!fact || found.has(id)) continue
    found.add(id)
    left.push(...factSources(fact))
  }
  return rulebook.facts.filter(({ id }) => found.has(id))
}

test(
  'one more consistent answer never turns a settled outcome or criterion around, nor raises the class of an open one',
  () => {
    const chance = chanceFrom(20_081_223)
    const values = valuesNear(laws, chance)
    const fixtures = fixtureCases()
    const counts = { steps: 0, ways: 0, changes: 0, settled: 0, statuses: 0, impossible: 0 }
    const wrong: unknown[] = []
    while (counts.steps < STEPS) {
      const law = chance.pick(laws)
      const { asOf } = law
      const option = [...law.options.keys()][chance.number(law.options.size)] ?? ''
      const root = law.options.get(option)
      if (!root) throw new Error(`${option} is not law`)
      const clauses = clausesOf(root)
      const read = readBy(law, option)
      const from = changedFacts(fixtures[chance.number(fixtures.length)]?.facts ?? {}, rulebook, asOf, values, chance)
      const whole = { ...randomFacts(rulebook, asOf, chance.pick([0.3, 0.9]), values, chance), ...from }
      const wanted = Object.fromEntries(read.flatMap(({ id }) => (whole[id] === undefined ? [] : [[id, whole[id]]])))
      const { facts } = toldWithoutContradictions(wanted, rulebook, asOf)
      // what is assumed while it is left out has to be told, or said to be unknown, from the start
      let now: Facts = Object.fromEntries(
        read.flatMap((fact) => ('assumed' in fact && fact.assumed !== undefined ? [[fact.id, facts[fact.id] ?? 'unknown']] : [])),
      )
      const answers = chance.shuffled(Object.keys(facts).filter((id) => now[id] === undefined)).flatMap((id): [string, unknown][] => {
        const fact = read.find((one) => one.id === id)
        const less = fact && chance.happens(0.3) ? lessThan(facts[id], fact, chance) : undefined
        return less === undefined
          ? [[id, facts[id]]]
          : [
              [id, less],
              [id, facts[id]],
            ]
      })
      counts.ways += 1
      let before: readonly Status[] | undefined
      for (const [id, value] of [['', undefined] as const, ...answers]) {
        const was = now
        now = id === '' ? now : { ...now, [id]: value }
        const person = told(now, rulebook, asOf)
        if (person.settled.contradictions.length > 0) break
        const reader = readerOf(optionFunctions(rulebook, law, option), rulebook, person.answers, person.settled)
        if (reader.exact.kept(reader.exact.reduced(root.step)) === FALSE) {
          counts.impossible += 1
          break
        }
        const after = clauses.map(({ step }) => reader.status(step))
        counts.steps += 1
        for (const [index, status] of after.entries()) {
          const had = before?.[index]
          if (had === undefined) continue
          counts.statuses += 1
          if (had !== status) counts.changes += 1
          if (index === 0 && isOpen(had) && !isOpen(status)) counts.settled += 1
          if (!agree(had, status))
            wrong.push({ asOf: formatDay(asOf), option, node: clauses[index]?.node.id ?? clauses[index]?.step, had, status, was, id, value })
        }
        before = after
      }
    }
    printed([
      `${String(counts.steps)} steps in ${String(counts.ways)} cases told bit by bit; ${String(counts.statuses)} statuses compared, ${String(counts.changes)} changed, ${String(counts.settled)} outcomes came to be settled`,
      `given up, as the answers leave no completion: ${String(counts.impossible)}`,
      `turned around or raised: ${String(wrong.length)}`,
    ])
    expect(wrong.slice(0, 3)).toEqual([])
    expect(counts.settled).toBeGreaterThan(STEPS / 200)
  },
  LIMIT,
)
