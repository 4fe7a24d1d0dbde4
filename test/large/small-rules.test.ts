import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeOf } from '../../src/assessment/outcome.ts'
import { prove } from '../../src/assessment/proof.ts'
import { optionFunctions, readerOf } from '../../src/assessment/reader.ts'
import { awaitedSteps, missingFacts } from '../../src/assessment/relevance.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import { isOpen } from '../../src/logic/truth.ts'
import type { Clause } from '../../src/rulebook/in-force.ts'
import { lawOn } from '../../src/rulebook/in-force.ts'
import { everyCompletion } from '../support/every-completion.ts'
import { agree, finer, FINER_HEAD } from '../support/finer.ts'
import { LIMIT, printed, size } from '../support/large.ts'
import { evaluateRaised } from '../support/raised.ts'
import { toldWithoutContradictions } from '../support/random-cases.ts'
import { SMALL_DAY, smallAnswers, smallFacts, smallRule, withRule } from '../support/small-rules.ts'

/** The clauses of a rule as it was written: what an `act` stands for is not looked into. */
const written = (clause: Clause): Clause[] => ('act' in clause.node ? [clause] : [clause, ...clause.children.flatMap(written)])

const VARIABLES = 12

test(
  'of small rules with tied facts, every status, the outcome, and what is missing and awaited are as every completion says',
  () => {
    const [roots, nodes] = [finer(), finer()]
    const counts = { rules: 0, cases: 0, impossible: 0, settledAllTheSame: 0, raised: 0 }
    const sizes: number[] = []
    const outcomes = new Map<string, number>()
    fc.assert(
      fc.property(smallRule, fc.array(smallAnswers, { minLength: 20, maxLength: 20 }), (rule, cases) => {
        const variables = everyCompletion(rule, { filed: 'unknown' }, smallFacts, SMALL_DAY)?.variables ?? Infinity
        fc.pre(variables <= VARIABLES)
        counts.rules += 1
        sizes.push(variables)
        const rulebook = withRule(rule)
        const law = lawOn(rulebook, SMALL_DAY)
        const [option, root] = [...law.options][0] ?? []
        if (option === undefined || !root) throw new Error('the rule is not law')
        for (const said of cases) {
          const { facts, answers, settled } = toldWithoutContradictions(said, rulebook, SMALL_DAY)
          const truth = everyCompletion(rule, facts, smallFacts, SMALL_DAY)
          const tree = evaluate(law.program, settled.known)
          const reader = readerOf(optionFunctions(rulebook, law, option), rulebook, answers, settled)
          const status = reader.status(root.step)
          if (!truth) {
            counts.impossible += 1
            if (!isOpen(status)) counts.settledAllTheSame += 1
            continue
          }
          counts.cases += 1
          outcomes.set(truth.outcome, (outcomes.get(truth.outcome) ?? 0) + 1)
          const context = { rulebook, settled, reader }
          const open = isOpen(status)
          const found = {
            facts,
            outcome: outcomeOf(status),
            missing: open ? missingFacts(root.step, context).toSorted() : [],
            awaited: open ? [...new Set(awaitedSteps(prove(root, tree, reader.status), context).map(({ fact, what }) => fact ?? what))].toSorted() : [],
            statuses: written(root).map(({ step }) => reader.status(step)),
          }
          expect(found).toEqual({
            facts,
            outcome: truth.outcome,
            missing: truth.missing,
            awaited: truth.awaited,
            statuses: written(root).map(({ node }) => truth.status(node)),
          })
          const raised = evaluateRaised(rulebook, law, settled.known)
          for (const { step } of written(root)) {
            const exact = reader.status(step)
            ;(step === root.step ? roots : nodes).count(tree[step] ?? 'unknown', exact)
            if (!agree(tree[step] ?? 'unknown', exact)) counts.raised += 1
            expect(agree(raised[step] ?? 'unknown', exact)).toBe(true)
          }
        }
      }),
      { numRuns: size(150, 2500), seed: 20_001_028 },
    )
    printed([
      `${String(counts.rules)} rules of ${String(Math.min(...sizes))} to ${String(Math.max(...sizes))} variables (${String(sizes.filter((one) => one >= 6).length)} of 6 or more), ${String(counts.cases)} cases; no completion, or more than are looked at, in ${String(counts.impossible)}, of which settled all the same ${String(counts.settledAllTheSame)}`,
      `outcomes: ${JSON.stringify(Object.fromEntries(outcomes))}; of a higher class than by the plain tree, because a fact may not apply: ${String(counts.raised)}`,
      ...FINER_HEAD,
      roots.row('outcomes of small rules'),
      nodes.row('nodes of small rules'),
    ])
    expect(Math.min(...outcomes.values())).toBeGreaterThan(counts.cases / 100)
    expect(outcomes.size).toBe(4)
  },
  LIMIT,
)
