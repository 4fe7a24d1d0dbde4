import type { Day, Shift } from '../logic/day.ts'
import { parseDay } from '../logic/day.ts'
import type { Bound, Program, ProgramBuilder, Test } from '../logic/expression.ts'
import { programBuilder } from '../logic/expression.ts'
import { byId } from './by-id.ts'
import type { FactTest, Limit, Node, ShiftedDay, When } from './criterion.ts'
import type { Fact } from './fact.ts'
import { membersOf, opennessOf } from './openness.ts'
import type { WholeOption } from './option.ts'
import type { Rulebook } from './rulebook.ts'
import { checkedDay, edgeDays, isInForce } from './span.ts'
import { nodesOf } from './tree.ts'

/** A node as it is law on a day: the step that evaluates it, and the clauses beneath it. */
export interface Clause {
  readonly node: Node
  readonly step: number
  /** Children in force; for a reference the one clause it refers to; for an `act` the clauses it stands for. */
  readonly children: readonly Clause[]
}

/** The law on a day, in flat form, with the clauses to read it back. */
export interface Law {
  readonly asOf: Day
  readonly program: Program
  readonly options: ReadonlyMap<string, Clause>
  readonly definitions: ReadonlyMap<string, Clause>
  /** References to something absent on the day, where they may not be: mistakes of the rulebook. */
  readonly dangling: readonly Node[]
}

/** A parameter's value on a day; undefined where it has none. */
export const parameterOn = (rulebook: Pick<Rulebook, 'parameters'>, id: string, asOf: Day): number | undefined =>
  byId(rulebook.parameters)
    .get(id)
    ?.values.find((value) => isInForce(value, asOf))?.value

/** The parts of the rulebook that a condition can read. */
export type Vocabulary = Pick<Rulebook, 'facts' | 'definitions' | 'parameters'>

interface Scope {
  readonly vocabulary: Vocabulary
  readonly builder: ProgramBuilder
  readonly dangling: Node[]
  readonly definitions: Map<string, Clause | undefined>
  readonly parts: ReadonlyMap<string, Node>
  readonly asOf: Day
}

/** Everything that is law on a day (`semantics`: a node not in force is absent, not false). Throws on unknown ids: check first. */
export const lawOn = (rulebook: Rulebook, asOf: Day): Law => {
  const builder = programBuilder()
  const dangling: Node[] = []
  const shared = { vocabulary: rulebook, builder, dangling, definitions: new Map<string, Clause | undefined>(), asOf }
  const definitions = new Map<string, Clause>()
  for (const { id } of rulebook.definitions) {
    const clause = definitionClause({ ...shared, parts: new Map() }, id, asOf)
    if (clause) definitions.set(id, clause)
  }
  const options = new Map<string, Clause>()
  for (const option of rulebook.options) {
    if (!isInForce(option, asOf)) continue
    const clause = clauseOf({ ...shared, parts: partsOf(option) }, option.criteria)
    if (clause) options.set(option.id, clause)
  }
  return { asOf, program: builder.program, options, definitions, dangling }
}

/** A condition on a day, as a law of its own. */
export interface Condition {
  readonly program: Program
  readonly clause: Clause
}

const conditions = new WeakMap<Node, Map<Day, Condition | undefined>>()

/** One condition on a day; undefined where it is absent. Compiled once for each text it has had. */
export const conditionOn = (vocabulary: Vocabulary, condition: Node, asOf: Day): Condition | undefined => {
  const texts = conditions.get(condition) ?? new Map<Day, Condition | undefined>()
  conditions.set(condition, texts)
  const day = textDay(condition, asOf)
  if (!texts.has(day)) texts.set(day, compiled(vocabulary, condition, asOf))
  return texts.get(day)
}

const edges = new WeakMap<Node, readonly Day[] | 'refers'>()

/** The day since which a condition has had the text of `asOf`; that day itself where it refers to something dated elsewhere. */
const textDay = (condition: Node, asOf: Day): Day => {
  const days = edges.get(condition) ?? edgesOf(condition)
  edges.set(condition, days)
  return days === 'refers' ? asOf : (days.findLast((day) => day <= asOf) ?? -Infinity)
}

const edgesOf = (condition: Node): readonly Day[] | 'refers' => {
  const nodes = [...nodesOf(condition)]
  const refers = nodes.some((node) => 'definition' in node || 'criterion' in node || ('fact' in node && typeof limitIn(node) === 'object'))
  return refers ? 'refers' : edgeDays(nodes)
}

const limitIn = (node: FactTest): Limit | undefined => ('under' in node ? node.under : 'at-least' in node ? node['at-least'] : undefined)

const compiled = (vocabulary: Vocabulary, condition: Node, asOf: Day): Condition | undefined => {
  const builder = programBuilder()
  const scope = { vocabulary, builder, dangling: [], definitions: new Map(), parts: new Map(), asOf }
  const clause = clauseOf(scope, condition)
  return clause && { program: builder.program, clause }
}

const partsOf = (option: WholeOption): ReadonlyMap<string, Node> => byId(option.parts)

const definitionClause = (scope: Scope, id: string, asOf: Day): Clause | undefined => {
  const key = `${id}@${String(asOf)}`
  if (scope.definitions.has(key)) return scope.definitions.get(key)
  const node = byId(scope.vocabulary.definitions).get(id)
  if (!node) throw new TypeError(`unknown definition ${id}`)
  const clause = clauseOf({ ...scope, asOf, parts: new Map() }, node)
  scope.definitions.set(key, clause)
  return clause
}

const clauseOf = (scope: Scope, node: Node, mayBeAbsent = false): Clause | undefined => {
  if (!isInForce(node, scope.asOf)) return undefined
  const { builder } = scope
  if ('all' in node) return several(scope, node, 'all', node.all)
  if ('any' in node) return several(scope, node, 'any', node.any)
  if ('at-least' in node && !('fact' in node)) return several(scope, node, node['at-least'].count, node['at-least'].of)
  if ('not' in node || 'bar' in node) {
    const child = clauseOf(scope, 'not' in node ? node.not : node.bar)
    return child && { node, step: builder.step({ op: 'not', of: child.step }), children: [child] }
  }
  if ('definition' in node || 'criterion' in node) return reference(scope, node, mayBeAbsent)
  if ('await' in node) return { node, step: builder.step({ op: 'await', key: awaitKey(node) }), children: [] }
  if ('act' in node) return expanded(scope, node, node.act, node.again === true)
  return { node, step: testStep(scope, node), children: [] }
}

/** What an awaited step is known by. */
export const awaitKey = (node: Extract<Node, { await: unknown }>): string =>
  typeof node.await === 'string' ? node.await : `${node.await.who}: ${node.await.what}`

const several = (scope: Scope, node: Node, how: 'all' | 'any' | number, of: readonly Node[]): Clause | undefined => {
  const children = of.map((child) => clauseOf(scope, child, how === 'any' && of.length > 1)).filter((child) => child !== undefined)
  if (children.length === 0) return undefined
  const steps = children.map((child) => child.step)
  const step = scope.builder.step(typeof how === 'number' ? { op: 'at-least', count: how, of: steps } : { op: how, of: steps })
  return { node, step, children }
}

const reference = (scope: Scope, node: Node & ({ definition: string } | { criterion: string }), mayBeAbsent: boolean): Clause | undefined => {
  const asOf = 'law-of' in node && node['law-of'] !== undefined ? checkedDay(node['law-of']) : scope.asOf
  const target = 'definition' in node ? definitionClause(scope, node.definition, asOf) : partClause({ ...scope, asOf }, node.criterion)
  if (target) return { node, step: target.step, children: [target] }
  const dated = node.from !== undefined || node.until !== undefined || node['in-force'] !== undefined
  if (!dated && !mayBeAbsent) scope.dangling.push(node)
  return undefined
}

const partClause = (scope: Scope, id: string): Clause | undefined => {
  const part = scope.parts.get(id)
  if (!part) throw new TypeError(`unknown criterion ${id}`)
  return clauseOf(scope, part)
}

/** `act: f` is any: `f` is done; or all: `f` is still open to be done, `await: f`. */
const expanded = (scope: Scope, node: Node, act: string, again: boolean): Clause | undefined => {
  const states = membersOf(factNamed(scope, act))
  const open = (again ? ['not-asked', 'asked', 'refused', 'withdrawn'] : ['not-asked', 'asked']).filter((state) => states.includes(state))
  const any: Node[] = [{ fact: act, is: 'done' }, { all: [{ fact: act, 'one-of': open }, { await: act }] }]
  return several(scope, node, 'any', any)
}

const factNamed = (scope: Scope, id: string): Fact => {
  const fact = byId(scope.vocabulary.facts).get(id)
  if (!fact) throw new TypeError(`unknown fact ${id}`)
  return fact
}

const testStep = (scope: Scope, node: FactTest): number => {
  const { builder } = scope
  const fact = factNamed(scope, node.fact)
  const base = { fact: node.fact, openness: opennessOf(fact) }
  const test = (value: Test): number => builder.step({ op: 'test', test: builder.test(value) })
  const negated = (value: Test): number => builder.step({ op: 'not', of: test(value) })
  const limit = (value: Limit): number => (typeof value === 'number' ? value : (parameterOn(scope.vocabulary, value.parameter, scope.asOf) ?? NaN))
  const sorted = (members: readonly string[]): string[] => membersOf(fact).filter((member) => members.includes(member))
  if ('is' in node) return test({ ...base, kind: 'is', members: [node.is] })
  if ('one-of' in node) return test({ ...base, kind: 'is', members: sorted(node['one-of']) })
  if ('has' in node) return test({ ...base, kind: 'has', members: node.has === 'any' ? membersOf(fact) : sorted(node.has) })
  if ('has-other-than' in node) return test({ ...base, kind: 'has', members: membersOf(fact).filter((member) => !node['has-other-than'].includes(member)) })
  if ('under' in node) return test({ ...base, kind: 'under', limit: limit(node.under) })
  if ('at-least' in node) return negated({ ...base, kind: 'under', limit: limit(node['at-least']) })
  if ('before' in node) return test({ ...base, kind: 'before', bound: boundOf(node.before, 0) })
  if ('up-to' in node) return test({ ...base, kind: 'before', bound: boundOf(node['up-to'], 1) })
  if ('after' in node) return negated({ ...base, kind: 'before', bound: boundOf(node.after, 1) })
  if ('on-or-after' in node) return negated({ ...base, kind: 'before', bound: boundOf(node['on-or-after'], 0) })
  return test({ ...base, kind: 'is', members: ['true'] })
}

const boundOf = (when: When, plus: 0 | 1): Bound => {
  if (typeof when === 'object') return { dayOf: when['day-of'], shift: shiftOf(when, plus) }
  const day = parseDay(when)
  return day === undefined ? { dayOf: when, shift: plus === 0 ? {} : { days: plus } } : { day: day + plus }
}

/** How a dated limit moves its day. */
export const shiftOf = (when: ShiftedDay, plus = 0): Shift => {
  const days = (when['plus-days'] ?? 0) + plus
  return {
    ...(days === 0 ? {} : { days }),
    ...(when['plus-months'] === undefined ? {} : { months: when['plus-months'] }),
    ...(when['plus-years'] === undefined ? {} : { years: when['plus-years'] }),
    ...(when['short-month'] === undefined ? {} : { shortMonth: when['short-month'] }),
  }
}
