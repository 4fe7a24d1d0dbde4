import type { Day, Shift } from './day.ts'
import { shiftDay } from './day.ts'
import type { Values } from './diagram.ts'
import type { Known } from './evaluate.ts'
import { truthOf } from './evaluate.ts'
import type { Test } from './expression.ts'
import { isEmpty, intersect } from './interval.ts'
import type { Interval } from './interval.ts'
import type { Openness } from './truth.ts'

/**
 * One variable of a diagram: a choice, state or yes-no as the groups of members that no test tells apart; a group of members
 * of a choices fact; the cells of a number or date between the limits tested; or a tested pair of dates, which is so or not.
 */
export type Variable = { readonly fact: string; readonly openness: Openness } & (
  | { readonly kind: 'one'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'ticked'; readonly members: readonly string[] }
  | { readonly kind: 'cells'; readonly cells: readonly Interval[] }
  | { readonly kind: 'pair'; readonly test: Test }
  | { readonly kind: 'await' }
)

/** What a test says of variables: it is so when any of these variables has one of these values. */
export type Literals = readonly { readonly variable: number; readonly values: Values }[]

/** The variables behind tests, in the order in which the tests first name their facts. */
export interface Variables {
  readonly list: readonly Variable[]
  readonly sizes: readonly number[]
  readonly literals: (test: Test) => Literals
  /** The variable that stands for a public body's step still to come. */
  readonly awaited: (key: string) => number
}

const keyOf = (test: Test): string => JSON.stringify(test)

/** The variables behind tests and awaited steps. `membersOf` gives the members a fact's value can have. */
export const variablesOf = (tests: readonly Test[], awaits: readonly string[], membersOf: (fact: string) => readonly string[]): Variables => {
  const list: Variable[] = []
  const literals = new Map<string, Literals>()
  const byFact = grouped(tests)
  for (const [fact, own] of byFact) {
    const openness = own[0]?.openness ?? 'unknown'
    const is = own.filter((test) => test.kind === 'is')
    if (is.length > 0) addOne(list, literals, { fact, openness }, is, membersOf(fact))
    const has = own.filter((test) => test.kind === 'has')
    if (has.length > 0) addTicked(list, literals, { fact, openness }, has, membersOf(fact))
    const limits = own.flatMap((test) => limitOf(test) ?? [])
    if (limits.length > 0) addCells(list, literals, { fact, openness }, own, limits)
    for (const test of own) {
      if (test.kind !== 'before' || 'day' in test.bound) continue
      literals.set(keyOf(test), [{ variable: list.length, values: 0b10 }])
      list.push({ fact, openness, kind: 'pair', test })
    }
  }
  const awaited = new Map(awaits.map((key, index) => [key, list.length + index]))
  for (const key of awaits) list.push({ fact: key, openness: 'agency', kind: 'await' })
  return {
    list,
    sizes: list.map(sizeOf),
    literals: (test) => literals.get(keyOf(test)) ?? [],
    awaited: (key) => awaited.get(key) ?? -1,
  }
}

const grouped = (tests: readonly Test[]): Map<string, Test[]> => {
  const facts = new Map<string, Test[]>()
  const seen = new Set<string>()
  for (const test of tests) {
    const key = keyOf(test)
    if (!seen.has(key)) facts.set(test.fact, [...(facts.get(test.fact) ?? []), test])
    seen.add(key)
  }
  return facts
}

type Base = Pick<Variable, 'fact' | 'openness'>

/** Members that every test treats alike, together. */
const alike = (members: readonly string[], tests: readonly (Test & { members: readonly string[] })[]): string[][] => {
  const groups = new Map<string, string[]>()
  for (const member of members) {
    const signature = tests.map((test) => (test.members.includes(member) ? '1' : '0')).join('')
    groups.set(signature, [...(groups.get(signature) ?? []), member])
  }
  return [...groups.values()]
}

const addOne = (list: Variable[], literals: Map<string, Literals>, base: Base, tests: readonly (Test & { kind: 'is' })[], members: readonly string[]): void => {
  const groups = alike(members, tests)
  for (const test of tests) {
    const values = groups.reduce((bits, [first], value) => (first !== undefined && test.members.includes(first) ? bits | (1 << value) : bits), 0)
    literals.set(keyOf(test), [{ variable: list.length, values }])
  }
  list.push({ ...base, kind: 'one', groups })
}

const addTicked = (
  list: Variable[],
  literals: Map<string, Literals>,
  base: Base,
  tests: readonly (Test & { kind: 'has' })[],
  members: readonly string[],
): void => {
  const groups = alike(members, tests).filter(([first]) => tests.some((test) => first !== undefined && test.members.includes(first)))
  const start = list.length
  for (const test of tests) {
    literals.set(
      keyOf(test),
      groups.flatMap(([first], index) => (first !== undefined && test.members.includes(first) ? [{ variable: start + index, values: 0b10 }] : [])),
    )
  }
  for (const group of groups) list.push({ ...base, kind: 'ticked', members: group })
}

/** The limit of a test on one number or date: the first value for which it is no longer so. */
const limitOf = (test: Test): number | undefined =>
  test.kind === 'under' ? test.limit : test.kind === 'before' && 'day' in test.bound ? test.bound.day : undefined

const addCells = (list: Variable[], literals: Map<string, Literals>, base: Base, tests: readonly Test[], limits: readonly number[]): void => {
  const sorted = [...new Set(limits)].toSorted((a, b) => a - b)
  const cells = [...sorted, Infinity].map((hi, index) => ({ lo: index === 0 ? -Infinity : (sorted[index - 1] ?? -Infinity), hi }))
  for (const test of tests) {
    const limit = limitOf(test)
    if (limit !== undefined) literals.set(keyOf(test), [{ variable: list.length, values: (1 << (sorted.indexOf(limit) + 1)) - 1 }])
  }
  list.push({ ...base, kind: 'cells', cells })
}

const sizeOf = (variable: Variable): number => (variable.kind === 'one' ? variable.groups.length : variable.kind === 'cells' ? variable.cells.length : 2)

const NO = 0b01
const YES = 0b10

/** The same variables in another order; `order` names the old number of each. */
export const reordered = (variables: Variables, order: readonly number[]): Variables => {
  const place: number[] = []
  for (const [index, old] of order.entries()) place[old] = index
  const list = order.flatMap((old) => variables.list[old] ?? [])
  return {
    list,
    sizes: list.map(sizeOf),
    literals: (test) => variables.literals(test).map(({ variable, values }) => ({ variable: place[variable] ?? -1, values })),
    awaited: (key) => place[variables.awaited(key)] ?? -1,
  }
}

/** The values of a variable that what is known still allows. */
export const possibleValues = (variable: Variable, known: Known): Values => {
  switch (variable.kind) {
    case 'await':
      return NO | YES
    case 'pair': {
      const truth = truthOf(variable.test, known)
      return truth === 'true' ? YES : truth === 'false' ? NO : NO | YES
    }
    case 'ticked': {
      const knowledge = known(variable.fact)
      if (knowledge.kind !== 'many') return NO | YES
      if (variable.members.some((member) => knowledge.yes.has(member))) return YES
      return variable.members.every((member) => knowledge.no.has(member)) ? NO : NO | YES
    }
    case 'one': {
      const knowledge = known(variable.fact)
      if (knowledge.kind !== 'one' && knowledge.kind !== 'act') return -1
      return bits(variable.groups, (group) => group.some((member) => knowledge.possible.has(member)))
    }
    case 'cells':
      return bits(variable.cells, (cell) => !isEmpty(cellWithin(cell, variable.fact, known)))
  }
}

const bits = <T>(values: readonly T[], holds: (value: T) => boolean): Values =>
  values.reduce((mask, value, index) => (holds(value) ? mask | (1 << index) : mask), 0)

/** The part of a cell that what is known of its fact still allows. */
export const cellWithin = (cell: Interval, fact: string, known: Known): Interval => {
  const knowledge = known(fact)
  return knowledge.kind === 'span' ? intersect(cell, knowledge.span) : knowledge.kind === 'act' ? intersect(cell, knowledge.on) : cell
}

/** Does one test on a pair of dates always imply another on the same pair? Where the shifts alone do not tell, every day of a cycle of leap years is tried. */
export const pairImplies = (a: Test, b: Test): boolean => {
  if (a.kind !== 'before' || b.kind !== 'before' || 'day' in a.bound || 'day' in b.bound) return false
  if (a.fact !== b.fact || a.bound.dayOf !== b.bound.dayOf) return false
  const [one, other] = [a.bound.shift, b.bound.shift]
  const days = (one.days ?? 0) - (other.days ?? 0)
  const months = monthsOf(other) - monthsOf(one)
  if (months === 0 && one.shortMonth === other.shortMonth) return days <= 0
  if (months > 0 && days <= 0) return true
  if (months < 0 && days >= 0) return false
  for (let day: Day = 10_957; day < 10_957 + 1_461; day += 1) if (shiftDay(day, one) > shiftDay(day, other)) return false
  return true
}

const monthsOf = ({ months = 0, years = 0 }: Shift): number => months + years * 12
