import type { Day } from '../logic/day.ts'
import { formatDay, yearsBetween } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import type { Interval } from '../logic/interval.ts'
import { EVERYTHING, last } from '../logic/interval.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import { combine } from '../logic/knowledge.ts'
import type { Status } from '../logic/truth.ts'
import { anything, latest } from '../rulebook/anything.ts'
import { byId } from '../rulebook/by-id.ts'
import { factSources } from '../rulebook/fact-sources.ts'
import type { Fact, TopicFact } from '../rulebook/fact.ts'
import type { Vocabulary } from '../rulebook/in-force.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import { oneMember, otherwiseOf } from '../rulebook/otherwise.ts'
import { factsBelow } from '../rulebook/tree.ts'
import type { Answer } from './answer.ts'

/** What is known of every fact on a day, and how it came to be known. */
export interface Settled {
  readonly known: (fact: string) => Knowledge
  /** The answered facts behind what is known of a fact: itself, or what it was derived or ruled out from. */
  readonly sources: (fact: string) => readonly string[]
  /** Facts that do not apply: their condition is surely false. */
  readonly notApplicable: ReadonlySet<string>
  readonly assumptions: readonly Assumption[]
  /** Groups of answers that cannot all be so. Each fact in one counts as unknown. */
  readonly contradictions: readonly (readonly string[])[]
}

/** A value taken because a fact was simply left out. */
export interface Assumption {
  readonly fact: string
  readonly value: string | boolean
}

/** A person's answers, settled: derived values computed, facts that do not apply closed, contradictions taken out. */
export const settle = (answers: ReadonlyMap<string, Answer>, vocabulary: Vocabulary, asOf: Day): Settled => {
  const struck = new Set<string>()
  const contradictions: string[][] = []
  for (;;) {
    const round = settleRound(answers, vocabulary, asOf, struck)
    if (round.found.length === 0) return { ...round.settled, contradictions }
    for (const group of round.found) {
      contradictions.push(group)
      for (const fact of group) struck.add(fact)
    }
  }
}

interface Entry {
  readonly knowledge: Knowledge
  readonly sources: readonly string[]
}

interface Round {
  readonly answers: ReadonlyMap<string, Answer>
  readonly vocabulary: Vocabulary
  readonly asOf: Day
  readonly entries: Map<string, Entry>
  readonly notApplicable: Set<string>
  readonly assumptions: Assumption[]
  readonly found: string[][]
  readonly known: (fact: string) => Knowledge
}

const settleRound = (
  answers: ReadonlyMap<string, Answer>,
  vocabulary: Vocabulary,
  asOf: Day,
  struck: ReadonlySet<string>,
): { settled: Omit<Settled, 'contradictions'>; found: string[][] } => {
  const entries = new Map<string, Entry>()
  const known = (id: string): Knowledge => {
    const entry = entries.get(id)
    if (!entry) throw new TypeError(`unknown fact ${id}`)
    return entry.knowledge
  }
  const round: Round = { answers, vocabulary, asOf, entries, notApplicable: new Set(), assumptions: [], found: [], known }
  for (const fact of inOrder(vocabulary.facts)) {
    entries.set(fact.id, struck.has(fact.id) ? { knowledge: anything(fact, asOf), sources: [] } : entryOf(fact, round))
  }
  lowerCeilings(round)
  const sources = (id: string): readonly string[] => entries.get(id)?.sources ?? []
  const assumptions = vocabulary.facts.flatMap(({ id }) => round.assumptions.filter(({ fact }) => fact === id))
  return { settled: { known, sources, notApplicable: round.notApplicable, assumptions }, found: round.found }
}

const entryOf = (fact: Fact, round: Round): Entry => {
  const answer = round.answers.get(fact.id)
  const given = answer?.knowledge
  const own: Entry = { knowledge: given ? within(fact, given, round.asOf) : anything(fact, round.asOf), sources: given ? [fact.id] : [] }
  const condition = fact['only-if']
  if (condition && statusOn(condition, round) === 'not-met') {
    const reasons = answeredBehind(factsBelow(condition), round)
    const otherwise = otherwiseOf(fact)
    if (given && combine(given, otherwise) === undefined) round.found.push([fact.id, ...reasons])
    else round.notApplicable.add(fact.id)
    return { knowledge: otherwise, sources: reasons }
  }
  if (answer === undefined && 'assumed' in fact && fact.assumed !== undefined) return assumed(fact, fact.assumed, round)
  return derived(fact, own, round)
}

const assumed = (fact: Fact, value: string | boolean, round: Round): Entry => {
  const day = value === 'as-of'
  round.assumptions.push({ fact: fact.id, value: day ? formatDay(round.asOf) : value })
  return { knowledge: day ? { kind: 'span', span: { lo: round.asOf, hi: round.asOf + 1 } } : oneMember(fact, String(value)), sources: [] }
}

/** What was said of a fact, cut with what follows from the facts it is derived from. */
const derived = (fact: Fact, own: Entry, round: Round): Entry => {
  let entry = own
  for (const bound of boundsOf(fact, round)) {
    const both = combine(entry.knowledge, bound.knowledge)
    if (both === undefined) {
      round.found.push([...new Set([...entry.sources, ...bound.sources])])
      return entry
    }
    const learned = !sameSpan(both, entry.knowledge)
    entry = { knowledge: both, sources: learned ? [...new Set([...entry.sources, ...bound.sources])] : entry.sources }
  }
  return entry
}

const boundsOf = (fact: Fact, round: Round): Entry[] => {
  if (fact.kind !== 'number' && fact.kind !== 'date') return []
  const bounds: Entry[] = []
  const of = (id: string): Entry => round.entries.get(id) ?? { knowledge: { kind: 'span', span: EVERYTHING }, sources: [] }
  const source = fact.derived
  if (source && 'years-between' in source) {
    const [from, to] = source['years-between'].map((id) => (id === 'as-of' ? { knowledge: asOfDay(round.asOf), sources: [] } : of(id)))
    if (from && to) bounds.push({ knowledge: { kind: 'span', span: ages(spanOf(from), spanOf(to)) }, sources: [...from.sources, ...to.sources] })
  }
  if (source && 'same-as' in source && (!source.when || statusOn(source.when, round) === 'met')) {
    const same = of(source['same-as'])
    bounds.push({ knowledge: same.knowledge, sources: [...same.sources, ...(source.when ? answeredBehind(factsBelow(source.when), round) : [])] })
  }
  if (fact.kind === 'number') {
    for (const id of fact['no-less-than'] ?? []) {
      const floor = of(id)
      bounds.push({ knowledge: { kind: 'span', span: { lo: spanOf(floor).lo, hi: Infinity } }, sources: floor.sources })
    }
  }
  return bounds
}

/** What a number can never be below is, the other way round, never above it. */
const lowerCeilings = ({ vocabulary, entries }: Round): void => {
  for (const fact of inOrder(vocabulary.facts).toReversed()) {
    if (fact.kind !== 'number') continue
    const upper = entries.get(fact.id)
    for (const id of fact['no-less-than'] ?? []) {
      const lower = entries.get(id)
      if (!upper || lower?.knowledge.kind !== 'span' || spanOf(upper).hi >= lower.knowledge.span.hi) continue
      const span = { lo: lower.knowledge.span.lo, hi: spanOf(upper).hi }
      if (span.lo < span.hi) entries.set(id, { knowledge: { kind: 'span', span }, sources: [...new Set([...lower.sources, ...upper.sources])] })
    }
  }
}

/** Whole years between two spans of days: the fewest and the most there can be; none when the second surely lies before the first. */
const ages = (from: Interval, to: Interval): Interval => ({
  lo: Number.isFinite(last(from)) && Number.isFinite(to.lo) ? Math.max(0, yearsBetween(last(from), to.lo)) : 0,
  hi: Number.isFinite(from.lo) && Number.isFinite(to.hi) ? yearsBetween(from.lo, last(to)) + 1 : Infinity,
})

const spanOf = (entry: Entry): Interval => (entry.knowledge.kind === 'span' ? entry.knowledge.span : EVERYTHING)
const asOfDay = (asOf: Day): Knowledge => ({ kind: 'span', span: { lo: asOf, hi: asOf + 1 } })
const sameSpan = (a: Knowledge, b: Knowledge): boolean => a.kind === 'span' && b.kind === 'span' && a.span.lo === b.span.lo && a.span.hi === b.span.hi

const answeredBehind = (facts: readonly string[], round: Round): string[] => [...new Set(facts.flatMap((id) => round.entries.get(id)?.sources ?? []))]

const statusOn = (condition: NonNullable<Fact['only-if']>, round: Round): Status | undefined => {
  const compiled = conditionOn(round.vocabulary, condition, round.asOf)
  return compiled && evaluate(compiled.program, round.known)[compiled.clause.step]
}

/** An open end of a date that was given closes where the vocabulary closes it. */
const within = (fact: Fact, given: Knowledge, asOf: Day): Knowledge => {
  if (fact.kind !== 'date' || given.kind !== 'span' || Number.isFinite(given.span.hi)) return given
  return { kind: 'span', span: { lo: given.span.lo, hi: Math.max(latest(fact.range.to, asOf), given.span.lo) + 1 } }
}

const orders = new WeakMap<object, readonly TopicFact[]>()

/** Facts so that each comes after those on which its value depends. */
const inOrder = (facts: readonly TopicFact[]): readonly TopicFact[] => {
  const made = orders.get(facts)
  if (made) return made
  const table = byId(facts)
  const ordered = new Set<TopicFact>()
  const place = (fact: TopicFact): void => {
    if (ordered.has(fact)) return
    for (const id of factSources(fact)) {
      const source = table.get(id)
      if (source) place(source)
    }
    ordered.add(fact)
  }
  for (const fact of facts) place(fact)
  const list = [...ordered]
  orders.set(facts, list)
  return list
}
