import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { assess } from '../../src/assessment/assess.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import { caseWith } from '../support/rules.ts'
import type { Truth } from '../support/every-completion.ts'
import { everyCompletion } from '../support/every-completion.ts'
import { LIMIT, printed, size } from '../support/large.ts'
import { toldWithoutContradictions } from '../support/random-cases.ts'
import type { Facts } from '../support/random-cases.ts'
import { inWords, restsOnByTrial, wouldChangeByTrial } from '../support/reasons-by-trial.ts'
import { SMALL_DAY, smallAnswers, smallFacts, smallRule, withRule } from '../support/small-rules.ts'

const RUNS = { numRuns: size(300, 2500), seed: 20_001_028 }

test(
  'an outcome of a small rule rests on the fewest answers that force it, and what would change it is every smallest set of next steps',
  () => {
    const counts = { rules: 0, impossible: 0, restsOn: 0, facts: 0, sets: 0, steps: 0 }
    const wrong = { restsOn: [] as unknown[], wouldChange: [] as unknown[] }
    const order = smallFacts.map(({ id }) => id)
    fc.assert(
      fc.property(smallRule, smallAnswers, (rule, said) => {
        const rulebook = withRule(rule)
        // what is assumed while it is left out has examples of its own below
        const { facts } = toldWithoutContradictions({ ...said, filed: undefined }, rulebook, SMALL_DAY)
        const truthOf = (some: Facts, most = 65_536): Truth | undefined => everyCompletion(rule, some, smallFacts, SMALL_DAY, most)
        const truth = truthOf({ filed: 'unknown' }, 2048)
        const own = truthOf(facts)
        const [option] = assess(rulebook, caseWith(facts, rulebook), { asOf: SMALL_DAY }).determination.options
        // answers that leave nothing possible come to an end too
        counts.impossible += Number(truth !== undefined && own === undefined)
        fc.pre(truth !== undefined && own !== undefined)
        const read = order.filter((fact) => truth.read.includes(fact))
        fc.pre(read.filter((fact) => facts[fact] !== undefined && facts[fact] !== 'unknown').length <= 8)
        counts.rules += 1
        expect(option?.outcome).toBe(own.outcome)
        const restsOn = own.outcome === 'cannot-tell-yet' ? [] : restsOnByTrial(facts, own.outcome, read, truthOf)
        if (JSON.stringify(option?.['rests-on']) !== JSON.stringify(restsOn))
          wrong.restsOn.push({ rule, facts, outcome: own.outcome, got: option?.['rests-on'], expected: restsOn })
        counts.restsOn += Number((restsOn ?? []).length > 0)
        counts.facts += (restsOn ?? []).length
        const readFacts = smallFacts.filter(({ id }) => read.includes(id))
        if (own.outcome === 'may-qualify') return
        const sets = wouldChangeByTrial(facts, own.outcome, readFacts, truthOf)
        const got = inWords((option?.['would-change'] ?? []).map((set) => set.map(({ fact, to }) => [fact, to] as const)))
        if (JSON.stringify(got) !== JSON.stringify(inWords(sets))) wrong.wouldChange.push({ rule, facts, outcome: own.outcome, got, expected: inWords(sets) })
        counts.sets += sets.length
        counts.steps += Number(sets.length > 0)
      }),
      RUNS,
    )
    printed([
      `${String(counts.rules)} rules; ${String(counts.restsOn)} outcomes rest on answers (${String(counts.facts)} in all), ${String(counts.steps)} would change (${String(counts.sets)} sets); in ${String(counts.impossible)} the answers leave nothing possible`,
      `disagreements: ${String(wrong.restsOn.length)} on what an outcome rests on, ${String(wrong.wouldChange.length)} on what would change it`,
    ])
    const smallest = (list: readonly unknown[]): unknown[] => list.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length).slice(0, 6)
    expect({ restsOn: smallest(wrong.restsOn), wouldChange: smallest(wrong.wouldChange) }).toEqual({ restsOn: [], wouldChange: [] })
  },
  LIMIT,
)

describe('what may not apply, and what is assumed while it is left out', () => {
  test.each<[string, string, Facts, string[]]>([
    ['a step that makes a fact apply is named too', '{ fact: view }', {}, ['paper "done"', 'view true']],
    ['nothing is named that the answers rule out', '{ fact: kin-hurt }', { kin: 'nobody' }, []],
  ])('%s', (_, form, facts, expected) => {
    const rulebook = withRule(parse(form) as Node)
    const [option] = assess(rulebook, caseWith(facts, rulebook), { asOf: SMALL_DAY }).determination.options
    expect(inWords((option?.['would-change'] ?? []).map((set) => set.map(({ fact, to }) => [fact, to] as const)))).toEqual(expected)
  })

  test.each<[string, unknown]>([
    ['what someone said nobody knows', 'unknown'],
    ['what someone told otherwise', '2014/2016'],
  ])('%s is not assumed again where an outcome rests on something else', (_, filed) => {
    const rulebook = withRule({ any: [{ fact: 'filed', 'on-or-after': '2018-05-05' }, { fact: 'here' }] })
    const [option] = assess(rulebook, caseWith({ filed, here: true }, rulebook), { asOf: SMALL_DAY }).determination.options
    expect(option?.['rests-on']).toEqual(['here'])
  })

  test('answers that leave nothing possible, though no two contradict each other, come to an end', () => {
    const rulebook = withRule(parse('not: { all: [{ fact: lost }, { fact: marks, has: any }] }') as Node)
    const person = caseWith({ lost: false, marks: ['m'], kin: 'parent' }, rulebook)
    expect(assess(rulebook, person, { asOf: SMALL_DAY }).determination.options[0]).toMatchObject({ 'rests-on': [] })
  })
})
