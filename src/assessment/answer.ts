import { formatDays, parseDays } from '../logic/day.ts'
import { EVERYTHING } from '../logic/interval.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import type { Fact } from '../rulebook/fact.ts'
import { membersOf } from '../rulebook/openness.ts'
import { checkedDay } from '../rulebook/span.ts'
import { nearest } from '../rulebook/suggest.ts'

/** Who said it, or which kind of paper shows it. */
export const bases = ['person', 'document', 'professional', 'authority', 'other-person'] as const
export type Basis = (typeof bases)[number]

/** What a case says of one fact. `said` tells an answer from "nobody knows yet" and "prefers not to say". */
export interface Answer {
  readonly said: 'answered' | 'unknown' | 'declined'
  /** Only when answered. */
  readonly knowledge?: Knowledge
  /** The value as it was written. */
  readonly value: unknown
  readonly basis?: Basis
  readonly recorded?: string
}

/** Why a value is no answer to a fact. */
export interface Misfit {
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly got: string
  readonly nearest?: string | undefined
}

/** Reads the value of a fact in a case file; undefined for `null`, which says nothing. */
export const readAnswer = (fact: Fact, value: unknown): Answer | Misfit | undefined => {
  if (value === null || value === undefined) return undefined
  if (value === 'unknown' || value === 'declined') return { said: value, value }
  if (isObject(value) && Object.hasOwn(value, 'value')) return wrapped(fact, value)
  const knowledge = readKnowledge(fact, value)
  return 'kind' in knowledge ? { said: 'answered', knowledge, value } : knowledge
}

/** Is it a misfit, not an answer? */
export const isMisfit = (result: Answer | Misfit): result is Misfit => 'expected' in result

/** What the kind of a fact may be answered with, in words for a message. */
export const expectedFor = (fact: Fact): string => {
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return 'true, false, "unknown" or "declined"'
    case 'choice':
      return `one of ${shortList(fact.members)}`
    case 'choices':
      return `a list of ${shortList(fact.members)}, or { "yes": […], "no": […] }`
    case 'number':
      return `a whole number of ${fact.range.unit} from ${String(fact.range.from)} to ${String(fact.range.to)}, or { "at-least": n, "under": n }`
    case 'date':
      return `a date such as "2019-05-04", "2019-05", "2019", "2001/2004" or "../2000-10-27", from ${fact.range.from} on`
    case 'agency-act':
      return `one of ${shortList(fact.members)}, or { "state": "done", "on": "2026-04" }`
  }
}

const wrapped = (fact: Fact, wrapper: Record<string, unknown>): Answer | Misfit | undefined => {
  for (const key of Object.keys(wrapper)) {
    if (!['value', 'basis', 'recorded'].includes(key))
      return { path: [key], expected: 'only the keys value, basis, recorded', got: key, nearest: nearest(key, ['value', 'basis', 'recorded']) }
  }
  const { basis, recorded } = wrapper
  if (basis !== undefined && !bases.includes(basis as Basis))
    return { path: ['basis'], expected: `one of ${bases.join(', ')}`, got: show(basis), nearest: nearest(show(basis), bases) }
  if (recorded !== undefined && (typeof recorded !== 'string' || !isWholeDay(recorded)))
    return { path: ['recorded'], expected: 'a day such as "2026-11-02"', got: show(recorded) }
  if (isObject(wrapper['value']) && Object.hasOwn(wrapper['value'], 'value'))
    return { path: ['value'], expected: expectedFor(fact), got: show(wrapper['value']) }
  const inner = readAnswer(fact, wrapper['value'])
  if (inner === undefined) return undefined
  if (isMisfit(inner)) return { ...inner, path: ['value', ...inner.path] }
  return { ...inner, ...(basis === undefined ? {} : { basis: basis as Basis }), ...(recorded === undefined ? {} : { recorded }) }
}

const isWholeDay = (text: string): boolean => {
  const days = parseDays(text)
  return days !== undefined && days.hi - days.lo === 1
}

const readKnowledge = (fact: Fact, value: unknown): Knowledge | Misfit => {
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return typeof value === 'boolean' ? one([String(value)]) : misfit(fact, value, nearest(show(value), ['true', 'false', 'unknown', 'declined']))
    case 'choice':
      return oneMember(fact, value)
    case 'choices':
      return ticks(fact, value)
    case 'number':
      return numberSpan(fact, value)
    case 'date':
      return dateSpan(fact, value)
    case 'agency-act':
      return actState(fact, value)
  }
}

const oneMember = (fact: Fact, value: unknown): Knowledge | Misfit => {
  if (!isObject(value) || !onlyKeys(value, ['one-of'])) {
    const single = singleMember(fact, value, [])
    return typeof single === 'string' ? one([single]) : single
  }
  const found = memberList(fact, value['one-of'], ['one-of'])
  return 'expected' in found ? found : found.ids.length === 0 ? misfit(fact, value) : one(found.ids)
}

/** One member, at a path of its own. */
const singleMember = (fact: Fact, value: unknown, path: readonly string[]): string | Misfit => {
  const members = membersOf(fact)
  if (typeof value === 'string' && members.includes(value)) return value
  return { ...misfit(fact, value, typeof value === 'string' ? nearest(value, members) : undefined), path }
}

const ticks = (fact: Fact, value: unknown): Knowledge | Misfit => {
  if (Array.isArray(value)) {
    const yes = memberList(fact, value, [])
    if ('expected' in yes) return yes
    return { kind: 'many', yes: new Set(yes.ids), no: new Set(membersOf(fact).filter((member) => !yes.ids.includes(member))) }
  }
  if (!isObject(value) || !onlyKeys(value, ['yes', 'no'])) return misfit(fact, value)
  const yes = memberList(fact, value['yes'] ?? [], ['yes'])
  const no = memberList(fact, value['no'] ?? [], ['no'])
  if ('expected' in yes) return yes
  if ('expected' in no) return no
  const both = yes.ids.find((id) => no.ids.includes(id))
  if (both !== undefined) return { path: ['no'], expected: 'each member under yes or under no, not both', got: both }
  return { kind: 'many', yes: new Set(yes.ids), no: new Set(no.ids) }
}

const numberSpan = (fact: Fact & { kind: 'number' }, value: unknown): Knowledge | Misfit => {
  const { from, to } = fact.range
  const inRange = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= from && n <= to + 1
  if (inRange(value) && value <= to) return { kind: 'span', span: { lo: value, hi: value + 1 } }
  if (!isObject(value) || !onlyKeys(value, ['at-least', 'under'])) return misfit(fact, value)
  const [lo, hi] = [value['at-least'] ?? from, value['under'] ?? to + 1]
  return inRange(lo) && inRange(hi) && lo < hi ? { kind: 'span', span: { lo, hi } } : misfit(fact, value)
}

const dateSpan = (fact: Fact & { kind: 'date' }, value: unknown): Knowledge | Misfit => {
  const days = typeof value === 'string' ? parseDays(value) : undefined
  if (!days) return misfit(fact, value)
  const span = { lo: Math.max(days.lo, checkedDay(fact.range.from)), hi: days.hi }
  return span.lo < span.hi ? { kind: 'span', span } : misfit(fact, formatDays(days))
}

const actState = (fact: Fact, value: unknown): Knowledge | Misfit => {
  if (!isObject(value) || onlyKeys(value, ['one-of'])) {
    const states = oneMember(fact, value)
    return 'expected' in states || states.kind !== 'one' ? states : { kind: 'act', possible: states.possible, on: EVERYTHING }
  }
  if (!onlyKeys(value, ['state', 'on'])) return misfit(fact, value)
  const state = singleMember(fact, value['state'], ['state'])
  if (typeof state !== 'string') return state
  const on = value['on'] === undefined || value['on'] === null ? EVERYTHING : typeof value['on'] === 'string' ? parseDays(value['on']) : undefined
  if (!on) return { path: ['on'], expected: 'a date such as "2026-04-02", "2026-04" or "2026"', got: show(value['on']) }
  return { kind: 'act', possible: new Set([state]), on }
}

const memberList = (fact: Fact, value: unknown, path: readonly string[]): { ids: string[] } | Misfit => {
  if (!Array.isArray(value)) return { ...misfit(fact, value), path }
  const members = membersOf(fact)
  const ids: string[] = []
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'string' || !members.includes(item))
      return {
        path: path.length === 0 && value.length === 1 ? [] : [...path, index],
        expected: expectedFor(fact),
        got: show(item),
        nearest: nearest(show(item), members),
      }
    ids.push(item)
  }
  return { ids }
}

const one = (ids: readonly string[]): Knowledge => ({ kind: 'one', possible: new Set(ids) })

const misfit = (fact: Fact, value: unknown, near?: string): Misfit => ({ path: [], expected: expectedFor(fact), got: show(value), nearest: near })

/** Is it a plain object, not a list or null? */
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const onlyKeys = (value: Record<string, unknown>, keys: readonly string[]): boolean => {
  const own = Object.keys(value)
  return own.length > 0 && own.every((key) => keys.includes(key))
}

const shortList = (members: readonly string[]): string =>
  members.length > 8 ? `${members.slice(0, 8).join(', ')}, … (all with \`tvpa facts\`)` : members.join(', ')

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : written(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const written = (value: unknown): string => {
  try {
    return value === undefined ? 'nothing' : JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return 'a value nested too deep'
    throw error
  }
}
