import { FALSE } from '../../../logic/diagram.ts'
import { awaitKey } from '../../in-force.ts'
import type { Clause } from '../../in-force.ts'
import { isInForce } from '../../span.ts'
import type { Decider } from '../../vocabulary.ts'
import { clausesBelow } from './clauses-below.ts'
import type { Found } from './found.ts'
import type { Ground } from './ground.ts'

/** Deciders who find out facts; all others weigh, or decide. */
const FINDERS: ReadonlySet<Decider> = new Set(['facts', 'person', 'document'])

/**
 * A criterion that facts settle can become not met by facts: not only once a judgment is recorded, or never, because a public body
 * may still step in. One that gives its `reading` says openly that it is left to someone's view. Only leaves of its own count: a
 * criterion or definition beneath it speaks for itself.
 */
export const leftToJudgment = (roots: readonly Clause[], day: number, ground: Ground, found: Found): void => {
  for (const clause of clausesBelow(roots)) {
    const { node } = clause
    if (node.id === undefined || !FINDERS.has(node['decided-by'] ?? 'facts') || (node.reading ?? []).some((reading) => isInForce(reading, day))) continue
    const waits = waitsFor(clause, ownFacts(clause), ground)
    if (waits !== undefined) found('left-to-judgment', node, { id: node.id, fact: waits, decider: node['decided-by'] })
  }
}

/** The facts and steps that the leaves of a criterion name, without those of criteria and definitions beneath it. */
const ownFacts = (criterion: Clause): ReadonlySet<string> => {
  const own = new Set<string>()
  const left = [criterion]
  for (let clause = left.pop(); clause; clause = left.pop()) {
    const { node } = clause
    if (clause !== criterion && (node.id !== undefined || 'definition' in node || 'criterion' in node)) continue
    if ('fact' in node) own.add(node.fact)
    if ('await' in node) own.add(awaitKey(node))
    left.push(...clause.children)
  }
  return own
}

/** What has to be recorded or done before the criterion can become not met; undefined when facts are enough. */
const waitsFor = ({ step }: Clause, own: ReadonlySet<string>, { functions, of, kept, never }: Ground): string | undefined => {
  const { manager, variables } = functions
  const views = variables.list.flatMap(({ openness, kind, fact }, index) => ((openness === 'judgment' || kind === 'await') && own.has(fact) ? [index] : []))
  if (views.length === 0 || never(manager.not(of(step)))) return undefined
  const quantified = new Set(views)
  const mayBeMet = manager.some(manager.and(of(step), kept), quantified)
  if (manager.and(manager.some(kept, quantified), manager.not(mayBeMet)) !== FALSE) return undefined
  return [...new Set(views.map((index) => variables.list[index]?.fact ?? ''))].join(', ')
}
