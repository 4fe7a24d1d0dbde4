import type { FactTest, Node } from '../rulebook/criterion.ts'
import type { Fact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Move } from './day.ts'
import { daysOf } from './day.ts'
import { keyOf, membersOf, read } from './value.ts'

export type Class = 'agency' | 'judgment' | 'unknown'

/** What is tested of one thing: whether it is one of some members, or below a limit. A day before one counted from another fact, and a step awaited, are so or not so. */
export interface Test {
  readonly fact: string
  readonly key: string
  readonly open: Class
  readonly members: readonly string[]
  readonly below?: number
  readonly than?: { readonly dayOf: string; readonly move: Move }
}

/** A node as it is law on a day: so many of its parts must hold, or its part must not, or a test. */
export type Formula = { readonly node?: Node } & (
  { readonly need: number; readonly of: readonly Formula[] } | { readonly not: Formula } | { readonly test: Test }
)

/** Where a node is read: the day whose text counts (`asOf` for conditions of facts), the parts of its option, and the facts whose answer could not be given where they do not apply. */
export interface Place {
  readonly rulebook: Rulebook
  readonly day: string
  readonly asOf: string
  readonly parts: readonly Node[]
  readonly insists: ReadonlySet<string>
}

/** Is it law on the day? ISO days are in the order of their texts. */
export const inForce = (dated: Pick<Node, 'from' | 'until' | 'in-force'>, day: string): boolean =>
  (dated['in-force'] ?? [dated]).some(({ from, until }) => (from === undefined || from <= day) && (until === undefined || day < until))

/** A node as it is law; undefined where it is absent. */
export const lawful = (node: Node, place: Place): Formula | undefined => {
  if (!inForce(node, place.day)) return undefined
  if ('all' in node) return several(node, node.all, place, Infinity)
  if ('any' in node) return several(node, node.any, place, 1)
  if ('at-least' in node && !('fact' in node)) return several(node, node['at-least'].of, place, node['at-least'].count)
  if ('definition' in node)
    return several(node, [named(place.rulebook.definitions, node.definition)], { ...place, day: node['law-of'] ?? place.day, parts: [] }, 1)
  if ('criterion' in node) return several(node, [named(place.parts, node.criterion)], { ...place, day: node['law-of'] ?? place.day }, 1)
  if ('await' in node) return { node, ...awaited(typeof node.await === 'string' ? node.await : `${node.await.who}: ${node.await.what}`) }
  if ('fact' in node) return { node, ...tested(node, place) }
  if ('act' in node) {
    const still = ['not-asked', 'asked', ...(node.again === true ? ['refused', 'withdrawn'] : [])]
    const [done, open] = [['done'], still].map((states) => tested({ fact: node.act, 'one-of': states }, place))
    return done && open && { node, need: 1, of: [done, { need: 2, of: [open, awaited(node.act)] }] }
  }
  const inner = lawful('not' in node ? node.not : node.bar, place)
  return inner && { node, not: inner }
}

const several = (node: Node, nodes: readonly Node[], place: Place, need: number): Formula | undefined => {
  const of = nodes.flatMap((child) => lawful(child, place) ?? [])
  return of.length === 0 ? undefined : { node, need: need === Infinity ? of.length : need, of }
}

const awaited = (step: string): Formula => ({ test: { fact: step, key: `await ${step}`, open: 'agency', members: ['true'] } })

/** A fact that does not apply is what its row says: so a test of it also hangs on its condition, unless its answer could not be given then. */
const tested = (node: FactTest, place: Place): Formula => {
  const fact = named(place.rulebook.facts, node.fact)
  const plain = plainly(node, fact, place)
  const gate = fact['only-if'] && !place.insists.has(fact.id) ? lawful(fact['only-if'], { ...place, day: place.asOf }) : undefined
  if (!gate || !('otherwise' in fact)) return plain
  const said = read(fact, fact.otherwise, 0)
  const so = (formula: Formula): boolean =>
    'test' in formula
      ? said?.[formula.test.key]?.may.every((one) => formula.test.members.includes(one)) === true
      : 'not' in formula
        ? !so(formula.not)
        : formula.of.some(so)
  return so(plain) ? { need: 1, of: [{ not: gate }, plain] } : { need: 2, of: [gate, plain] }
}

const plainly = (node: FactTest, fact: Fact, { rulebook, day }: Place): Formula => {
  const base = { fact: fact.id, key: fact.id, open: classOf(fact), members: ['true'] }
  const ticks = (members: readonly string[]): Formula => ({ need: 1, of: members.map((one) => ({ test: { ...base, key: keyOf(fact, one) } })) })
  const under = (limit: number | { parameter: string }): Formula => {
    const below = typeof limit === 'number' ? limit : named(rulebook.parameters, limit.parameter).values.find((one) => inForce(one, day))?.value
    return { test: { ...base, below: below ?? NaN } }
  }
  const before = (when: string | ({ 'day-of': string } & Move), later = 0): Formula => {
    const [on] = (typeof when === 'string' ? daysOf(when) : undefined) ?? []
    if (on !== undefined) return { test: { ...base, below: on + later } }
    const { 'day-of': dayOf, ...move }: { 'day-of': string } & Move = typeof when === 'string' ? { 'day-of': when } : when
    const than = { dayOf, move: { ...move, 'plus-days': (move['plus-days'] ?? 0) + later } }
    return { test: { ...base, key: `${fact.id} before ${JSON.stringify(than)}`, than } }
  }
  if ('is' in node) return { test: { ...base, members: [node.is] } }
  if ('one-of' in node) return { test: { ...base, members: node['one-of'] } }
  if ('has' in node) return ticks(node.has === 'any' ? membersOf(fact) : node.has)
  if ('has-other-than' in node) return ticks(membersOf(fact).filter((member) => !node['has-other-than'].includes(member)))
  if ('under' in node) return under(node.under)
  if ('at-least' in node) return { not: under(node['at-least']) }
  if ('before' in node) return before(node.before)
  if ('up-to' in node) return before(node['up-to'], 1)
  if ('after' in node) return { not: before(node.after, 1) }
  return 'on-or-after' in node ? { not: before(node['on-or-after']) } : { test: base }
}

const classOf = (fact: Fact): Class => {
  if (fact.recording === 'lawyer-first') return 'judgment'
  if (fact.kind === 'agency-act') return 'unknown'
  if (!['facts', 'person', 'document', 'professional'].includes(fact['decided-by'])) return 'agency'
  return fact.kind === 'judgment' ? 'judgment' : 'unknown'
}

/** The thing with this id; a rulebook that was read has it. */
const named = <T extends { readonly id?: string | undefined }>(items: readonly T[], id: string): T => {
  const found = items.find((item) => item.id === id)
  if (!found) throw new TypeError(`nothing is called ${id}`)
  return found
}
