import { readCase } from '../assessment/case.ts'
import { statusUnder } from '../assessment/standing.ts'
import type { Day } from '../logic/day.ts'
import type { Status } from '../logic/truth.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Subject } from '../rulebook/subject.ts'
import type { Example } from './fixture.ts'
import type { LoadedFixture } from './load.ts'
import { scopeOf } from './run.ts'

/** A fixture whose case comes out differently under the law of two days; undefined on a day on which the rule is not law. */
export interface Flip {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly before: Status | undefined
  readonly after: Status | undefined
}

/** The cases of fixtures that bear on a rule: how many there are, and which come out differently on two days. */
export interface Flips {
  readonly cases: number
  readonly flips: readonly Flip[]
}

/** Looks at every case of the fixtures that bear on a rule, whatever day its fixture is about; the same facts are looked at once. */
export const flipsOf = (fixtures: readonly LoadedFixture[], subject: Subject, rulebook: Rulebook, from: Day, to: Day): Flips => {
  const seen = new Set<string>()
  const flips: Flip[] = []
  for (const { fixture, caseFacts } of fixtures) {
    for (const example of fixture.examples) {
      if (!bearsOn(example, fixture.file, subject)) continue
      const facts = { ...caseFacts, ...example.facts }
      const key = JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      const { case: person } = seen.has(key) ? {} : readCase({ facts }, rulebook, example.where)
      seen.add(key)
      if (!person) continue
      const [before, after] = [statusUnder(rulebook, person, subject, from), statusUnder(rulebook, person, subject, to)]
      if (before !== after) flips.push({ name: example.name, file: example.where.file, line: example.where.line ?? 1, before, after })
    }
  }
  return { cases: seen.size, flips }
}

const bearsOn = ({ expect }: Example, file: string, { owner }: Subject): boolean =>
  scopeOf(file) === owner || Object.keys(expect).some((key) => key === owner || key.startsWith(`${owner}/`))
