import type { Day } from '../logic/day.ts'
import { parseDay } from '../logic/day.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { nearest } from '../rulebook/suggest.ts'
import type { Answer } from './answer.ts'
import { isMisfit, isObject, readAnswer } from './answer.ts'

/** What is known of a person's situation, as far as someone has said. */
export interface Case {
  /** The caseworker's own reference; empty when there is none. */
  readonly reference: string
  /** The day whose law the case itself asks for. */
  readonly asOf: Day | undefined
  readonly answers: ReadonlyMap<string, Answer>
  readonly relatives: readonly Relative[]
}

/** A family member, with the facts that differ from or add to the person's. */
export interface Relative {
  readonly reference: string
  readonly answers: ReadonlyMap<string, Answer>
}

const CASE_KEYS = ['case', 'as-of', 'facts', 'relatives', 'notice']

/** Reads a case from JSON data. Every problem is reported; a case comes back only when there is none. */
export const readCase = (data: unknown, rulebook: Pick<Rulebook, 'facts'>, where: Where): { case?: Case; problems: Problem[] } => {
  if (!isObject(data)) return { problems: [problem('not-a-case', where, { got: kindOf(data) })] }
  const problems: Problem[] = []
  const at = (...path: (string | number)[]): Where => ({ ...where, path: [...where.path, ...path] })
  for (const key of Object.keys(data)) {
    if (!CASE_KEYS.includes(key)) problems.push(unknownCaseKey(key, rulebook, at(key)))
  }
  if (!Object.hasOwn(data, 'facts')) problems.push(problem('missing-key', where, { key: 'facts' }))
  const reference = readReference(data['case'], at('case'), problems)
  const asOf = readAsOf(data['as-of'], at('as-of'), problems)
  const answers = readAnswers(data['facts'], rulebook, at('facts'), problems)
  const relatives = readRelatives(data['relatives'], rulebook, at('relatives'), problems)
  return problems.length > 0 ? { problems } : { case: { reference, asOf, answers, relatives }, problems }
}

const readReference = (value: unknown, where: Where, problems: Problem[]): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  problems.push(problem('wrong-answer', where, { expected: 'a reference of your own, as text', got: kindOf(value) }))
  return ''
}

const unknownCaseKey = (key: string, rulebook: Pick<Rulebook, 'facts'>, where: Where): Problem =>
  byId(rulebook.facts).has(key)
    ? { ...problem('unknown-key', where, { key }), help: `\`${key}\` is a fact: put it under "facts"` }
    : problem('unknown-key', where, { key, nearest: nearest(key, CASE_KEYS) })

const readAsOf = (value: unknown, where: Where, problems: Problem[]): Day | undefined => {
  if (value === undefined || value === null) return undefined
  const day = typeof value === 'string' ? parseDay(value) : undefined
  if (day === undefined)
    problems.push(problem('wrong-answer', where, { expected: 'a day such as "2026-11-21"', got: typeof value === 'string' ? value : kindOf(value) }))
  return day
}

const readAnswers = (value: unknown, rulebook: Pick<Rulebook, 'facts'>, where: Where, problems: Problem[]): Map<string, Answer> => {
  const answers = new Map<string, Answer>()
  if (value === undefined) return answers
  if (!isObject(value)) {
    problems.push(problem('wrong-answer', where, { expected: 'an object of facts', got: kindOf(value) }))
    return answers
  }
  const facts = byId(rulebook.facts)
  for (const [id, written] of Object.entries(value)) {
    const fact = facts.get(id)
    const place = { ...where, path: [...where.path, id] }
    if (!fact) {
      problems.push(problem('unknown-fact', place, { id, nearest: nearest(id, facts.keys()) }))
      continue
    }
    const answer = readAnswer(fact, written)
    if (answer === undefined) continue
    if (isMisfit(answer))
      problems.push(
        problem('wrong-answer', { ...place, path: [...place.path, ...answer.path] }, { expected: answer.expected, got: answer.got, nearest: answer.nearest }),
      )
    else answers.set(id, answer)
  }
  return answers
}

const readRelatives = (value: unknown, rulebook: Pick<Rulebook, 'facts'>, where: Where, problems: Problem[]): Relative[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    problems.push(problem('wrong-answer', where, { expected: 'a list of relatives', got: kindOf(value) }))
    return []
  }
  return value.flatMap((item: unknown, index): Relative[] => {
    const place = { ...where, path: [...where.path, index] }
    if (!isObject(item) || typeof item['ref'] !== 'string') {
      problems.push(problem('wrong-answer', place, { expected: 'a relative: { "ref": "A", "facts": { … } }', got: kindOf(item) }))
      return []
    }
    for (const key of Object.keys(item)) {
      if (key !== 'ref' && key !== 'facts')
        problems.push(problem('unknown-key', { ...place, path: [...place.path, key] }, { key, nearest: nearest(key, ['ref', 'facts']) }))
    }
    return [{ reference: item['ref'], answers: readAnswers(item['facts'], rulebook, { ...place, path: [...place.path, 'facts'] }, problems) }]
  })
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return 'a text'
  return value === undefined ? 'nothing' : `the ${typeof value} ${JSON.stringify(value)}`
}
