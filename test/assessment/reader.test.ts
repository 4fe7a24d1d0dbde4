import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lawOf } from '../../src/assessment/assess.ts'
import { readCase } from '../../src/assessment/case.ts'
import { optionFunctions, readerOf } from '../../src/assessment/reader.ts'
import { settle } from '../../src/assessment/settle.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import { isOpen } from '../../src/logic/truth.ts'
import { changeDays } from '../../src/rulebook/change-days.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { membersOf } from '../../src/rulebook/openness.ts'
import { realRulebook } from '../support/rules.ts'

const RANK: Record<Status, number> = { met: 0, 'not-met': 0, agency: 1, judgment: 2, unknown: 3 }

const anAnswer = (fact: TopicFact): fc.Arbitrary<unknown> => {
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return fc.boolean()
  if (fact.kind === 'number') return fc.integer({ min: 10, max: 30 })
  if (fact.kind === 'date') return fc.constantFrom('2008-12-22', '2009', '2015-06', '2020', '2025-01-15')
  const members = [...membersOf(fact)]
  return fact.kind === 'choices'
    ? fc.oneof(
        fc.subarray(members, { maxLength: Math.min(3, members.length) }),
        fc
          .tuple(fc.subarray(members, { maxLength: Math.min(2, members.length) }), fc.subarray(members, { maxLength: Math.min(9, members.length) }))
          .map(([yes, no]) => ({ yes, no: no.filter((one) => !yes.includes(one)) })),
      )
    : fc.constantFrom(...members)
}

test('on the real law the exact status is never higher than the tree says, and the same wherever the tree is settled', () => {
  const rulebook = realRulebook()
  const days = changeDays(rulebook).filter((day) => day >= 11_200)
  const someFacts = fc
    .subarray([...rulebook.facts], { maxLength: 60 })
    .chain((facts) => fc.tuple(...facts.map((fact) => fc.tuple(fc.constant(fact.id), anAnswer(fact)))))
  let finer = 0
  let open = 0
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...days), (told, asOf) => {
      const { case: person } = readCase({ facts: Object.fromEntries(told) }, rulebook, { file: 'random', path: [] })
      if (!person) throw new Error('a random case could not be read')
      const law = lawOf(rulebook, asOf)
      const settled = settle(person.answers, rulebook, asOf)
      const tree = evaluate(law.program, settled.known)
      for (const [id, { step }] of law.options) {
        const own = tree[step] ?? 'unknown'
        const exact = readerOf(optionFunctions(rulebook, law, id), rulebook, person.answers, settled).status(step)
        if (!isOpen(own)) expect([id, exact]).toEqual([id, own])
        else {
          open += 1
          if (exact !== own) finer += 1
          expect(RANK[exact]).toBeLessThanOrEqual(RANK[own])
        }
      }
    }),
    { seed: 20261121, numRuns: 120 },
  )
  console.log(`of ${String(open)} outcomes that the tree leaves open on random cases, ${String(finer)} are settled or finer`)
  expect(open).toBeGreaterThan(50)
})
