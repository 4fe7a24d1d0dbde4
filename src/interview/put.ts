import type { Answer, Basis } from '../assessment/answer.ts'
import { bases } from '../assessment/answer.ts'
import { parseDays } from '../logic/day.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { expectedFor, readAnswer, isMisfit } from '../assessment/answer.ts'
import type { Face, Reply } from './face.ts'
import { EXIT_NOW } from './face.ts'
import type { NextQuestion } from './next-question.ts'
import { assessed } from './open-points.ts'
import { answerFrom } from './rows.ts'
import { basisScreen, questionScreen, settlesWords, whyWords } from './screens.ts'
import type { Session } from './session.ts'

/** What came of putting a question: what was said, or what to do instead. */
export type Put = { readonly move: 'answer'; readonly said: Answer } | { readonly move: 'skip' | 'back' | 'review' | 'save' | 'pause' | 'exit' }

/** Puts one question until there is an answer to it, or something else to do. Explains it and notes its source on the way. */
export const put = async (
  next: Pick<NextQuestion, 'fact' | 'title' | 'left'>,
  number: number,
  session: Session,
  { face, rulebook }: { readonly face: Face; readonly rulebook: Rulebook },
  said?: Answer,
): Promise<Put> => {
  const { fact } = next
  let basis: Basis | undefined
  for (;;) {
    const reply = await face.question(questionScreen(next, number, session, rulebook, said))
    switch (reply.move) {
      case 'why':
        face.say(whyWords(fact, assessed(session, rulebook), rulebook))
        continue
      case 'settles':
        face.say(settlesWords(fact, assessed(session, rulebook)))
        continue
      case 'basis': {
        const chosen = await face.choice(basisScreen)
        if (chosen === EXIT_NOW) return { move: 'exit' }
        basis = bases.find((id) => id === chosen)
        continue
      }
      case 'unknown':
      case 'declined':
        return { move: 'answer', said: { said: reply.move, value: reply.move } }
      case 'answer': {
        const read = await answered(fact, reply, basis, face)
        if (read === 'exit') return { move: 'exit' }
        if (read) return { move: 'answer', said: read }
        face.say([`That could not be read. Expected ${fact.kind === 'choices' ? 'some of the list, or none of these' : expectedFor(fact)}.`])
        continue
      }
      default:
        return { move: reply.move }
    }
  }
}

const answered = async (fact: TopicFact, reply: Reply & { move: 'answer' }, basis: Basis | undefined, face: Face): Promise<Answer | 'exit' | undefined> => {
  const read = answerFrom(fact, reply, basis)
  if (fact.kind !== 'agency-act' || read?.value !== 'done') return read
  const on = await face.text('On which day was it done, as far as known? A year, month or day; empty when not known')
  if (on === undefined) return 'exit'
  if (on.trim() === '' || parseDays(on.trim()) === undefined) return read
  const dated = readAnswer(fact, { state: read.value, on: on.trim() })
  return dated === undefined || isMisfit(dated) ? read : { ...dated, ...(basis === undefined ? {} : { basis }) }
}
