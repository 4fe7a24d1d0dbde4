import type { Day } from '../logic/day.ts'
import { formatDay, formatDays, shiftDay } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import { last } from '../logic/interval.ts'
import { isOpen } from '../logic/truth.ts'
import type { LawFunctions } from '../rulebook/functions.ts'
import type { Clause, Law } from '../rulebook/in-force.ts'
import { lawOn, shiftOf } from '../rulebook/in-force.ts'
import type { WholeOption } from '../rulebook/option.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay, isInForce } from '../rulebook/span.ts'
import { factsOf } from '../rulebook/tree.ts'
import type { Answer } from './answer.ts'
import type { Case } from './case.ts'
import { wouldChange } from './changes.ts'
import { possibleChanges } from './possible-changes.ts'
import type { Change, Determination, KeyDateShown, OptionShown, WarningShown } from './determination.ts'
import { freed } from './freed.ts'
import type { OutcomeHeard } from './occasion.ts'
import { conditionsHold, isOccasion } from './occasion.ts'
import type { Outcome } from './outcome.ts'
import { isBetter, outcomeOf } from './outcome.ts'
import type { Proof } from './proof.ts'
import { prove } from './proof.ts'
import type { Reader } from './reader.ts'
import { definitionFunctions, forces, optionFunctions, outcomesOf, readerOf, vocabularyOf } from './reader.ts'
import type { Forces } from './reasons.ts'
import { smallestReason } from './reasons.ts'
import { awaitedSteps, missingFacts, mostDecisiveFirst } from './relevance.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'
import type { ProofShowing, Showing } from './shown.ts'
import { citationsShown, comparisonShown, criteriaShown } from './shown.ts'

/** A determination together with what it was read off. */
export interface Assessment {
  readonly determination: Determination
  readonly settled: Settled
  /** The exact reader behind an option or a definition in force. */
  readonly readerFor: (id: string) => Reader
  /** The proof of each option and definition in force, by id. */
  readonly proofs: ReadonlyMap<string, Proof>
}

/** What to assess: the day whose law is applied, and the options (all when not given). */
export interface Question {
  readonly asOf: Day
  readonly options?: readonly string[] | undefined
  /** The day comes from outside, not from the case: noted when the case names another. */
  readonly asOfOverrides?: boolean
  /** For which options it is told what an outcome rests on and what would change it (all when not given); for the others both are left empty. */
  readonly reasons?: 'core' | false
}

const laws = new WeakMap<Rulebook, Map<Day, Law>>()

/** The law of a day; compiled once for each rulebook and day. */
export const lawOf = (rulebook: Rulebook, asOf: Day): Law => {
  const days = laws.get(rulebook) ?? new Map<Day, Law>()
  laws.set(rulebook, days)
  const known = days.get(asOf)
  if (known) return known
  const law = lawOn(rulebook, asOf)
  days.set(asOf, law)
  return law
}

/** Assesses a case under the law of a day: every status, outcome, reason and next step, with the proofs. */
export const assess = (rulebook: Rulebook, person: Case, question: Question): Assessment => {
  const { asOf } = question
  const law = lawOf(rulebook, asOf)
  const settled = settle(person.answers, rulebook, asOf)
  const statuses = evaluate(law.program, settled.known)
  const showing: Showing = { rulebook, settled, asOf }
  const readers = new Map<string, Reader>()
  const readerFor = (id: string): Reader => {
    const name = law.options.has(id) ? id : 'definitions'
    const known = readers.get(name)
    if (known) return known
    const functions = law.options.has(id) ? optionFunctions(rulebook, law, id) : definitionFunctions(rulebook, law)
    const reader = readerOf(functions, rulebook, person.answers, settled)
    readers.set(name, reader)
    return reader
  }
  const proofOf = ([id, clause]: [string, Clause]): [string, Proof] => [id, prove(clause, statuses, (step) => readerFor(id).status(step))]
  const wanted = [...law.options].filter(([id]) => question.options?.includes(id) ?? true)
  const proofs = new Map([...law.definitions, ...wanted].map(proofOf))
  const asked = rulebook.options.filter(({ id }) => question.options?.includes(id) ?? true)
  const options = asked.map((option) => optionShown(option, proofs.get(option.id), person, law, showing, readerFor, question.reasons))
  const outcomes = new Map(options.map(({ id, outcome, quiet, tier }): [string, OutcomeHeard] => [id, { outcome, aside: quiet === true || tier !== 'core' }]))
  const told = new Set(asked.flatMap(({ id }) => [...factsRead(law.options.get(id))]))
  const determination: Determination = {
    case: person.reference,
    'as-of': formatDay(asOf),
    rulebook: { version: rulebook.about.version, digest: rulebook.digest, 'reviewed-through': rulebook.about['reviewed-through'] },
    notice: rulebook.about.notice,
    options,
    definitions: rulebook.definitions.flatMap(({ id, title = '' }) => {
      const proof = proofs.get(id)
      return proof ? [{ id, title, status: proof.status, criteria: criteriaShown(proof, proofShowing(proof, showing, readerFor(id))) }] : []
    }),
    'key-dates': keyDates(outcomes, showing),
    resources: rulebook.resources
      .filter((resource) => isOccasion(resource, outcomes, showing))
      .map(({ id, title, contact, text }) => ({ id, title, contact, ...(text === undefined ? {} : { text }) })),
    lines: rulebook.lines
      .filter((line) => isOccasion(line, outcomes, showing))
      .map((line) => ({ id: line.id, place: line.place, text: line.text, citations: citationsShown(line.cite, showing), tag: line.tag })),
    comparisons: rulebook.comparisons
      .filter((comparison) => isOccasion({ ...comparison, when: { 'all-of': comparison.options } }, outcomes, showing))
      .map((comparison) => comparisonShown(comparison, showing)),
    warnings: warnings(asked, person, question, showing),
    assumptions: settled.assumptions.filter(({ fact }) => told.has(fact)),
  }
  return { determination, settled, readerFor, proofs }
}

const read = new WeakMap<Clause, ReadonlySet<string>>()

/** Every fact that the tests beneath a clause read, through definitions too; found once for each clause. */
const factsRead = (clause: Clause | undefined): ReadonlySet<string> => {
  if (!clause) return new Set()
  const known = read.get(clause)
  if (known) return known
  const facts = new Set([...factsOf(clause.node), ...clause.children.flatMap((child) => [...factsRead(child)])])
  read.set(clause, facts)
  return facts
}

const proofShowing = (proof: Proof, showing: Showing, reader: Reader): ProofShowing => ({
  ...showing,
  reader,
  live: new Set(isOpen(proof.status) ? reader.dependsOn(proof.clause.step) : []),
})

const optionShown = (
  option: WholeOption,
  proof: Proof | undefined,
  person: Case,
  law: Law,
  showing: Showing,
  readerFor: (id: string) => Reader,
  reasons: Question['reasons'],
): OptionShown => {
  const { rulebook } = showing
  const outcome = outcomeOf(proof?.status)
  const quiet = option['raised-by'] !== undefined && !conditionsHold({ known: option['raised-by'] }, showing)
  const { id, title, group, tier } = option
  const head = { id, title, ...(group === undefined ? {} : { group }), tier, outcome, ...(quiet ? { quiet: true as const } : {}) }
  if (!proof) return { ...head, criteria: [], missing: [], declined: [], awaits: [], 'rests-on': [], 'would-change': [] }
  const whole = proofShowing(proof, showing, readerFor(option.id))
  const missing = isOpen(proof.status) ? (reasons === false ? missingFacts(proof.clause.step, whole) : mostDecisiveFirst(proof.clause.step, whole)) : []
  const hasReasons = reasons !== false && (reasons !== 'core' || tier === 'core')
  return {
    ...head,
    text: option.text,
    citations: citationsShown(option.cite, showing),
    criteria: criteriaShown(proof, whole),
    missing,
    declined: missing.filter((fact) => person.answers.get(fact)?.said === 'declined'),
    awaits: isOpen(proof.status) ? awaitedSteps(proof, whole) : [],
    'rests-on':
      !hasReasons || outcome === 'cannot-tell-yet'
        ? []
        : smallestReason(uncontested(person.answers, showing.settled), factsOrder(rulebook), forcing(option.id, proof, outcome, law, rulebook)),
    'would-change': hasReasons ? changesShown(proof, outcome, person, law, showing, whole.reader.functions, option.id) : [],
  }
}

const changesShown = (
  { clause }: Proof,
  outcome: Outcome,
  { answers }: Case,
  law: Law,
  { rulebook, settled, asOf }: Showing,
  functions: LawFunctions,
  option: string,
): Change[][] => {
  const read = new Set(functions.variables.list.map(({ fact }) => fact))
  const changes = possibleChanges(
    rulebook.facts.filter(({ id }) => read.has(id)),
    answers,
  )
  const outcomeFor = outcomesOf(rulebook, law, option)
  return wouldChange(
    outcome,
    changes,
    () => freed(functions, clause.step, rulebook, asOf, settled, answers, changes),
    (chosen) => isBetter(outcomeFor(new Map([...answers, ...chosen.map(({ fact, answer }): [string, Answer] => [fact.id, answer])])), outcome),
  )
}

const factsOrder = (rulebook: Rulebook): string[] => rulebook.facts.map(({ id }) => id)

/** The answers, with those that cannot all be so counted as unknown. */
const uncontested = (answers: ReadonlyMap<string, Answer>, { contradictions }: Settled): ReadonlyMap<string, Answer> =>
  new Map([...answers, ...contradictions.flat().map((fact): [string, Answer] => [fact, { said: 'unknown', value: 'unknown' }])])

/** Do some answers alone force the outcome of an option in every completion of the facts? */
const forcing =
  (id: string, proof: Proof, outcome: Outcome, law: Law, rulebook: Rulebook): Forces =>
  (answers) => {
    const functions = optionFunctions(rulebook, law, id)
    return forces(readerOf(functions, rulebook, answers, settle(answers, vocabularyOf(functions, rulebook), law.asOf)), proof.clause.step, outcome)
  }

const keyDates = (outcomes: ReadonlyMap<string, OutcomeHeard>, showing: Showing): KeyDateShown[] =>
  showing.rulebook['key-dates']
    .filter((keyDate) => isOccasion(keyDate, outcomes, showing))
    .flatMap((keyDate): KeyDateShown[] => {
      const knowledge = showing.settled.known(keyDate.day['day-of'])
      const days =
        knowledge.kind === 'span'
          ? knowledge.span
          : knowledge.kind === 'act' && knowledge.possible.size === 1 && knowledge.possible.has('done')
            ? knowledge.on
            : undefined
      if (!days || !Number.isFinite(days.lo) || !Number.isFinite(days.hi) || showing.settled.sources(keyDate.day['day-of']).length === 0) return []
      const shift = shiftOf(keyDate.day)
      const span = { lo: shiftDay(days.lo, shift), hi: shiftDay(last(days), shift) + 1 }
      return last(span) < showing.asOf ? [] : [{ date: formatDays(span), what: keyDate.what, citations: citationsShown(keyDate.cite, showing) }]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

const warnings = (options: readonly WholeOption[], person: Case, question: Question, showing: Showing): WarningShown[] => {
  const { about } = showing.rulebook
  const { asOf } = question
  const list: WarningShown[] = showing.settled.contradictions.map((facts) => ({
    text: about.warnings.contradiction.replace('{facts}', facts.join(', ')),
    facts,
  }))
  if (asOf > checkedDay(about['reviewed-through']))
    list.push({ text: about.warnings['beyond-review'].replace('{reviewed-through}', about['reviewed-through']) })
  if (asOf < checkedDay(about['first-day'])) list.push({ text: about.warnings['before-first-day'].replace('{first-day}', about['first-day']) })
  if (question.asOfOverrides === true && person.asOf !== undefined && person.asOf !== asOf)
    list.push({ text: about.warnings['as-of-overridden'].replace('{own}', formatDay(person.asOf)) })
  for (const option of options) {
    for (const warning of [...(option.warnings ?? []), ...(option.history ?? [])]) {
      const inForce = isInForce(warning, asOf) && (option.history?.includes(warning) === true || isInForce(option, asOf))
      if (!inForce || !conditionsHold(warning, showing)) continue
      list.push({
        text: warning.text,
        option: option.id,
        ...(warning.cite === undefined ? {} : { citations: citationsShown(warning.cite, showing) }),
        ...(warning.tag === undefined ? {} : { tag: warning.tag }),
      })
    }
  }
  return list
}
