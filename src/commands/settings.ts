import type { Answer } from '../assessment/answer.ts'
import { isMisfit, readAnswer } from '../assessment/answer.ts'
import type { Setting } from '../assessment/what-if.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Fact } from '../rulebook/fact.ts'
import type { Problem } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { nearest } from '../rulebook/suggest.ts'

/** Reads `fact=value` texts, and the ids of facts to leave out. Every problem is reported, at the flag it came with. */
export const readSettings = (
  set: readonly string[],
  unset: readonly string[],
  rulebook: Pick<Rulebook, 'facts'>,
): { settings: Setting[]; problems: Problem[] } => {
  const settings = new Map<string, Setting>()
  const problems: Problem[] = []
  const facts = byId(rulebook.facts)
  const read = (flag: string, id: string, answerFor: (fact: Fact) => Answer | Problem | undefined): void => {
    const where = { file: flag, path: [] }
    const fact = facts.get(id)
    if (!fact) {
      problems.push(problem('unknown-fact', where, { id, nearest: nearest(id, facts.keys()) }))
      return
    }
    if (settings.has(id)) problems.push(problem('duplicate-key', where, { key: id }))
    const answer = answerFor(fact)
    if (answer && 'code' in answer) problems.push(answer)
    else settings.set(id, { fact: id, ...(answer ? { answer } : {}) })
  }
  for (const text of set) {
    const flag = `--set ${text}`
    const at = text.indexOf('=')
    if (at < 0) problems.push(problem('wrong-value', { file: flag, path: [] }, { reason: 'expected fact=value', got: text }))
    else read(flag, text.slice(0, at), (fact) => answerOf(fact, text.slice(at + 1), flag))
  }
  for (const id of unset) read(`--unset ${id}`, id, () => undefined)
  return { settings: [...settings.values()], problems }
}

const answerOf = (fact: Fact, text: string, flag: string): Answer | Problem => {
  const value = valueOf(fact, text)
  const answer = value === undefined ? undefined : readAnswer(fact, value)
  if (answer === undefined) return problem('wrong-value', { file: flag, path: [] }, { reason: 'expected a value, or JSON such as {"under":18}', got: text })
  if (!isMisfit(answer)) return answer
  return problem('wrong-answer', { file: flag, path: answer.path }, { expected: answer.expected, got: answer.got, nearest: answer.nearest })
}

/** The value a text on the command line stands for: JSON where it looks like it, else as the kind of the fact reads plain text. */
const valueOf = (fact: Fact, text: string): unknown => {
  if (/^[[{"]/.test(text)) return parsed(text)
  if (text === 'unknown' || text === 'declined') return text
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return text === 'true' ? true : text === 'false' ? false : text
  if (fact.kind === 'number') return /^\d+$/.test(text) ? Number(text) : text
  return fact.kind === 'choices' ? text.split(',').map((member) => member.trim()) : text
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
