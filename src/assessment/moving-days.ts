import type { Day } from '../logic/day.ts'
import { formatDays } from '../logic/day.ts'
import type { Known } from '../logic/evaluate.ts'
import { truthOf } from '../logic/evaluate.ts'
import type { Test } from '../logic/expression.ts'
import type { Interval } from '../logic/interval.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { factSources } from '../rulebook/fact-sources.ts'
import type { Law } from '../rulebook/in-force.ts'
import { conditionOn } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'

/**
 * The days after the first of a span on which what is known of a case moves by itself, as far as a rule can see: birthdays,
 * open ends of dates that pass a limit, dates that count as the day of the law. The law is the same on all days of the span.
 * Every day is looked at, so that no argument about calendars is needed. Only facts that hang together with a date are settled
 * anew: what is known of the others is the same every day.
 */
export const movingDays = (rulebook: Rulebook, law: Law, answers: ReadonlyMap<string, Answer>, span: Interval): Day[] => {
  const moving = movingFacts(rulebook)
  const sees = seenOf(rulebook, law, moving, settle(answers, rulebook, span.lo).known)
  const vocabulary = { ...rulebook, facts: moving }
  const days: Day[] = []
  let before: string | undefined
  for (let day = span.lo; day < span.hi; day += 1) {
    const seen = sees(settle(answers, vocabulary, day))
    if (before !== undefined && seen !== before) days.push(day)
    before = seen
  }
  return days
}

/** A number or date of a case that another day makes another one, as text: `17`, `2001-05-04/2003-01-31`. */
export interface MovedFact {
  readonly fact: string
  readonly before: string
  readonly after: string
  /** Nothing was said of it: it counts as the day itself. */
  readonly assumed?: true
}

/** What a day makes of a case by itself. */
export interface Moved {
  readonly facts: readonly MovedFact[]
  /** Groups of answers that could not all be so until this day, and that cannot all be so from this day on. */
  readonly contradictions: { readonly ended: readonly (readonly string[])[]; readonly begun: readonly (readonly string[])[] }
}

/** What a law sees differently on a day than on the day before: ages and dates, of those `read`, that were told or assumed. */
export const movedOn = (rulebook: Rulebook, law: Law, answers: ReadonlyMap<string, Answer>, day: Day, read: ReadonlySet<string>): Moved => {
  const [before, after] = [settle(answers, rulebook, day - 1), settle(answers, rulebook, day)]
  const struck = new Set([...before.contradictions, ...after.contradictions].flat())
  const assumed = new Set(after.assumptions.map(({ fact }) => fact))
  const facts = movingFacts(rulebook).flatMap((fact): MovedFact[] => {
    const sources = after.sources(fact.id)
    if (!read.has(fact.id) || [fact.id, ...sources].some((id) => struck.has(id)) || !(assumed.has(fact.id) || sources.length > 0)) return []
    const [had, has] = [before.known(fact.id), after.known(fact.id)]
    if (had.kind !== 'span' || has.kind !== 'span') return []
    const sees = seenOf(rulebook, law, [fact], after.known)
    if (sees(before) === sees(after)) return []
    const text = fact.kind === 'date' ? formatDays : numbersText
    return [{ fact: fact.id, before: text(had.span), after: text(has.span), ...(assumed.has(fact.id) ? { assumed: true as const } : {}) }]
  })
  return { facts, contradictions: { ended: without(before.contradictions, after.contradictions), begun: without(after.contradictions, before.contradictions) } }
}

/** Groups that are not among others, whatever their order; each once. */
const without = (groups: readonly (readonly string[])[], others: readonly (readonly string[])[]): (readonly string[])[] => {
  const key = (group: readonly string[]): string => group.toSorted().join(' ')
  const told = new Set(others.map(key))
  return groups.filter((group) => {
    const fresh = !told.has(key(group))
    told.add(key(group))
    return fresh
  })
}

const numbersText = ({ lo, hi }: Interval): string =>
  hi - lo === 1 ? String(lo) : Number.isFinite(hi) ? `${String(lo)} to ${String(hi - 1)}` : `${String(lo)} or more`

const found = new WeakMap<readonly TopicFact[], readonly TopicFact[]>()

/** Every fact that hangs together with a date: through conditions, derivations and bounds, in either direction. */
const movingFacts = ({ facts }: Pick<Rulebook, 'facts'>): readonly TopicFact[] => {
  const known = found.get(facts)
  if (known) return known
  const beside = new Map<string, string[]>(facts.map(({ id }) => [id, []]))
  for (const fact of facts) {
    for (const source of factSources(fact)) {
      beside.get(fact.id)?.push(source)
      beside.get(source)?.push(fact.id)
    }
  }
  const reached = new Set<string>()
  const left = facts.filter(({ kind }) => kind === 'date').map(({ id }) => id)
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    left.push(...(beside.get(id) ?? []))
  }
  const moving = facts.filter(({ id }) => reached.has(id))
  found.set(facts, moving)
  return moving
}

/**
 * Gives, as a text, everything in what is known of moving facts that a status can hang on. A date is known by the tests that it
 * passes, fails or leaves open: which of the days between two limits it is, no rule can tell.
 */
const seenOf = (rulebook: Rulebook, law: Law, moving: readonly TopicFact[], rest: Known): ((settled: Settled) => string) => {
  const [dates, others] = [new Set<string>(), new Set<string>()]
  for (const { id, kind } of moving) (kind === 'date' ? dates : others).add(id)
  const tests = testsRead(rulebook, law).filter((test) => factsIn(test).some((id) => dates.has(id)))
  return ({ known, contradictions }) => {
    const all: Known = (id) => (dates.has(id) || others.has(id) ? known(id) : rest(id))
    return [
      contradictions.map((group) => group.join('+')).join(' '),
      [...others].map((id) => knowledgeText(known(id))).join(' '),
      tests.map((test) => truthOf(test, all)).join(' '),
    ].join('; ')
  }
}

/** The tests of a law, and those of the conditions of facts on its day. */
const testsRead = (rulebook: Rulebook, law: Law): Test[] => [
  ...law.program.tests,
  ...rulebook.facts.flatMap((fact) => (fact['only-if'] ? (conditionOn(rulebook, fact['only-if'], law.asOf)?.program.tests ?? []) : [])),
]

const factsIn = (test: Test): string[] => [test.fact, ...(test.kind === 'before' && 'dayOf' in test.bound ? [test.bound.dayOf] : [])]

const knowledgeText = (knowledge: Knowledge): string => {
  switch (knowledge.kind) {
    case 'one':
      return [...knowledge.possible].join('|')
    case 'many':
      return `${[...knowledge.yes].join('|')}/${[...knowledge.no].join('|')}`
    case 'span':
      return `${String(knowledge.span.lo)}..${String(knowledge.span.hi)}`
    case 'act':
      return `${[...knowledge.possible].join('|')} ${String(knowledge.on.lo)}..${String(knowledge.on.hi)}`
  }
}
