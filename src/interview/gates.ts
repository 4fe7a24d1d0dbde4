import type { Gate } from '../rulebook/gate.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Company } from './session.ts'

/** What has passed since the last pause. */
export interface SincePause {
  readonly minutes: number
  readonly questions: number
  /** The last answer was to a hard question. */
  readonly hard: boolean
}

/** The gates of a moment of the sitting, for the people in it, in order. */
export const gatesAt = (at: Gate['at'], company: Company, rulebook: Pick<Rulebook, 'gates'>): Gate[] =>
  rulebook.gates.filter((gate) => gate.at === at && (gate.company?.includes(company) ?? true))

/** The pause that is due. */
export const pauseDue = (since: SincePause, company: Company, rulebook: Pick<Rulebook, 'gates'>): Gate | undefined =>
  gatesAt('breath', company, rulebook).find(
    ({ after }) => after && (since.minutes >= after.minutes || since.questions >= after.questions || (after.hard === true && since.hard)),
  )
