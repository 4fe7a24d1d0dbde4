import type { Answer } from '../assessment/answer.ts'
import { readAnswer, isMisfit } from '../assessment/answer.ts'
import type { CriterionShown, Determination } from '../assessment/determination.ts'
import type { Goals } from '../assessment/goals.ts'
import { goalsOf } from '../assessment/goals.ts'
import type { Prospect, QuestionGroup, Questions, QuestionShown, Standing } from '../assessment/questions.ts'
import { formatDays } from '../logic/day.ts'
import type { Interval } from '../logic/interval.ts'
import { intersect, isEmpty } from '../logic/interval.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Askable } from './askable.ts'
import { askable, gentleFirst } from './askable.ts'
import { nextQuestion } from './next-question.ts'
import { assessed, openGoals } from './open-points.ts'
import { placesOf } from './parts.ts'
import { answerFrom, rowsOf } from './rows.ts'
import { criteriaOn } from './screens.ts'
import type { Session } from './session.ts'
import { answersOf } from './session.ts'

/**
 * The questions of a sitting without a lawyer, in the order of asking if nothing were answered: the next one first, then by
 * topic. The first `detailed` of those that can matter say what each answer would leave. What only a lawyer asks stands apart.
 */
export const questionList = (session: Session, rulebook: Rulebook, detailed: number): Questions => {
  const { determination } = assessed(session, rulebook)
  const goals = openGoals(session, rulebook)
  const own = inTurn(session, rulebook)
  const ids = new Set(own.map(({ fact }) => fact.id))
  const withLawyer = askable({ ...session, company: 'lawyer' }, rulebook)
    .filter(({ fact }) => !ids.has(fact.id))
    .toSorted(gentleFirst(rulebook))
  const shown = (one: Askable): QuestionShown => ({
    fact: one.fact.id,
    question: one.fact.question,
    burden: one.fact.burden,
    reason: one.reason,
    waits: one.waits,
    criteria: waitingFor(one.fact, determination),
  })
  const first = new Set(own.filter(({ reason }) => reason === 'can-matter').slice(0, detailed))
  const listed = own.map((one) => ({
    one,
    shown: first.has(one) ? { ...shown(one), prospects: prospectsOf(one.fact, goals, session, rulebook) } : shown(one),
  }))
  return {
    case: determination.case,
    'as-of': determination['as-of'],
    options: determination.options.map(({ id, title, outcome, missing }) => ({ option: id, title, outcome, open: missing.length })),
    next: byTopic(listed, rulebook),
    'with-a-lawyer': byTopic(
      withLawyer.map((one) => ({ one, shown: shown(one) })),
      rulebook,
    ),
  }
}

/** What may be asked: the next question, and the others after it, those that wait for others last in their topic. */
const inTurn = (session: Session, rulebook: Rulebook): Askable[] => {
  const next = nextQuestion(session, rulebook)
  const rest = askable(session, rulebook).toSorted(gentleFirst(rulebook))
  const first = rest.filter(({ fact }) => fact.id === next?.fact.id)
  return next ? [...first, ...rest.filter((one) => !first.includes(one))] : []
}

/** Neighbours of one topic together. */
const byTopic = (list: readonly { readonly one: Askable; readonly shown: QuestionShown }[], rulebook: Rulebook): QuestionGroup[] => {
  const groups: { title: string; questions: QuestionShown[] }[] = []
  for (const { one, shown } of list) {
    const title = placesOf(rulebook).get(one.fact.id)?.title ?? ''
    const last = groups.at(-1)
    if (last?.title === title) last.questions.push(shown)
    else groups.push({ title, questions: [shown] })
  }
  return groups
}

const waitingFor = (fact: TopicFact, { options }: Determination): QuestionShown['criteria'] =>
  options.flatMap((option) => {
    const awaited = new Set(option.awaits.flatMap((step) => (step.fact === fact.id ? [step.criterion] : [])))
    const open = new Map(criteriaOn(fact.id, option.criteria).map(({ id, title }) => [id, title]))
    const named = open.size > 0 ? [...open] : [...awaited].map((id): [string, string] => [id, titleOf(id, option.criteria)])
    return named.map(([id, title]) => ({ id: `${option.id}/${id}`, title }))
  })

const titleOf = (id: string, criteria: readonly CriterionShown[]): string => {
  const left = [...criteria]
  for (let one = left.pop(); one; one = left.pop()) {
    if (one.id === id) return one.title
    left.push(...one.criteria)
  }
  return id
}

/** What each possible answer would leave of the options; answers that leave the same stand together. */
const prospectsOf = (fact: TopicFact, goals: Goals, session: Session, rulebook: Rulebook): Prospect[] => {
  const alike = new Map<string, { answers: string[]; options: readonly Standing[] }>()
  for (const { label, said } of possibleAnswers(fact, goals, rulebook)) {
    const after = goalsOf(rulebook, new Map([...answersOf(session), [fact.id, said]]), session.asOf, session.options)
    if (after.settled.contradictions.length > goals.settled.contradictions.length) continue
    const options = after.list.map(({ option, outcome, missing }) => ({ option, outcome, open: missing.length }))
    const key = JSON.stringify(options)
    const known = alike.get(key)
    if (known) known.answers.push(label)
    else alike.set(key, { answers: [label], options })
  }
  return [...alike.values()]
}

/** The answers that can be chosen, of a list each alone; of a date the spans between the days that a rule tests. */
const possibleAnswers = (fact: TopicFact, goals: Goals, rulebook: Rulebook): { label: string; said: Answer }[] => {
  if (fact.kind === 'date')
    return spansOf(fact, goals).flatMap((span) => {
      const read = readAnswer(fact, formatDays(span))
      return read === undefined || isMisfit(read) ? [] : [{ label: formatDays(span), said: read }]
    })
  return rowsOf(fact, rulebook).flatMap(({ id, label }) => {
    const said = answerFrom(fact, { rows: [id], more: false }, undefined)
    return said ? [{ label, said }] : []
  })
}

/** What is left of a date, cut at every day that a rule tests. */
const spansOf = (fact: TopicFact, { list, settled }: Goals): Interval[] => {
  const known = settled.known(fact.id)
  if (known.kind !== 'span') return []
  const cells = list.flatMap(({ reader }) =>
    reader.functions.variables.list.flatMap((variable) => (variable.kind === 'cells' && variable.fact === fact.id ? variable.cells : [])),
  )
  const days = [...new Set(cells.flatMap(({ lo, hi }) => [lo, hi]))].filter(Number.isFinite).toSorted((a, b) => a - b)
  return [-Infinity, ...days].map((lo, index) => intersect({ lo, hi: days[index] ?? Infinity }, known.span)).filter((span) => !isEmpty(span))
}
