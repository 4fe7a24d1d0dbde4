import type { Facts } from '../assessment/example.ts'
import type { Day } from '../logic/day.ts'
import type { Amendment } from '../rulebook/amendments.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Citation } from '../rulebook/citation.ts'
import { citationText } from '../rulebook/cite.ts'
import type { Node } from '../rulebook/criterion.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isInForce } from '../rulebook/span.ts'
import { childrenOf } from '../rulebook/tree.ts'
import { label, listed } from './labels.ts'
import { nodeWords } from './phrases.ts'

/** A change in words: what it was and what it is; nothing where it only begins or only ends. */
export interface ChangeWords {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What a change of rule, parameter or note says, in words. */
export const changeWords = (amendment: Exclude<Amendment, { kind: 'citations' }>): ChangeWords => {
  switch (amendment.kind) {
    case 'whole':
      return amendment.begins ? { before: undefined, after: 'becomes law' } : { before: 'law until the day before', after: undefined }
    case 'note':
      return { before: amendment.ended, after: amendment.began }
    case 'parameter':
      return { before: amount(amendment.ended, amendment.unit), after: amount(amendment.began, amendment.unit) }
    case 'rule': {
      const { ended, began, day } = amendment
      return { before: ended && ruleInLine(ended, day - 1), after: began && ruleInLine(began, day) }
    }
  }
}

const amount = (value: number | undefined, unit: string): string | undefined => (value === undefined ? undefined : `${String(value)} ${unit}`)

/** Citations as they are written, each once. */
export const actWords = (acts: readonly Citation[], rulebook: Pick<Rulebook, 'sources'>): string[] => {
  const sources = byId(rulebook.sources)
  return [
    ...new Set(
      acts.map((citation) => {
        const source = sources.get(citation.source)
        return source ? citationText(citation, source) : citation.at
      }),
    ),
  ]
}

/** A rule in one line, as it is law on a day. A named one has its title before it. */
export const ruleInLine = (node: Node, day: Day): string => `${node.title === undefined ? '' : `${node.title}: `}${formInLine(node, day, false, true)}`

const formInLine = (node: Node, day: Day, negated: boolean, outermost: boolean): string => {
  if (!outermost && node.title !== undefined) return `${negated ? 'not ' : ''}"${node.title}"`
  if ('not' in node) return formInLine(node.not, day, !negated, outermost)
  if ('bar' in node) return formInLine(node.bar, day, !negated, outermost)
  const below = childrenOf(node).filter((child) => isInForce(child, day))
  if (below.length === 0) return nodeWords(node, negated)
  const [only] = below
  if (below.length === 1 && only) return formInLine(only, day, negated, outermost)
  if (!('all' in node) && !('any' in node)) return `${nodeWords(node, negated)} (${below.map((child) => formInLine(child, day, false, false)).join('; ')})`
  const joint = 'all' in node === negated ? 'or' : 'and'
  const text = below.map((child) => formInLine(child, day, negated, false)).join(joint === 'or' ? ', or ' : ', and ')
  return outermost ? text : `(${text})`
}

/** The facts of an example, each with its value in words. */
export const exampleWords = (facts: Facts): { fact: string; value: string }[] =>
  Object.entries(facts).map(([fact, value]) => ({ fact: label(fact), value: valueWords(value) }))

const valueWords = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return /^[\d.]/.test(value) ? daysWords(value) : label(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `only ${listed(value.map(quoted), 'and')}`
  if (typeof value !== 'object' || value === null) return String(value)
  const { yes, no, state, on } = value as { yes?: string[]; no?: string[]; state?: string; on?: string }
  const { 'at-least': from, under } = value as { 'at-least'?: number; under?: number }
  if (yes || no) return [yes ? listed(yes.map(quoted), 'and') : '', no ? `not ${listed(no.map(quoted), 'or')}` : ''].filter((part) => part !== '').join('; ')
  if (state !== undefined) return `${label(state)}${on === undefined ? '' : `, ${daysWords(on)}`}`
  if (from === undefined) return `under ${String(under)}`
  return under === undefined ? `${String(from)} or more` : `${String(from)} to ${String(under - 1)}`
}

const quoted = (member: unknown): string => `"${label(String(member))}"`

const daysWords = (text: string): string => {
  const [first = '', last] = text.split('/')
  if (last === undefined) return first
  if (first === '..') return `up to ${last}`
  return last === '..' ? `from ${first} on` : `${first} to ${last}`
}
