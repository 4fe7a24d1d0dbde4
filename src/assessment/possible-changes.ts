import type { TopicFact } from '../rulebook/fact.ts'
import { opennessOf } from '../rulebook/openness.ts'
import type { Answer } from './answer.ts'
import { isMisfit, readAnswer } from './answer.ts'
import type { Change } from './determination.ts'

/** Something that could be recorded or done, as an answer. */
export interface PossibleChange {
  readonly fact: TopicFact
  readonly change: Change
  readonly answer: Answer
}

/** What could be recorded or done for some facts, other than what is said of them now, in their order. */
export const possibleChanges = (facts: readonly TopicFact[], answers: ReadonlyMap<string, Answer>): PossibleChange[] =>
  facts.flatMap((fact) =>
    changesOf(fact, answers.get(fact.id)).flatMap((change) => {
      const answer = readAnswer(fact, change.to)
      return answer && !isMisfit(answer) ? [{ fact, change, answer }] : []
    }),
  )

const changesOf = (fact: TopicFact, answer: Answer | undefined): Change[] => {
  if (fact['next-step'] === undefined) return []
  if (fact.kind === 'agency-act') return isDone(answer) ? [] : [{ fact: fact.id, to: 'done' }]
  if (opennessOf(fact) === 'unknown' && answer?.said !== 'answered' && !(answer === undefined && 'assumed' in fact && fact.assumed !== undefined)) return []
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return [true, false].filter((to) => answer?.value !== to).map((to) => ({ fact: fact.id, to }))
  if (fact.kind === 'choice') return fact.members.filter((to) => answer?.value !== to).map((to) => ({ fact: fact.id, to }))
  return fact.kind === 'choices' ? fact.members.map((member) => ({ fact: fact.id, to: [member] })) : []
}

const isDone = (answer: Answer | undefined): boolean =>
  answer?.knowledge?.kind === 'act' && answer.knowledge.possible.size === 1 && answer.knowledge.possible.has('done')
