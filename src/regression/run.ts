import type { Assessment } from '../assessment/assess.ts'
import { assess } from '../assessment/assess.ts'
import { readCase } from '../assessment/case.ts'
import type { Proof } from '../assessment/proof.ts'
import { missingFacts } from '../assessment/relevance.ts'
import { byId } from '../rulebook/by-id.ts'
import { problemText } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { nearest } from '../rulebook/suggest.ts'
import { nodesOf } from '../rulebook/tree.ts'
import { decidingLines } from '../wording/proof-lines.ts'
import type { Example, FixtureFile } from './fixture.ts'

/** One thing an example expected and did not get. */
export interface Mismatch {
  readonly what: string
  readonly expected: string
  readonly got: string
  /** The way through the proof to where it was decided. */
  readonly because: readonly string[]
}

/** How an example went. */
export interface Result {
  readonly file: string
  readonly example: Example
  readonly mismatches: readonly Mismatch[]
}

/** Runs every example of a fixture. `caseFacts` are the facts of the case file it starts from, if any; `today` is the day of an example that names none. */
export const runFixture = (fixture: FixtureFile, caseFacts: Readonly<Record<string, unknown>>, rulebook: Rulebook, today: string): Result[] =>
  fixture.examples.map((example) => ({ file: fixture.file, example, mismatches: runExample(example, caseFacts, scopeOf(fixture.file), rulebook, today) }))

/** The option or definition whose folder a fixture is in. */
export const scopeOf = (file: string): string => /^options\/([^/]+)\//.exec(file)?.[1] ?? /^definitions\/([^/]+)\.yaml$/.exec(file)?.[1] ?? ''

const runExample = (example: Example, caseFacts: Readonly<Record<string, unknown>>, scope: string, rulebook: Rulebook, today: string): Mismatch[] => {
  const { case: person, problems } = readCase({ case: 'fixture', facts: { ...caseFacts, ...example.facts } }, rulebook, example.where)
  if (!person) return problems.map((problem) => ({ what: 'the case', expected: 'a case that can be read', got: problemText(problem), because: [] }))
  const assessment = assess(rulebook, person, { asOf: checkedDay(example.asOf ?? today), reasons: false })
  return [
    ...Object.entries(example.expect).flatMap(([key, expected]) => expectation(key, expected, scope, assessment, rulebook)),
    ...missingMismatch(example, scope, assessment, rulebook),
    ...example.warnings
      .filter((text) => !assessment.determination.warnings.some((warning) => warning.text.includes(text)))
      .map((text) => absent('a warning', text)),
    ...example.lines.filter((id) => !assessment.determination.lines.some((line) => line.id === id)).map((id) => absent('a line', id)),
    ...example.noLines
      .filter((id) => assessment.determination.lines.some((line) => line.id === id))
      .map((id) => ({ what: 'a line', expected: `${id} not said`, got: 'said', because: [] })),
    ...unknownLines(example, rulebook),
    ...assessment.settled.contradictions.map((facts) => ({
      what: 'the case',
      expected: 'answers that can all be so',
      got: `a contradiction between ${facts.join(', ')}`,
      because: [],
    })),
  ]
}

/** A line that no longer exists would never be said: it is a mistake of the fixture. */
const unknownLines = (example: Example, rulebook: Rulebook): Mismatch[] =>
  [...example.lines, ...example.noLines]
    .filter((id) => !byId(rulebook.lines).has(id))
    .map((id) => ({ what: 'a line', expected: id, got: 'no such line', because: [] }))

const absent = (what: string, text: string): Mismatch => ({ what, expected: text, got: 'nothing of the kind', because: [] })

const expectation = (key: string, expected: string, scope: string, assessment: Assessment, rulebook: Rulebook): Mismatch[] => {
  const outcome = assessment.determination.options.find(({ id }) => id === key)?.outcome
  if (outcome !== undefined) {
    const proof = assessment.proofs.get(key)
    return outcome === expected ? [] : [{ what: key, expected, got: outcome, because: proof ? decidingLines(proof) : [] }]
  }
  const [owner, id] = key.includes('/') ? (key.split('/') as [string, string]) : [scope, key]
  if (!isKnown(owner, id, rulebook)) {
    const near = nearest(id, idsOf(owner, rulebook))
    return [{ what: key, expected, got: `no such criterion, definition or option${near === undefined ? '' : `; did you mean \`${near}\`?`}`, because: [] }]
  }
  const root = assessment.proofs.get(owner)
  const proof = (root && findById(root, id)) ?? (key.includes('/') || idsOf(owner, rulebook).includes(id) ? undefined : assessment.proofs.get(id))
  const got = proof?.status ?? 'absent'
  return got === expected ? [] : [{ what: key, expected, got, because: proof ? decidingLines(proof) : [] }]
}

const idsOf = (owner: string, rulebook: Rulebook): string[] => {
  const option = byId(rulebook.options).get(owner)
  const definition = byId(rulebook.definitions).get(owner)
  const roots = [...(option ? [option.criteria, ...option.parts] : []), ...(definition ? [definition] : [])]
  return roots.flatMap((root) => [...nodesOf(root)].flatMap(({ id }) => (id === undefined ? [] : [id])))
}

const isKnown = (owner: string, id: string, rulebook: Rulebook): boolean => idsOf(owner, rulebook).includes(id) || byId(rulebook.definitions).has(id)

const findById = (proof: Proof, id: string): Proof | undefined => {
  if (proof.clause.node.id === id) return proof
  for (const child of proof.children) {
    const found = findById(child, id)
    if (found) return found
  }
  return undefined
}

const missingMismatch = (example: Example, scope: string, assessment: Assessment, rulebook: Rulebook): Mismatch[] => {
  const proof = assessment.proofs.get(scope)
  if (!example.missing) return []
  const got = proof ? missingFacts(proof.clause.step, { rulebook, settled: assessment.settled, reader: assessment.readerFor(scope) }).toSorted() : []
  const expected = example.missing.toSorted()
  return got.join() === expected.join()
    ? []
    : [{ what: 'missing', expected: expected.join(', '), got: got.join(', '), because: proof ? decidingLines(proof) : [] }]
}
