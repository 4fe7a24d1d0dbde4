import type { Day } from '../logic/day.ts'
import { isOpen } from '../logic/truth.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Citation } from '../rulebook/citation.ts'
import type { Comparison } from '../rulebook/comparison.ts'
import { citationText, citationUrl } from '../rulebook/cite.ts'
import type { Note, Reading } from '../rulebook/criterion.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isInForce } from '../rulebook/span.ts'
import { factsOf } from '../rulebook/tree.ts'
import type { CitationShown, ComparisonShown, CriterionShown, NoteShown } from './determination.ts'
import type { Proof } from './proof.ts'
import { deciding } from './proof.ts'
import { missingFacts } from './relevance.ts'
import type { Variable } from '../logic/variables.ts'
import type { Reader } from './reader.ts'
import type { Settled } from './settle.ts'

/** What is needed to show a proof: the sources, the facts, what is known of them, and the day. */
export interface Showing {
  readonly rulebook: Rulebook
  readonly settled: Settled
  readonly asOf: Day
}

/** The same, with the reader of the proof that is shown, and the variables on which its root still depends. */
export interface ProofShowing extends Showing {
  readonly reader: Reader
  readonly live: ReadonlySet<Variable>
}

/** The citations in force on the day, as they are written. */
export const citationsShown = (citations: readonly Citation[] | undefined, { rulebook, asOf }: Pick<Showing, 'rulebook' | 'asOf'>): CitationShown[] =>
  (citations ?? [])
    .filter((citation) => isInForce(citation, asOf))
    .map((citation) => {
      const source = byId(rulebook.sources).get(citation.source)
      if (!source) throw new TypeError(`unknown source ${citation.source}`)
      const url = citationUrl(citation, source)
      return {
        source: citation.source,
        pinpoint: citation.at,
        text: citationText(citation, source),
        ...(url === undefined ? {} : { url }),
        ...(citation.tag === undefined ? {} : { tag: citation.tag }),
      }
    })

/** The criteria beneath a proof, as a determination shows them. What stands in a definition is shown with the definition. */
export const criteriaShown = (proof: Proof, showing: ProofShowing): CriterionShown[] => {
  if ('definition' in proof.clause.node) return []
  return proof.children.flatMap((child) => (child.clause.node.id === undefined ? criteriaShown(child, showing) : [criterionShown(child, showing)]))
}

/** One criterion and those beneath it. An open one is moot when the option no longer depends on anything in it. */
const criterionShown = (proof: Proof, showing: ProofShowing): CriterionShown => {
  const { node, step } = proof.clause
  const open = isOpen(proof.status)
  const notes = notesShown(node.note, showing)
  const readings = readingsShown(node.reading, showing)
  return {
    id: node.id ?? '',
    title: node.title ?? '',
    status: proof.status,
    'decided-by': node['decided-by'] ?? 'facts',
    text: node.text ?? '',
    because: because(proof, showing.settled),
    missing: open ? missingFacts(step, showing) : [],
    evidence: node.evidence ?? [],
    moot: open && !showing.reader.dependsOn(step).some((variable) => showing.live.has(variable)),
    citations: citationsShown(node.cite, showing),
    ...(node.tag === undefined ? {} : { tag: node.tag }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(readings.length === 0 ? {} : { readings }),
    criteria: criteriaShown(proof, showing),
  }
}

/** The answered facts behind a settled proof, in the order in which they are asked; none while it is open. */
export const because = (proof: Proof, settled: Settled): string[] => {
  const facts = new Set<string>()
  const collect = (inner: Proof): void => {
    const { node } = inner.clause
    if (inner.children.length === 0) for (const fact of factsOf(node).flatMap(settled.sources)) facts.add(fact)
    for (const child of deciding(inner)) collect(child)
  }
  if (!isOpen(proof.status)) collect(proof)
  return [...facts].toSorted()
}

const notesShown = (notes: readonly Note[] | undefined, showing: Showing): NoteShown[] =>
  (notes ?? [])
    .filter((note) => isInForce(note, showing.asOf))
    .map(({ text, tag, cite }) => ({
      text,
      ...(tag === undefined ? {} : { tag }),
      ...(cite === undefined ? {} : { citations: citationsShown(cite, showing) }),
    }))

const readingsShown = (readings: readonly Reading[] | undefined, { asOf }: Showing): { reading: string; alternative: string; authority: string }[] =>
  (readings ?? []).filter((reading) => isInForce(reading, asOf)).map(({ reading, alternative, authority }) => ({ reading, alternative, authority }))

/** A comparison with the rows that are law on the day. */
export const comparisonShown = ({ id, title, text, options, rows }: Comparison, showing: Pick<Showing, 'rulebook' | 'asOf'>): ComparisonShown => ({
  id,
  title,
  text,
  options,
  rows: rows.filter((row) => isInForce(row, showing.asOf)).map(({ aspect, cells, cite }) => ({ aspect, cells, citations: citationsShown(cite, showing) })),
})
