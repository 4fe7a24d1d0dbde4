import Logic from 'logic-solver'
import { expect, test } from 'vitest'
import { optionFunctions, readerOf } from '../../src/assessment/reader.ts'
import { missingFacts } from '../../src/assessment/relevance.ts'
import { FALSE } from '../../src/logic/diagram.ts'
import { formatDay } from '../../src/logic/day.ts'
import type { Known } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import type { Variable } from '../../src/logic/variables.ts'
import { chanceFrom } from '../support/chance.ts'
import { fixtureCases } from '../support/fixture-cases.ts'
import { LIMIT, printed, size } from '../support/large.ts'
import { changedFacts, lawsOf, randomFacts, toldWithoutContradictions, valuesNear } from '../support/random-cases.ts'
import { realRulebook } from '../support/rules.ts'
import type { Found } from '../support/sat-oracle.ts'
import { satOracle } from '../support/sat-oracle.ts'

const rulebook = realRulebook()
const laws = lawsOf(rulebook)
const WANTED = size(160, 10_000)

const named = (variables: readonly Variable[]): string[] => variables.map((variable) => JSON.stringify(variable)).toSorted()

const missingIn = (variables: readonly Variable[], known: Known): string[] => {
  const facts = variables.flatMap((variable) => {
    if (variable.openness !== 'unknown') return []
    if (variable.kind !== 'pair' || variable.test.kind !== 'before' || 'day' in variable.test.bound) return [variable.fact]
    return [variable.fact, variable.test.bound.dayOf].filter((fact) => {
      const knowledge = known(fact)
      if (knowledge.kind === 'act') return knowledge.possible.size > 1 || knowledge.on.hi - knowledge.on.lo > 1
      return knowledge.kind !== 'span' || knowledge.span.hi - knowledge.span.lo > 1
    })
  })
  return [...new Set(facts)].toSorted()
}

const RESULT: Record<Status, Found['result']> = { met: 'always', 'not-met': 'never', unknown: 'open', judgment: 'open', agency: 'open' }

test(
  'what is missing of an option, and all it hangs on, is what a satisfiability solver finds in the same law',
  () => {
    const chance = chanceFrom(19_990_914)
    const values = valuesNear(laws, chance)
    const fixtures = fixtureCases()
    const counts = { pairs: 0, open: 0, missing: 0, support: 0, withoutCompletion: 0 }
    const wrong: unknown[] = []
    const roots = laws.flatMap((law) => [...law.options].map(([option, { step }]) => ({ law, option, step })))
    const looked = roots.filter((_, index) => index % size(11, 1) === 0)
    const report = (): void => {
      printed([
        `${String(counts.pairs)} pairs of a case and an option, ${String(looked.length)} options on ${String(laws.length)} days, ${String(counts.open)} open`,
        `${String(counts.support)} variables on which they hang, ${String(counts.missing)} missing facts; no completion in ${String(counts.withoutCompletion)}`,
        `disagreements: ${String(wrong.length)}`,
      ])
    }
    Logic.disablingAssertions(() => {
      for (const [index, { law, option, step }] of looked.entries()) {
        if (index % 10 === 9) report()
        const { asOf } = law
        const oracle = satOracle(rulebook, law, step)
        for (let one = 0; one < WANTED / looked.length; one += 1) {
          const facts =
            one % 4 === 0
              ? randomFacts(rulebook, asOf, chance.pick([0.1, 0.25, 0.5]), values, chance)
              : changedFacts(fixtures[chance.number(fixtures.length)]?.facts ?? {}, rulebook, asOf, values, chance)
          const person = toldWithoutContradictions(facts, rulebook, asOf)
          const { settled, answers } = person
          const reader = readerOf(optionFunctions(rulebook, law, option), rulebook, answers, settled)
          const found = oracle(settled.known, (fact) => answers.get(fact)?.knowledge)
          counts.pairs += 1
          if (found.result === 'no completion') {
            counts.withoutCompletion += 1
            expect(reader.exact.kept(reader.exact.reduced(step))).toBe(FALSE)
            continue
          }
          const status = reader.status(step)
          const open = RESULT[status] === 'open'
          if (open) counts.open += 1
          const missing = missingIn(found.support, settled.known)
          counts.missing += missing.length
          counts.support += found.support.length
          const expected = { result: found.result, support: named(found.support), missing }
          const got = {
            result: RESULT[status],
            support: open ? named(reader.dependsOn(step)) : [],
            missing: open ? missingFacts(step, { rulebook, settled, reader }).toSorted() : [],
          }
          if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ asOf: formatDay(asOf), option, facts: person.facts, got, expected })
        }
      }
    })
    report()
    expect(wrong.slice(0, 2)).toEqual([])
    expect(counts.open).toBeGreaterThan(counts.pairs / 3)
  },
  LIMIT,
)
