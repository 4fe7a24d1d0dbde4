import { expect, test } from 'vitest'
import { lawOf } from '../../src/assessment/assess.ts'
import { optionFunctions, readerOf } from '../../src/assessment/reader.ts'
import type { Reader } from '../../src/assessment/reader.ts'
import { FALSE } from '../../src/logic/diagram.ts'
import { formatDay } from '../../src/logic/day.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import type { Clause, Law } from '../../src/rulebook/in-force.ts'
import { chanceFrom } from '../support/chance.ts'
import { clausesOf } from '../support/clauses.ts'
import { agree, finer, FINER_HEAD } from '../support/finer.ts'
import { fixtureCases } from '../support/fixture-cases.ts'
import { LIMIT, printed, size } from '../support/large.ts'
import type { Told } from '../support/random-cases.ts'
import { changedFacts, lawsOf, randomFacts, told, toldWithoutContradictions, valuesNear } from '../support/random-cases.ts'
import { evaluateRaised } from '../support/raised.ts'
import { realRulebook } from '../support/rules.ts'

const rulebook = realRulebook()
const laws = lawsOf(rulebook)
const fixtures = fixtureCases()
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.95] as const

/** Clauses whose class by the plain tree is lower than the exact one, because a fact in it may not apply. */
let raised = 0

/** Something on which tree and diagram do not agree, with all that is needed to see it again. */
const disagreement = (law: Law, option: string, clause: Clause, person: Told, plain: Status, exact: Status): unknown[] => {
  if (agree(plain, exact)) return []
  const tree = evaluateRaised(rulebook, law, person.settled.known)[clause.step] ?? 'unknown'
  if (agree(tree, exact)) {
    raised += 1
    return []
  }
  return [{ asOf: formatDay(law.asOf), option, node: clause.node.id ?? clause.step, plain, tree, exact, facts: person.facts }]
}

const PARTS = size(1, 10)
const RUNS = size(3000, 1_000_000) / PARTS
const roots = { random: finer(), changed: finer() }
const clauses = { random: finer(), changed: finer() }

test.each(Array.from({ length: PARTS }, (_, part) => part))(
  'the exact status of an option is that of the tree where the tree is settled, and never of a higher class: random cases under the law of each span, part %i',
  (part) => {
    const chance = chanceFrom(20_001_028 + part)
    const values = valuesNear(laws, chance)
    const wrong: unknown[] = []
    const impossible: unknown[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const law = chance.pick(laws)
      const { asOf } = law
      const kind = run % 4 === 0 ? 'random' : 'changed'
      const facts =
        kind === 'random'
          ? randomFacts(rulebook, asOf, chance.pick(SHARES), values, chance)
          : changedFacts(fixtures[chance.number(fixtures.length)]?.facts ?? {}, rulebook, asOf, values, chance)
      const person = chance.happens(0.05) ? told(facts, rulebook, asOf) : toldWithoutContradictions(facts, rulebook, asOf)
      const tree = evaluate(law.program, person.settled.known)
      const option = [...law.options.keys()][chance.number(law.options.size)] ?? ''
      const root = law.options.get(option)
      if (!root) throw new Error(`${option} is not law`)
      const reader = readerOf(optionFunctions(rulebook, law, option), rulebook, person.answers, person.settled)
      for (const clause of chance.happens(0.1) ? clausesOf(root) : [root]) {
        const [by, exact] = [tree[clause.step] ?? 'unknown', reader.status(clause.step)]
        ;(clause === root ? roots : clauses)[kind].count(by, exact)
        wrong.push(...disagreement(law, option, clause, person, by, exact))
        if (clause === root && by !== exact && hasNoCompletion(reader, root)) impossible.push({ asOf: formatDay(asOf), option, facts: person.facts })
      }
    }
    printed([
      `part ${String(part)}: ${String(RUNS)} random cases, three in four of them changed fixtures; one option each, all its clauses in every tenth; ${String(laws.length)} days`,
      ...FINER_HEAD,
      roots.random.row('outcomes so far, random answers'),
      roots.changed.row('outcomes so far, changed fixtures'),
      clauses.random.row('clauses so far, random answers'),
      clauses.changed.row('clauses so far, changed fixtures'),
      `of a higher class than by the plain tree, because a fact may not apply, so far: ${String(raised)}`,
      `no completion is left: ${String(impossible.length)}${impossible.length > 0 ? `, first ${JSON.stringify(impossible[0])}` : ''}`,
      `disagreements: ${String(wrong.length)}`,
    ])
    expect(wrong.slice(0, 3)).toEqual([])
    expect(Math.min(...Object.values(roots).flatMap((one) => [one.settled(), one.open()]))).toBeGreaterThan(RUNS / 100)
  },
  LIMIT,
)

/** Do the answers leave nothing possible, though no two of them contradict each other by the tree? */
const hasNoCompletion = ({ exact }: Reader, { step }: Clause): boolean => exact.kept(exact.reduced(step)) === FALSE

test(
  'so it is in every case of the fixtures, for each option and every clause of it',
  () => {
    const [whole, parts] = [finer(), finer()]
    const wrong: unknown[] = []
    for (const { facts, asOf } of fixtures.filter((_, index) => index % size(10, 1) === 0)) {
      const law = lawOf(rulebook, asOf)
      const person = told(facts, rulebook, asOf)
      const tree = evaluate(law.program, person.settled.known)
      for (const [option, root] of law.options) {
        const reader = readerOf(optionFunctions(rulebook, law, option), rulebook, person.answers, person.settled)
        for (const clause of clausesOf(root)) {
          const [by, exact] = [tree[clause.step] ?? 'unknown', reader.status(clause.step)]
          ;(clause === root ? whole : parts).count(by, exact)
          wrong.push(...disagreement(law, option, clause, person, by, exact))
        }
      }
    }
    printed([`${String(fixtures.length)} fixture cases, every option in force on their days`, ...FINER_HEAD, whole.row('outcomes'), parts.row('clauses')])
    expect(wrong.slice(0, 3)).toEqual([])
    expect(Math.min(whole.settled(), whole.open())).toBeGreaterThan(20)
  },
  LIMIT,
)
