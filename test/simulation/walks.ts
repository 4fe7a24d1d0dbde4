import type { Answer } from '../../src/assessment/answer.ts'
import { aimOf, goalsOf } from '../../src/assessment/goals.ts'
import { worthOf } from '../../src/assessment/look-ahead.ts'
import type { Day } from '../../src/logic/day.ts'
import type { Askable } from '../../src/interview/askable.ts'
import { askable, gentleFirst, mayBeAsked } from '../../src/interview/askable.ts'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { hangsOnAssumed, openGoals } from '../../src/interview/open-points.ts'
import { inOrder } from '../../src/interview/parts.ts'
import { answerFrom, rowsOf } from '../../src/interview/rows.ts'
import type { Session } from '../../src/interview/session.ts'
import { answer, begin } from '../../src/interview/session.ts'
import { lawOf } from '../../src/assessment/assess.ts'
import { optionFunctions } from '../../src/assessment/reader.ts'
import { possibleValues } from '../../src/logic/variables.ts'
import { byId } from '../../src/rulebook/by-id.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import type { Truth } from './people.ts'

/** One walk through the questions with a person who answers what is so. */
export interface Walk {
  readonly asked: readonly string[]
  /** Questions that could not change any chosen option when they were put. */
  readonly idle: number
  /** Hard questions put after every chosen option was settled. */
  readonly hardAfter: number
}

/** The rulebook without the questions that are asked for safety whatever the order: they are no part of what is compared. */
export const withoutSafety = (rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  ...(rulebook.sitting ? { sitting: { ...rulebook.sitting, outside: [] } } : {}),
})

/** Says which fact is asked next; nothing at the end. */
export type Order = (session: Session, rulebook: Rulebook) => string | undefined

/** The order of the program. */
export const ours: Order = (session, rulebook) => nextQuestion(session, rulebook)?.fact.id

/** Only what can still matter, in the fixed order of a sitting: no look-ahead. */
export const pruned: Order = (session, rulebook) => {
  const open = askable(session, rulebook)
  const ready = open.filter(({ waits }) => !waits)
  const matters = ({ fact, assumed }: Askable): boolean => !assumed || hangsOnAssumed([fact.id], session, rulebook).length > 0
  return (ready.length > 0 ? ready : open).toSorted(gentleFirst(rulebook)).find(matters)?.fact.id
}

/** Look-ahead over all that may be asked, whatever its topic; hard questions still after lighter ones. What the order of topics costs. */
export const acrossTopics: Order = (session, rulebook) => {
  const open = askable(session, rulebook).filter(({ assumed }) => !assumed)
  const ready = open.filter(({ waits }) => !waits)
  const sorted = (ready.length > 0 ? ready : open).toSorted(gentleFirst(rulebook))
  const lighter = sorted.filter(({ fact }) => fact.burden !== 'distressing')
  const facts = (lighter.length > 0 ? lighter : sorted).map(({ fact }) => fact)
  const ids = new Set(open.map(({ fact }) => fact.id))
  const { list, settled } = openGoals(session, rulebook)
  const worths = facts.map(worthOf(list.map(aimOf), settled.known, (id) => ids.has(id)))
  return facts[worths.indexOf(Math.max(...worths))]?.id ?? pruned(session, rulebook)
}

/** What comes next after some answers; the same for everyone who gave them, so that it is worked out once. */
interface Step {
  readonly asks: string | undefined
  readonly idle: boolean
  readonly hardAfter: boolean
}

/** Gives walks in an order from one start, with people who say what is so of a fact, or do not know. Ages are told as bands. */
export const walker = (order: Order, start: Session, rulebook: Rulebook): ((truth: Truth) => Walk) => {
  const steps = new Map<string, Step>()
  const facts = byId(rulebook.facts)
  const law = lawOf(rulebook, start.asOf)
  const variables = [...law.options.keys()].flatMap((id) => optionFunctions(rulebook, law, id).variables.list)
  /** The same for two answers that no rule tells apart. */
  const alike = (id: string, { knowledge, value }: Answer): string => {
    const own = variables.filter(({ fact }) => fact === id)
    const paired = variables.some(({ kind, fact, ...more }) => kind === 'pair' && (fact === id || JSON.stringify(more).includes(id)))
    return paired || !knowledge ? JSON.stringify(value) : own.map((variable) => possibleValues(variable, () => knowledge)).join()
  }
  const stepFor = (session: Session): Step => {
    const asks = order(session, rulebook)
    if (asks === undefined) return { asks, idle: false, hardAfter: false }
    const { list } = openGoals(session, rulebook)
    const settled = list.every(({ missing, awaited }) => missing.length + awaited.length === 0)
    return {
      asks,
      idle: !list.some(({ missing }) => missing.includes(asks)) && hangsOnAssumed([asks], session, rulebook).length === 0,
      hardAfter: settled && facts.get(asks)?.burden === 'distressing',
    }
  }
  return (truth) => {
    const walk = { asked: new Array<string>(), idle: 0, hardAfter: 0 }
    let session = start
    let key = ''
    for (;;) {
      const step = steps.get(key) ?? stepFor(session)
      steps.set(key, step)
      const fact = facts.get(step.asks ?? '')
      if (!fact) return walk
      walk.asked.push(fact.id)
      if (step.idle) walk.idle += 1
      if (step.hardAfter) walk.hardAfter += 1
      const said = told(fact, truth, rulebook)
      session = answer(session, fact.id, said)
      key += `${fact.id} ${alike(fact.id, said)}\n`
    }
  }
}

/** What a person says to a question. */
const told = (fact: TopicFact, truth: Truth, rulebook: Rulebook): Answer => {
  const said = truth.get(fact.id) ?? { said: 'unknown', value: 'unknown' }
  if (fact.kind !== 'number' || typeof said.value !== 'number') return said
  const { value } = said
  const bands = rowsOf(fact, rulebook).flatMap(({ id }) => answerFrom(fact, { rows: [id], more: false }, undefined) ?? [])
  return bands.find(({ knowledge }) => knowledge?.kind === 'span' && knowledge.span.lo <= value && value < knowledge.span.hi) ?? said
}

/** A sitting without a lawyer, nothing told yet. */
export const sitting = (asOf: Day, options: readonly string[]): Session => begin({ asOf, dated: false, options, company: 'alone' })

/**
 * How many questions a fixed list takes: every fact that the chosen options read and that may be asked without a lawyer, in the
 * order of a sitting, each unless its condition is already known not to be met, until nothing that may be asked is open any more.
 */
export const fixedOrder = (truth: Truth, start: Session, rulebook: Rulebook): readonly string[] => {
  const list = fixedList(start, rulebook)
  const after = (count: number): { asked: readonly string[]; open: boolean } => {
    const answers = new Map(list.slice(0, count).map((id): [string, Answer] => [id, truth.get(id) ?? { said: 'unknown', value: 'unknown' }]))
    const { list: goals, settled } = goalsOf(rulebook, answers, start.asOf, start.options)
    return {
      asked: list.slice(0, count).filter((id) => !settled.notApplicable.has(id)),
      open: goals.some(({ missing }) => missing.some((id) => list.includes(id) && !answers.has(id))),
    }
  }
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (after(middle).open) low = middle + 1
    else high = middle
  }
  return after(low).asked
}

const lists = new WeakMap<Rulebook, Map<string, readonly string[]>>()

const fixedList = (start: Session, rulebook: Rulebook): readonly string[] => {
  const known = lists.get(rulebook) ?? new Map<string, readonly string[]>()
  lists.set(rulebook, known)
  const key = start.options.join()
  const law = lawOf(rulebook, start.asOf)
  const read = new Set(start.options.flatMap((id) => optionFunctions(rulebook, law, id).variables.list.map(({ fact }) => fact)))
  const made =
    known.get(key) ??
    rulebook.facts
      .filter((fact) => read.has(fact.id) && fact.relevance === 'rules' && mayBeAsked(fact, start, rulebook))
      .toSorted(inOrder(rulebook))
      .map(({ id }) => id)
  known.set(key, made)
  return made
}
