import type { Form, When } from '../rulebook/criterion.ts'
import type { Dated } from '../rulebook/span.ts'
import { label, listed } from './labels.ts'

/** What a node asks for, in words; `negated` turns it round. Every leaf has words, negated ones too. */
export const nodeWords = (node: Form, negated = false): string => {
  if ('all' in node) return negated ? 'not all of these' : 'all of these'
  if ('any' in node) return negated ? 'none of these' : 'any of these'
  if ('not' in node) return negated ? 'this' : 'not this'
  if ('bar' in node) return negated ? 'this bar applies' : 'no bar: not this'
  if ('at-least' in node && !('fact' in node)) return `${negated ? 'fewer than' : 'at least'} ${String(node['at-least'].count)} of these`
  if ('definition' in node) return `${negated ? 'not ' : ''}${label(node.definition)} (as defined)${lawOf(node)}`
  if ('criterion' in node) return `${negated ? 'not ' : ''}${label(node.criterion)}${lawOf(node)}`
  if ('await' in node)
    return typeof node.await === 'string' ? `${label(node.await)}: still to be done by a public body` : `${label(node.await.who)} has yet to ${node.await.what}`
  if ('act' in node) return `${label(node.act)}: ${negated ? 'not done' : 'done'}, or still to be done`
  return factWords(node, negated)
}

const lawOf = (node: { 'law-of'?: string | undefined }): string => (node['law-of'] === undefined ? '' : `, as the law stood on ${node['law-of']}`)

const factWords = (node: Extract<Form, { fact: string }>, negated: boolean): string => {
  const fact = label(node.fact)
  const no = negated ? 'not ' : ''
  if ('is' in node) return `${fact} is ${no}"${label(node.is)}"`
  if ('one-of' in node) return `${fact} is ${negated ? 'none' : 'one'} of ${listed(node['one-of'].map(quoted), 'or')}`
  if ('has' in node) {
    if (node.has === 'any') return `${fact}: ${negated ? 'none' : 'at least one'} told`
    return `${fact}: ${negated ? 'not ' : ''}${listed(node.has.map(quoted), negated ? 'and' : 'or')}`
  }
  if ('has-other-than' in node) return `${fact}: ${negated ? 'nothing' : 'something'} besides ${listed(node['has-other-than'].map(quoted), 'and')}`
  if ('under' in node) return negated ? `${fact} is ${limit(node.under)} or more` : `${fact} is under ${limit(node.under)}`
  if ('at-least' in node) return negated ? `${fact} is under ${limit(node['at-least'])}` : `${fact} is ${limit(node['at-least'])} or more`
  if ('before' in node) return `${fact} is ${negated ? 'on or after' : 'before'} ${when(node.before)}`
  if ('up-to' in node) return `${fact} is ${negated ? 'after' : 'no later than'} ${when(node['up-to'])}`
  if ('after' in node) return `${fact} is ${negated ? 'no later than' : 'after'} ${when(node.after)}`
  if ('on-or-after' in node) return `${fact} is ${negated ? 'before' : 'on or after'} ${when(node['on-or-after'])}`
  return `${fact}: ${negated ? 'no' : 'yes'}`
}

const quoted = (member: string): string => `"${label(member)}"`

const limit = (value: number | { parameter: string }): string => (typeof value === 'number' ? String(value) : label(value.parameter))

const when = (value: When): string => {
  if (typeof value === 'string') return /^\d/.test(value) ? value : label(value)
  const moved = [
    value['plus-years'] === undefined ? '' : `${String(value['plus-years'])} years`,
    value['plus-months'] === undefined ? '' : `${String(value['plus-months'])} months`,
    value['plus-days'] === undefined ? '' : `${String(value['plus-days'])} days`,
  ].filter((part) => part !== '')
  return moved.length === 0 ? `the day of ${label(value['day-of'])}` : `${moved.join(' and ')} after the day of ${label(value['day-of'])}`
}

/** When a node is law, in words; nothing when always. */
export const spanWords = (node: Dated): string => {
  const one = ({ from, until }: { from?: string | undefined; until?: string | undefined }): string =>
    from === undefined ? (until === undefined ? '' : `until ${until}`) : until === undefined ? `from ${from}` : `from ${from} until ${until}`
  return node['in-force'] ? node['in-force'].map(one).join('; ') : one(node)
}
