import type { Knowledge } from '../logic/knowledge.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { opennessOf } from '../rulebook/openness.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { factsOf } from '../rulebook/tree.ts'
import type { Await } from './determination.ts'
import type { OpenLeaf, Proof } from './proof.ts'
import { openLeaves } from './proof.ts'
import type { Settled } from './settle.ts'

/** What is needed to say what an open proof hangs on. */
export interface Context {
  readonly rulebook: Rulebook
  readonly settled: Settled
}

/**
 * The facts that someone could still find out and on which an open proof hangs, by the tree, in the order in which they are
 * asked. By the tree it may name a fact too many (`x or not x` stays open), never one too few.
 */
export const missingFacts = (proof: Proof, { rulebook, settled }: Context): string[] => {
  const open = new Set(
    openLeaves(proof)
      .filter(({ proof: leaf }) => leaf.status === 'unknown')
      .flatMap(({ proof: leaf }) => factsOf(leaf.clause.node))
      .filter((fact) => !isWhole(settled.known(fact))),
  )
  return rulebook.facts.filter((fact) => open.has(fact.id) && opennessOf(fact) === 'unknown').map(({ id }) => id)
}

/** The assessments and acts on which an open proof hangs: who has to take which step; each once, in the order of the rule. */
export const awaitedSteps = (proof: Proof, context: Context): Await[] => {
  const awaits = new Map<string, Await>()
  for (const leaf of openLeaves(proof)) {
    if (leaf.proof.status === 'unknown') continue
    const step = stepOf(leaf, context)
    const key = `${step.criterion} ${step.fact ?? step.what}`
    if (!awaits.has(key)) awaits.set(key, step)
  }
  return [...awaits.values()]
}

const stepOf = ({ proof, criterion = '' }: OpenLeaf, context: Context): Await => {
  const { node } = proof.clause
  if ('await' in node && typeof node.await !== 'string') return { criterion, who: node.await.who, what: node.await.what }
  const id = 'await' in node ? (node.await as string) : 'fact' in node ? node.fact : ''
  const fact = byId(context.rulebook.facts).get(id)
  if (!fact) throw new TypeError(`unknown fact ${id}`)
  const factors = factorsOf(fact, context)
  return { criterion, who: whoSettles(fact), what: fact['next-step'] ?? fact.question, fact: id, ...(factors ? { factors } : {}) }
}

/** Who records or does it: for what only a lawyer writes down, and for readings of the law, the attorney. */
const whoSettles = (fact: TopicFact): string =>
  fact.recording === 'lawyer-first' || (fact.kind === 'judgment' && fact.id.startsWith('reading-')) ? 'attorney' : fact['decided-by']

/** The factors of a judgment as far as they were told. */
const factorsOf = (fact: TopicFact, { rulebook, settled }: Context): Await['factors'] => {
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

/** Is one value left? Of choices: no single check tells, so they count as open. */
const isWhole = (knowledge: Knowledge): boolean => {
  switch (knowledge.kind) {
    case 'one':
      return knowledge.possible.size === 1
    case 'act':
      return knowledge.possible.size === 1 && (!knowledge.possible.has('done') || knowledge.on.hi - knowledge.on.lo === 1)
    case 'many':
      return false
    case 'span':
      return knowledge.span.hi - knowledge.span.lo === 1
  }
}
