import type { Settled } from '../assessment/settle.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { opennessOf } from '../rulebook/openness.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { factsBelow } from '../rulebook/tree.ts'
import { conditionStatus, hangsOnAssumed, openGoals } from './open-points.ts'
import { inOrder, placesOf } from './parts.ts'
import type { Session } from './session.ts'
import { isPutAside } from './session.ts'

/** Why a fact is asked: it can still change a chosen option, or it is asked for safety though no rule hangs on it. */
type Reason = 'can-matter' | 'safety'

/** A fact that may be asked now, or after others that it waits for. */
export interface Askable {
  readonly fact: TopicFact
  readonly reason: Reason
  readonly waits: boolean
  /** Its value was taken because nothing was said; together with the others of its kind it could matter. */
  readonly assumed: boolean
}

/** Every fact that may be asked in this sitting and can matter or is asked for safety, in vocabulary order. */
export const askable = (session: Session, rulebook: Rulebook): Askable[] => {
  const law = { rulebook, asOf: session.asOf }
  const points = openGoals(session, rulebook)
  const missing = new Set(points.list.flatMap((goal) => goal.missing))
  const awaited = new Set(points.list.flatMap((goal) => goal.awaited))
  const taken = new Set(points.settled.assumptions.map(({ fact }) => fact))
  const askableTaken = rulebook.facts.filter((fact) => taken.has(fact.id) && mayBeAsked(fact, session, rulebook)).map(({ id }) => id)
  const assumed = new Set(hangsOnAssumed(askableTaken, session, rulebook))
  const safety = safetyFacts(points.settled, session, rulebook)
  const reasonFor = ({ id, relevance }: TopicFact): Reason | undefined => {
    const matters = relevance === 'rules' && (missing.has(id) || awaited.has(id) || assumed.has(id))
    return matters ? 'can-matter' : safety.has(id) ? 'safety' : undefined
  }
  const found = rulebook.facts.flatMap((fact) => {
    if (!mayBeAsked(fact, session, rulebook) || points.settled.notApplicable.has(fact.id)) return []
    const reason = reasonFor(fact)
    const conditions = [fact['only-if'], rulebook.sitting?.['asked-when']?.[fact.id]].filter((condition) => condition !== undefined)
    const open = conditions.filter((condition) => conditionStatus(condition, points.settled, law) !== 'met')
    const first = open.flatMap(factsBelow)
    return reason ? [{ fact, reason, first }] : []
  })
  const lost = lostWith(found, session)
  const ids = new Set(found.map(({ fact }) => fact.id).filter((id) => !lost.has(id)))
  return found
    .filter(({ fact }) => ids.has(fact.id))
    .map(({ fact, reason, first }) => ({ fact, reason, waits: [...first, ...factorsOf(fact)].some((id) => ids.has(id)), assumed: assumed.has(fact.id) }))
}

/** What hangs on something that was left open in this sitting is not asked either: nobody is asked about a debt that is not known. */
const lostWith = (found: readonly { fact: TopicFact; first: readonly string[] }[], session: Session): ReadonlySet<string> => {
  const lost = new Set<string>()
  for (let size = -1; size < lost.size;) {
    size = lost.size
    for (const { fact, first } of found) if (first.some((id) => lost.has(id) || isPutAside(session, id))) lost.add(fact.id)
  }
  return lost
}

/** May it be put in this sitting at all? Lawyer-first facts, judgments and the parts for a lawyer need a lawyer; acts of public bodies are found out, never judged. */
export const mayBeAsked = (fact: TopicFact, session: Session, rulebook: Rulebook): boolean => {
  const place = placesOf(rulebook).get(fact.id)
  if (!place || isPutAside(session, fact.id)) return false
  if (session.leftOut.parts.includes(place.part) || (session.leftOut.hard && fact.burden === 'distressing')) return false
  const alone = session.company === 'alone'
  if (alone && (place.withLawyer || fact.recording === 'lawyer-first' || fact.kind === 'judgment')) return false
  return opennessOf(fact) !== 'agency'
}

/** Facts asked for safety in their place, and those that have to be known to tell whether one of them applies. */
const safetyFacts = (settled: Settled, session: Session, rulebook: Rulebook): Set<string> => {
  const facts = byId(rulebook.facts)
  const wanted = new Set<string>()
  for (const { fact: id, possible } of rulebook.sitting?.outside ?? []) {
    const fact = facts.get(id)
    if (!fact || settled.notApplicable.has(id) || !mayBeAsked(fact, session, rulebook)) continue
    if (possible && conditionStatus(possible, settled, { rulebook, asOf: session.asOf }) === 'not-met') continue
    wanted.add(id)
    const condition = fact['only-if']
    if (condition && conditionStatus(condition, settled, { rulebook, asOf: session.asOf }) !== 'met')
      for (const before of factsBelow(condition)) wanted.add(before)
  }
  return wanted
}

const factorsOf = (fact: TopicFact): readonly string[] => (fact.kind === 'judgment' ? [...(fact.factors ?? []), ...(fact['factors-from'] ?? [])] : [])

/** Hard facts that a rule hangs on come after everything lighter that can matter; safety has its place, and the closing questions come last. */
export const gentleFirst = (rulebook: Rulebook): ((a: Askable, b: Askable) => number) => {
  const byPlace = inOrder(rulebook)
  return (a, b) => lateness(a, rulebook) - lateness(b, rulebook) || byPlace(a.fact, b.fact)
}

/** 0 for what comes in its place, 1 for hard facts that a rule hangs on, 2 for the safety questions that close a sitting. */
export const lateness = ({ fact, reason }: Askable, rulebook: Rulebook): number => {
  if (reason === 'safety') return placesOf(rulebook).get(fact.id)?.closing === true ? 2 : 0
  return fact.burden === 'distressing' ? 1 : 0
}
