import { aimOf } from '../assessment/goals.ts'
import { worthOf } from '../assessment/look-ahead.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Askable } from './askable.ts'
import { askable, gentleFirst, lateness } from './askable.ts'
import { hangsOnAssumed, openGoals } from './open-points.ts'
import { placesOf, standingOf } from './parts.ts'
import type { Session } from './session.ts'

/** The next thing to ask. */
export interface NextQuestion {
  readonly fact: TopicFact
  readonly reason: Askable['reason']
  readonly part: number
  readonly title: string
  readonly hard: boolean
  /** About how many more can still matter after this one. */
  readonly left: number
}

/** What to ask next; nothing when no fact is left that can matter, or may be asked in this sitting. `only`: of these facts alone. */
export const nextQuestion = (session: Session, rulebook: Rulebook, only?: readonly string[]): NextQuestion | undefined => {
  const open = askable(session, rulebook).filter(({ fact }) => only?.includes(fact.id) ?? true)
  const ready = open.filter(({ waits }) => !waits)
  const next = mostWorth(standingFirst(ready.length > 0 ? ready : open, session, rulebook), open, session, rulebook)
  if (!next) return undefined
  const place = placesOf(rulebook).get(next.fact.id)
  return {
    fact: next.fact,
    reason: next.reason,
    part: place?.part ?? 0,
    title: place?.title ?? '',
    hard: next.fact.burden === 'distressing',
    left: open.length - 1,
  }
}

/** Of several facts the first in the order of a sitting, and all of the same standing, in that order. */
const standingFirst = (facts: readonly Askable[], session: Session, rulebook: Rulebook): Askable[] => {
  const matters = ({ fact, assumed }: Askable): boolean => !assumed || hangsOnAssumed([fact.id], session, rulebook).length > 0
  const sorted = facts.toSorted(gentleFirst(rulebook))
  const first = sorted.find(matters)
  if (!first) return []
  const standing = standingOfAskable(first, rulebook)
  return sorted.filter((one) => one === first || (standingOfAskable(one, rulebook) === standing && matters(one)))
}

const standingOfAskable = (one: Askable, rulebook: Rulebook): string => [lateness(one, rulebook), one.reason, ...standingOf(one.fact, rulebook)].join()

/** The fact whose answer leaves the fewest open points for what it costs to be asked; of equals the first. */
const mostWorth = (facts: readonly Askable[], open: readonly Askable[], session: Session, rulebook: Rulebook): Askable | undefined => {
  const [first] = facts
  if (!first || facts.length === 1) return first
  const { list, settled } = openGoals(session, rulebook)
  const counted = new Set(open.flatMap(({ fact, reason }) => (reason === 'can-matter' ? [fact.id] : [])))
  const worth = worthOf(list.map(aimOf), settled.known, (fact) => counted.has(fact))
  const worths = facts.map(({ fact }) => worth(fact))
  return facts[worths.indexOf(Math.max(...worths))]
}
