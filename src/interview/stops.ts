import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Stop } from '../rulebook/stop.ts'
import { assessed, conditionStatus } from './open-points.ts'
import type { NextQuestion } from './next-question.ts'
import { nextQuestion } from './next-question.ts'
import type { Session } from './session.ts'

/** The stop that the answers call for, the most urgent first; nothing when the questions may go on. */
export const stopDue = (session: Session, rulebook: Rulebook): Stop | undefined => {
  const { settled } = assessed(session, rulebook)
  const law = { rulebook, asOf: session.asOf }
  const holds = ({ known, 'may-be': maybe }: Stop): boolean => {
    if (known && conditionStatus(known, settled, law) === 'met') return true
    if (!maybe?.asked.every((fact) => session.told.some((told) => told.fact === fact))) return false
    return !['not-met', undefined].includes(conditionStatus(maybe.possible, settled, law))
  }
  return rulebook.stops.find((stop) => !mayGoOn(stop, session) && holds(stop))
}

/** May a sitting of these people go on in spite of the stop? */
export const mayGoOn = (stop: Stop, { company }: Pick<Session, 'company'>): boolean => company !== 'alone' && stop['goes-on-with']?.includes(company) === true

/** What is still asked before the card of a stop is shown: its facts of safety and place. */
export const lastQuestion = (stop: Stop, session: Session, rulebook: Rulebook): NextQuestion | undefined =>
  stop['ask-first'] ? nextQuestion(session, rulebook, stop['ask-first']) : undefined

/** The stops that someone in the room can call at any question. */
export const callableStops = (session: Session, rulebook: Rulebook): Stop[] =>
  rulebook.stops.filter((stop) => stop.call !== undefined && !mayGoOn(stop, session))
