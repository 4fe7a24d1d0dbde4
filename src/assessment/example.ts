import type { Day } from '../logic/day.ts'
import { formatDays } from '../logic/day.ts'
import type { Interval } from '../logic/interval.ts'
import { intersect, last } from '../logic/interval.ts'
import type { Variable } from '../logic/variables.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { anything } from '../rulebook/anything.ts'

/** Facts with values as a case file has them. */
export type Facts = Readonly<Record<string, unknown>>

/** A variable and the number of one of its values. */
export type Assigned = readonly [variable: Variable, value: number]

/**
 * A case in which variables have given values, in the order in which facts are asked. Where a value stands for several members that
 * no rule tells apart, the first is taken (one that a fact has while it does not apply before all others). Spans stay spans; days lie
 * no later than `latest`. Throws for what no answer can say: an awaited step, or how two dates lie to each other.
 */
export const exampleOf = (assigned: readonly Assigned[], rulebook: Pick<Rulebook, 'facts'>, latest: Day): Facts => {
  const facts = byId(rulebook.facts)
  const order = rulebook.facts.map(({ id }) => id)
  const told = [...new Set(assigned.map(([{ fact }]) => fact))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return Object.fromEntries(
    told.map((id) => {
      const fact = facts.get(id)
      const own = assigned.filter(([variable]) => variable.fact === id)
      if (!fact || own.some(([{ kind }]) => kind === 'await' || kind === 'pair')) throw new TypeError(`no answer can say this of ${id}`)
      return [id, valueOf(fact, own, latest)]
    }),
  )
}

const valueOf = (fact: TopicFact, own: readonly Assigned[], latest: Day): unknown => {
  const members = own.flatMap(([variable, value]) => (variable.kind === 'one' ? [variable.groups[value] ?? []] : []))[0]
  const cell = own.flatMap(([variable, value]) => (variable.kind === 'cells' ? [variable.cells[value] ?? { lo: -Infinity, hi: Infinity }] : []))[0]
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return members?.[0] === 'true'
    case 'choice':
      return chosen(fact, members ?? [])
    case 'choices':
      return ticks(fact.members, own, fact.otherwise ?? [])
    case 'number':
      return numbers(cellOf(fact, cell, latest), fact.range)
    case 'date':
      return formatDays(cellOf(fact, cell, latest))
    case 'agency-act':
      return cell
        ? { state: chosen(fact, members ?? ['done']), on: formatDays(intersect(cell, { lo: -Infinity, hi: latest + 1 })) }
        : chosen(fact, members ?? [])
  }
}

const chosen = (fact: TopicFact & { kind: 'choice' | 'agency-act' }, members: readonly string[]): string | undefined =>
  members.find((member) => member === fact.otherwise) ?? members[0]

const ticks = (members: readonly string[], own: readonly Assigned[], otherwise: readonly string[]): unknown => {
  const yes = own.flatMap(([variable, value]) =>
    variable.kind === 'ticked' && value === 1 ? [variable.members.find((member) => otherwise.includes(member)) ?? variable.members[0] ?? ''] : [],
  )
  const no = own.flatMap(([variable, value]) => (variable.kind === 'ticked' && value === 0 ? variable.members : []))
  if (yes.length + no.length === members.length) return members.filter((member) => yes.includes(member))
  return { ...(yes.length === 0 ? {} : { yes }), ...(no.length === 0 ? {} : { no }) }
}

const cellOf = (fact: TopicFact, cell: Interval | undefined, latest: Day): Interval => {
  const range = anything(fact, latest)
  return range.kind === 'span' && cell ? intersect(range.span, cell) : { lo: -Infinity, hi: Infinity }
}

/** A span of numbers without the ends that every such number has. */
const numbers = (span: Interval, range: { readonly from: number; readonly to: number }): unknown => {
  if (last(span) === span.lo) return span.lo
  return { ...(span.lo > range.from || span.hi > range.to ? { 'at-least': span.lo } : {}), ...(span.hi > range.to ? {} : { under: span.hi }) }
}
