import type { Known } from '../logic/evaluate.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import type { Variable } from '../logic/variables.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { Diagram, Values } from '../logic/diagram.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { awaitKey } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { factsBelow, factsOf } from '../rulebook/tree.ts'
import type { Await } from './determination.ts'
import type { OpenLeaf, Proof } from './proof.ts'
import { openLeaves } from './proof.ts'
import type { Reader } from './reader.ts'
import type { Settled } from './settle.ts'

/** What is needed to say what an open proof hangs on. */
export interface Context {
  readonly rulebook: Rulebook
  readonly settled: Settled
  readonly reader: Reader
}

/** The facts that someone could still find out and on which a step really depends, in the order in which they are asked. */
export const missingFacts = (step: number, { rulebook, reader, settled }: Context): string[] => {
  const open = new Set(reader.dependsOn(step).flatMap((variable) => (variable.openness === 'unknown' ? factsBehind(variable, settled.known) : [])))
  return rulebook.facts.filter(({ id }) => open.has(id)).map(({ id }) => id)
}

/** The facts that have to be found out to know a variable: of a pair of dates, those of the two that are not known to the day. */
const factsBehind = (variable: Variable, known: Known): string[] => {
  if (variable.kind !== 'pair' || variable.test.kind !== 'before' || 'day' in variable.test.bound) return [variable.fact]
  return [variable.fact, variable.test.bound.dayOf].filter((fact) => !isOneDay(known(fact)))
}

const isOneDay = (knowledge: Knowledge): boolean => {
  if (knowledge.kind === 'act') return knowledge.possible.size === 1 && knowledge.on.hi - knowledge.on.lo === 1
  return knowledge.kind === 'span' && knowledge.span.hi - knowledge.span.lo === 1
}

/** The same facts, the most decisive first: one answer could settle the step; then the share of completions in which the fact decides; then the order of asking. */
export const mostDecisiveFirst = (step: number, context: Context): string[] => {
  const facts = missingFacts(step, context)
  const weights = new Map(facts.map((fact) => [fact, weightOf(fact, step, context.reader)]))
  const weight = (fact: string): { settles: boolean; share: number } => weights.get(fact) ?? { settles: false, share: 0 }
  return facts.toSorted((a, b) => Number(weight(b).settles) - Number(weight(a).settles) || weight(b).share - weight(a).share)
}

const weightOf = (fact: string, step: number, { functions, exact }: Reader): { settles: boolean; share: number } => {
  const { manager, variables } = functions
  const own = exact.reduced(step)
  const mine = variables.list.flatMap((variable, index) =>
    variable.kind !== 'await' &&
    (variable.fact === fact ||
      (variable.kind === 'pair' && variable.test.kind === 'before' && 'dayOf' in variable.test.bound && variable.test.bound.dayOf === fact))
      ? [index]
      : [],
  )
  const put = (values: readonly (readonly [variable: number, value: number])[]): Diagram => {
    const possible: Values[] = []
    for (const [variable, value] of values) possible[variable] = 1 << value
    return manager.restrict(own, possible)
  }
  const each = mine.map((index) => exact.values(index).map((value) => put([[index, value]])))
  const none = mine.map((index): [number, number] => [index, 0])
  const results = mine.length === 1 ? each.flat() : mine.flatMap((index) => exact.values(index).map((value) => put([...none, [index, value]])))
  const differs = each.reduce<Diagram>((sum, ways) => ways.slice(1).reduce((inner, one) => manager.or(inner, manager.xor(one, ways[0] ?? FALSE)), sum), FALSE)
  const share = manager.share(differs, exact.possible)
  return { settles: results.some((one) => one === TRUE || one === FALSE), share: Math.round(share * 1e9) / 1e9 }
}

/** The assessments and acts on which a step really depends: who has to take which step; each once, in the order of the rule. */
export const awaitedSteps = (proof: Proof, context: Context): Await[] => {
  const variables = context.reader.dependsOn(proof.clause.step).filter(({ openness }) => openness !== 'unknown')
  const awaited = new Set(variables.flatMap(({ kind, fact }) => (kind === 'await' ? [fact] : [])))
  const assessed = new Set(variables.flatMap(({ kind, fact }) => (kind === 'await' ? [] : [fact])))
  const leaves = openLeaves(proof)
  const awaits = new Map<string, Await>()
  const add = (step: Await): void => {
    const key = `${step.criterion} ${step.fact ?? step.what}`
    if (!awaits.has(key)) awaits.set(key, step)
  }
  for (const leaf of leaves) {
    const { node } = leaf.proof.clause
    if ('await' in node ? awaited.has(awaitKey(node)) : 'fact' in node && assessed.has(node.fact)) add(stepOf(leaf, context))
  }
  const named = new Set([...awaits.values()].map(({ fact }) => fact))
  const facts = byId(context.rulebook.facts)
  for (const id of assessed) {
    const fact = facts.get(id)
    if (fact && !named.has(id)) add(stepFor(fact, (leaves.find((leaf) => hangsOn(leaf, id, facts)) ?? leaves[0])?.criterion ?? '', context))
  }
  return [...awaits.values()]
}

/** Does the fact of a leaf apply only if another fact is so, directly or through further facts? */
const hangsOn = ({ proof }: OpenLeaf, id: string, facts: ReadonlyMap<string, TopicFact>): boolean => {
  const seen = new Set<string>()
  const left = factsOf(proof.clause.node)
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const condition = seen.has(one) ? undefined : facts.get(one)?.['only-if']
    seen.add(one)
    if (!condition) continue
    const read = factsBelow(condition)
    if (read.includes(id)) return true
    left.push(...read)
  }
  return false
}

const stepOf = ({ proof, criterion = '' }: OpenLeaf, context: Context): Await => {
  const { node } = proof.clause
  if ('await' in node && typeof node.await !== 'string') return { criterion, who: node.await.who, what: node.await.what }
  const id = 'await' in node ? (node.await as string) : 'fact' in node ? node.fact : ''
  const fact = byId(context.rulebook.facts).get(id)
  if (!fact) throw new TypeError(`unknown fact ${id}`)
  return stepFor(fact, criterion, context)
}

const stepFor = (fact: TopicFact, criterion: string, context: Pick<Context, 'rulebook' | 'settled'>): Await => {
  const factors = factorsOf(fact, context)
  return { criterion, who: whoSettles(fact), what: fact['next-step'] ?? fact.question, fact: fact.id, ...(factors ? { factors } : {}) }
}

/** Who records or does it: for what only a lawyer writes down, and for readings of the law, the attorney. */
const whoSettles = (fact: TopicFact): string =>
  fact.recording === 'lawyer-first' || (fact.kind === 'judgment' && fact.id.startsWith('reading-')) ? 'attorney' : fact['decided-by']

/** The factors of a judgment as far as they were told. */
const factorsOf = (fact: TopicFact, { rulebook, settled }: Pick<Context, 'rulebook' | 'settled'>): Await['factors'] => {
  if (fact.kind !== 'judgment') return undefined
  const present: string[] = []
  const absent: string[] = []
  const open: string[] = []
  const facts = byId(rulebook.facts)
  const sort = (name: string, truth: boolean | undefined): void => {
    ;(truth === undefined ? open : truth ? present : absent).push(name)
  }
  for (const name of [...(fact.factors ?? []), ...(fact['factors-from'] ?? [])]) {
    const factor = facts.get(name)
    const knowledge = factor && settled.known(name)
    if (knowledge?.kind === 'many' && factor?.kind === 'choices') for (const member of factor.members) sort(member, ticked(knowledge, member))
    else sort(name, knowledge?.kind === 'one' && knowledge.possible.size === 1 ? knowledge.possible.has('true') : undefined)
  }
  return { present, absent, open }
}

const ticked = (knowledge: Extract<Knowledge, { kind: 'many' }>, member: string): boolean | undefined =>
  knowledge.yes.has(member) ? true : knowledge.no.has(member) ? false : undefined
