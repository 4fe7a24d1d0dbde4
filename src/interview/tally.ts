import type { Rulebook } from '../rulebook/rulebook.ts'
import type { NextQuestion } from './next-question.ts'
import { assessed, hangsOnAssumed } from './open-points.ts'
import type { Session } from './session.ts'

/** Which questions were put in a sitting, and which of them could not have changed any chosen option. */
export interface Tally {
  readonly asked: readonly string[]
  readonly safety: readonly string[]
  readonly lawyerFirst: readonly string[]
  /** Asked although neither safety nor any chosen option hung on them: always empty. */
  readonly idle: readonly string[]
}

export const NOTHING_ASKED: Tally = { asked: [], safety: [], lawyerFirst: [], idle: [] }

/** The tally with one more question, held against the full assessment at the moment at which it is put. */
export const counted = (tally: Tally, next: NextQuestion, session: Session, rulebook: Rulebook): Tally => {
  const { id, recording } = next.fact
  if (tally.asked.includes(id)) return tally
  const idle = next.reason !== 'safety' && !canChange(id, session, rulebook)
  return {
    asked: [...tally.asked, id],
    safety: next.reason === 'safety' ? [...tally.safety, id] : tally.safety,
    lawyerFirst: recording === 'lawyer-first' ? [...tally.lawyerFirst, id] : tally.lawyerFirst,
    idle: idle ? [...tally.idle, id] : tally.idle,
  }
}

/** One line on the questions of a sitting. */
export const tallyLine = ({ asked, safety, lawyerFirst, idle }: Tally, rulebook: Pick<Rulebook, 'facts'>): string =>
  `${String(asked.length)} of ${String(rulebook.facts.length)} facts were asked about, ${String(safety.length)} of them for safety; ` +
  `${String(idle.length)} of the others could not change any chosen option; ${String(lawyerFirst.length)} were for a lawyer only.`

/** Does an option wait for the fact, or would one if its assumed value were open? */
const canChange = (id: string, session: Session, rulebook: Rulebook): boolean =>
  assessed(session, rulebook).determination.options.some(({ missing, awaits }) => missing.includes(id) || awaits.some(({ fact }) => fact === id)) ||
  hangsOnAssumed([id], session, rulebook).length > 0
