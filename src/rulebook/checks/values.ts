import { parseDay } from '../../logic/day.ts'
import { byId } from '../by-id.ts'
import type { Node, When } from '../criterion.ts'
import type { Fact, TopicFact } from '../fact.ts'
import { membersOf } from '../openness.ts'
import type { Rulebook } from '../rulebook.ts'
import { nearest } from '../suggest.ts'
import type { Check, Report } from './check.ts'
import type { Place } from './walk.ts'
import { rootsOf, topicsOf, visits } from './walk.ts'

/** What is held against something, counted from it or put in its place is of the right kind: else the rule would never work. */
export const values: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook)) for (const { node, place } of visits(root)) checkNode(rulebook, node, place, report)
  for (const [topic, list] of topicsOf(rulebook)) {
    for (const [index, fact] of list.entries()) checkFact(rulebook, fact, { file: `facts/${topic}.yaml`, path: ['facts', index] }, report)
  }
  for (const { id, day } of rulebook['key-dates']) {
    const place = { file: `key-dates/${id}.yaml`, path: ['day', 'day-of'] }
    const facts = byId(rulebook.facts)
    if (facts.has(day['day-of'])) ofKind(rulebook, day['day-of'], DAYS, place, report)
    else report('unknown-id', place, { kind: 'fact', id: day['day-of'], nearest: nearest(day['day-of'], facts.keys()) })
  }
}

/** Facts that have a day: a date, and an act of a public body, which was done on one. */
const DAYS: readonly Fact['kind'][] = ['date', 'agency-act']

const checkNode = (rulebook: Rulebook, node: Node, place: Place, report: Report): void => {
  const [key, when] = whenOf(node)
  if (typeof when === 'object') ofKind(rulebook, when['day-of'], DAYS, below(place, key), report)
  else if (when !== undefined && parseDay(when) === undefined) ofKind(rulebook, when, DAYS, below(place, key), report)
  if ('at-least' in node && !('fact' in node)) {
    const { count, of } = node['at-least']
    if (count > of.length)
      report('wrong-value', below(place, 'at-least', 'count'), { reason: `expected no more than the ${String(of.length)} under of`, got: String(count) })
  }
}

/** What a date is held against, with its key. */
const whenOf = (node: Node): [key: string, when: When | undefined] => {
  if ('before' in node) return ['before', node.before]
  if ('up-to' in node) return ['up-to', node['up-to']]
  if ('after' in node) return ['after', node.after]
  return ['on-or-after', 'on-or-after' in node ? node['on-or-after'] : undefined]
}

/** What stands in for a fact is one of its values, and what it is counted from or held against can be counted or held so. */
const checkFact = (rulebook: Rulebook, fact: TopicFact, place: Place, report: Report): void => {
  for (const key of ['otherwise', 'assumed'] as const) {
    const value: unknown = key in fact ? (fact as Readonly<Record<string, unknown>>)[key] : undefined
    const members = membersOf(fact)
    for (const member of [value].flat()) {
      if (typeof member === 'string' && members.length > 0 && !members.includes(member))
        report('unknown-id', below(place, key), { kind: `member of \`${fact.id}\``, id: member, nearest: nearest(member, members) })
    }
  }
  if ('no-less-than' in fact) for (const id of fact['no-less-than'] ?? []) ofKind(rulebook, id, [fact.kind], below(place, 'no-less-than'), report)
  if (!('derived' in fact) || !fact.derived) return
  if ('same-as' in fact.derived) ofKind(rulebook, fact.derived['same-as'], [fact.kind], below(place, 'derived'), report)
  else for (const id of fact.derived['years-between']) ofKind(rulebook, id, ['date'], below(place, 'derived'), report)
}

const below = ({ file, path }: Place, ...keys: readonly string[]): Place => ({ file, path: [...path, ...keys] })

/** A fact that exists has to be of one of some kinds; one that does not is told elsewhere. */
const ofKind = (rulebook: Rulebook, id: string, kinds: readonly Fact['kind'][], place: Place, report: Report): void => {
  const fact = byId(rulebook.facts).get(id)
  if (fact && !kinds.includes(fact.kind))
    report('wrong-value', place, { reason: `expected a fact of the kind ${kinds.join(' or ')}, not ${fact.kind}`, got: id })
}
