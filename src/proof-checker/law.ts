import type { FactTest, Limit, Node, When } from '../rulebook/criterion.ts'
import type { Fact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Move, Ranges } from './value.ts'
import { dayIn, keyOf, meet, membersOf, NO_OR_YES, placesOf, says } from './value.ts'

export type Class = 'agency' | 'judgment' | 'unknown'
export type Status = 'met' | 'not-met' | Class

/** What is tested of one thing: whether it is in `yes` or in `no`; with `than`, whether its day is before one counted from another fact. */
export interface Test {
  readonly fact: string
  readonly key: string
  readonly open: Class
  readonly yes: Ranges
  readonly no: Ranges
  readonly than?: { readonly dayOf: string; readonly move: Move }
}

/** A node as it is law on a day: a test, or so many parts of which at least `need` and at most `most` hold. */
export type Formula = { readonly node?: Node } & ({ readonly test: Test } | { readonly need: number; readonly most: number; readonly of: readonly Formula[] })

/** What is known of the thing that is tested. */
export type Look = (test: Pick<Test, 'fact' | 'key' | 'than'>) => Ranges

export const RANK: Readonly<Record<Status, number>> = { met: -1, 'not-met': -1, agency: 0, judgment: 1, unknown: 2 }

/** The status of a formula, by the tree: settled by what is known, else open with the highest class among what is open. */
export const status = (formula: Formula, look: Look): Status => {
  if ('test' in formula) {
    const { yes, no, open } = formula.test
    const known = look(formula.test)
    return !meet(known, no) ? 'met' : !meet(known, yes) ? 'not-met' : open
  }
  let [met, left, open]: [number, number, Class] = [0, formula.of.length, 'agency']
  for (const child of formula.of) {
    const found = status(child, look)
    if (found === 'met') met += 1
    else if (found === 'not-met') left -= 1
    else if (RANK[found] > RANK[open]) open = found
    if (met >= formula.need && left <= formula.most) return 'met'
    if (left < formula.need || met > formula.most) return 'not-met'
  }
  return open
}

/** What is left of an open formula when what is settled is taken out. */
export const residue = (formula: Formula, look: Look): Formula => {
  if ('test' in formula) return formula
  const found = formula.of.map((one) => [one, status(one, look)] as const)
  const met = found.filter(([, now]) => now === 'met').length
  const of = found.flatMap(([one, now]) => (RANK[now] < 0 ? [] : [residue(one, look)]))
  return { need: formula.need - met, most: formula.most - met, of }
}

/** The open tests beneath a formula, in the order of the text. */
export const testsOf = (formula: Formula, look: Look): Test[] => {
  if (RANK[status(formula, look)] < 0) return []
  return 'test' in formula ? [formula.test] : formula.of.flatMap((one) => testsOf(one, look))
}

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
  const several = (nodes: readonly Node[], need: number, most = Infinity, there = place): Formula | undefined => {
    const of = nodes.flatMap((child) => lawful(child, there) ?? [])
    return of.length === 0 ? undefined : { node, need: need === Infinity ? of.length : need, most, of }
  }
  if ('all' in node) return several(node.all, Infinity)
  if ('any' in node) return several(node.any, 1)
  if ('not' in node) return several([node.not], 0, 0)
  if ('bar' in node) return several([node.bar], 0, 0)
  if ('fact' in node) return { node, ...tested(node, place) }
  if ('at-least' in node) return several(node['at-least'].of, node['at-least'].count)
  if ('await' in node) return { node, ...awaited(typeof node.await === 'string' ? node.await : `${node.await.who}: ${node.await.what}`) }
  if ('act' in node) {
    const still = tested({ fact: node.act, 'one-of': ['not-asked', 'asked', ...(node.again === true ? ['refused', 'withdrawn'] : [])] }, place)
    return { node, ...atLeast(1, tested({ fact: node.act, is: 'done' }, place), atLeast(2, still, awaited(node.act))) }
  }
  const [target, parts] = 'criterion' in node ? [named(place.parts, node.criterion), place.parts] : [named(place.rulebook.definitions, node.definition), []]
  return several([target], 1, Infinity, { ...place, day: node['law-of'] ?? place.day, parts })
}

const atLeast = (need: number, ...of: readonly Formula[]): Formula => ({ need, most: Infinity, of })

const not = (formula: Formula): Formula => ({ need: 0, most: 0, of: [formula] })

const awaited = (step: string): Formula => ({ test: { fact: step, key: `await ${step}`, open: 'agency', yes: YES, no: NO } })

const [NO, YES]: readonly [Ranges, Ranges] = [NO_OR_YES.slice(0, 1), NO_OR_YES.slice(1)]

/** A fact that does not apply is what its row says: so a test of it also hangs on its condition, unless its answer could not be given then. */
const tested = (node: FactTest, place: Place): Formula => {
  const fact = named(place.rulebook.facts, node.fact)
  const plain = plainly(node, fact, place)
  const gate = fact['only-if'] && !place.insists.has(fact.id) ? lawful(fact['only-if'], { ...place, day: place.asOf }) : undefined
  if (!gate || !('otherwise' in fact) || fact.otherwise === undefined) return plain
  const said = says(fact, fact.otherwise)
  return status(plain, ({ key }) => said[key] ?? []) === 'met' ? atLeast(1, not(gate), plain) : atLeast(2, gate, plain)
}

const plainly = (node: FactTest, fact: Fact, { rulebook, day }: Place): Formula => {
  const base = { fact: fact.id, key: fact.id, open: classOf(fact) }
  const others = (members: readonly string[]): string[] => membersOf(fact).filter((member) => !members.includes(member))
  const among = (members: readonly string[]): Formula => ({ test: { ...base, yes: placesOf(fact, members), no: placesOf(fact, others(members)) } })
  const ticks = (members: readonly string[]): Formula =>
    atLeast(1, ...members.map((one) => ({ test: { ...base, key: keyOf(fact.id, one), yes: YES, no: NO } })))
  const below = (limit: number): Formula => ({ test: { ...base, yes: [[-Infinity, limit - 1]], no: [[limit, Infinity]] } })
  const under = (limit: Limit): Formula =>
    below(typeof limit === 'number' ? limit : (named(rulebook.parameters, limit.parameter).values.find((one) => inForce(one, day))?.value ?? NaN))
  const before = (when: When, later = 0): Formula => {
    if (typeof when === 'string') return /^\d/.test(when) ? below(dayIn(when) + later) : before({ 'day-of': when }, later)
    const { 'day-of': dayOf, ...move } = when
    const than = { dayOf, move: { ...move, 'plus-days': (move['plus-days'] ?? 0) + later } }
    return { test: { ...base, key: `${fact.id} before ${JSON.stringify(than)}`, than, yes: YES, no: NO } }
  }
  if ('is' in node) return among([node.is])
  if ('one-of' in node) return among(node['one-of'])
  if ('has' in node) return ticks(node.has === 'any' ? membersOf(fact) : node.has)
  if ('has-other-than' in node) return ticks(others(node['has-other-than']))
  if ('under' in node) return under(node.under)
  if ('at-least' in node) return not(under(node['at-least']))
  if ('before' in node) return before(node.before)
  if ('up-to' in node) return before(node['up-to'], 1)
  if ('after' in node) return not(before(node.after, 1))
  return 'on-or-after' in node ? not(before(node['on-or-after'])) : among(['yes'])
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
