import { assess } from '../../src/assessment/assess.ts'
import { withAnswers } from '../../src/assessment/with-answers.ts'
import { loadFixtures } from '../../src/regression/load.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, fromRoot } from '../support/rules.ts'

/** A determination as it is read back from its file. */
export type Data = Readonly<Record<string, unknown>>

/** The determination of every so-many-th example of the fixtures, as JSON data that carries its answers. */
export function* fixtureDeterminations(rulebook: Rulebook, step: number): Generator<Data> {
  const { fixtures } = loadFixtures([fromRoot('fixtures')])
  const examples = fixtures.flatMap(({ fixture, caseFacts }) => fixture.examples.map((example) => ({ ...example, facts: { ...caseFacts, ...example.facts } })))
  for (const { facts, asOf } of examples.filter((_, index) => index % step === 0)) {
    const person = caseWith(facts, rulebook)
    const { determination } = assess(rulebook, person, { asOf: checkedDay(asOf ?? rulebook.about['reviewed-through']), reasons: false })
    yield JSON.parse(JSON.stringify(withAnswers(determination, person))) as Data
  }
}
