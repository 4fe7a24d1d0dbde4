import type { Answer } from '../assessment/answer.ts'
import { isMisfit, readAnswer } from '../assessment/answer.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { rootsOf, visits } from '../rulebook/checks/walk.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label } from '../wording/labels.ts'

/** One answer that can be chosen. */
export interface Row {
  readonly id: string
  readonly label: string
}

/** The row that says that nothing of a list is so. */
export const NONE = 'none-of-these'

/** The answers to a fact that can be chosen from a list: members, yes and no, or bands of numbers. */
export const rowsOf = (fact: TopicFact, rulebook: Rulebook): Row[] => {
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return [
        { id: 'true', label: 'Yes' },
        { id: 'false', label: 'No' },
      ]
    case 'choices':
      return [...fact.members.map((id) => ({ id, label: label(id) })), { id: NONE, label: 'None of these' }]
    case 'choice':
    case 'agency-act': {
      const never = rulebook.sitting?.['never-offered']?.[fact.id] ?? []
      return fact.members.filter((id) => !never.includes(id)).map((id) => ({ id, label: label(id) }))
    }
    case 'number':
      return bandsOf(fact.id, rulebook).map(([from, to]) => ({ id: `${String(from ?? '')}-${String(to ?? '')}`, label: bandLabel(from, to, fact.range.unit) }))
    case 'date':
      return []
  }
}

/** What may be typed for a fact, in words; nothing where only a row can be chosen. */
export const typedHint = (fact: TopicFact): string | undefined => {
  if (fact.kind === 'date') return 'a year, month or day, such as 2019, 2019-05 or 2019-05-04; or a span, such as 2001/2004'
  if (fact.kind === 'number') return `the number of ${fact.range.unit}, or a span such as 16-17`
  return undefined
}

/** What rows, or typed text, say of a fact; undefined when it cannot be read. */
export const answerFrom = (
  fact: TopicFact,
  reply: { readonly rows: readonly string[]; readonly more: boolean } | { readonly typed: string },
  basis: Answer['basis'],
): Answer | undefined => {
  const value = 'typed' in reply ? typedValue(fact, reply.typed.trim()) : rowValue(fact, reply.rows, reply.more)
  const read = value === undefined ? undefined : readAnswer(fact, value)
  return read === undefined || isMisfit(read) || read.said !== 'answered' ? undefined : { ...read, ...(basis === undefined ? {} : { basis }) }
}

/** The rows that an answer stands for, to show it again. */
export const rowsFor = (said: Answer | undefined): string[] => {
  const { knowledge } = said ?? {}
  if (said?.said === 'answered' && Array.isArray(said.value) && said.value.length === 0) return [NONE]
  if (knowledge?.kind === 'one' || knowledge?.kind === 'act') return knowledge.possible.size === 1 ? [...knowledge.possible] : []
  return knowledge?.kind === 'many' ? [...knowledge.yes] : []
}

const rowValue = (fact: TopicFact, rows: readonly string[], more: boolean): unknown => {
  const [first] = rows
  if (fact.kind === 'choices') {
    const ticked = rows.filter((id) => id !== NONE)
    return rows.includes(NONE) ? (ticked.length === 0 ? [] : undefined) : ticked.length === 0 ? undefined : more ? { yes: ticked } : ticked
  }
  if (first === undefined || rows.length > 1) return undefined
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return first === 'true'
  if (fact.kind !== 'number') return first
  const [from = '', to = ''] = first.split('-')
  return { ...(from === '' ? {} : { 'at-least': Number(from) }), ...(to === '' ? {} : { under: Number(to) }) }
}

const typedValue = (fact: TopicFact, text: string): unknown => {
  if (fact.kind === 'date') return text
  if (fact.kind !== 'number') return undefined
  const span = /^(\d+)\s*-\s*(\d+)$/.exec(text)
  if (span) return { 'at-least': Number(span[1]), under: Number(span[2]) + 1 }
  return /^\d+$/.test(text) ? Number(text) : undefined
}

const limits = new WeakMap<Rulebook, ReadonlyMap<string, readonly number[]>>()

/** The bands between the limits that rules test on a number; those of extended options alone make no bands of their own, a number can be typed for them. */
const bandsOf = (fact: string, rulebook: Rulebook): [from: number | undefined, to: number | undefined][] => {
  const found = limits.get(rulebook) ?? limitsOf(rulebook)
  limits.set(rulebook, found)
  const edges = [undefined, ...(found.get(fact) ?? []), undefined]
  return edges.length === 2 ? [] : edges.slice(1).map((to, index) => [edges[index], to])
}

const limitsOf = (rulebook: Rulebook): ReadonlyMap<string, readonly number[]> => {
  const sets = new Map<string, Set<number>>()
  const extended = new Set(rulebook.options.filter(({ tier }) => tier === 'extended').map(({ id }) => id))
  for (const root of rootsOf(rulebook)) {
    if (root.option !== undefined && extended.has(root.option)) continue
    for (const { node } of visits(root)) {
      if (!('fact' in node)) continue
      const limit = 'under' in node ? node.under : 'at-least' in node ? node['at-least'] : undefined
      if (typeof limit === 'number') sets.set(node.fact, (sets.get(node.fact) ?? new Set()).add(limit))
    }
  }
  return new Map([...sets].map(([fact, set]) => [fact, [...set].toSorted((a, b) => a - b)]))
}

const bandLabel = (from: number | undefined, to: number | undefined, unit: string): string => {
  if (from === undefined) return `Under ${String(to)}`
  if (to === undefined) return `${String(from)}${unit === 'years' ? ' years' : ''} or more`
  return to === from + 1 ? String(from) : `${String(from)} to ${String(to - 1)}`
}
