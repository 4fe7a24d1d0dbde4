import type { Status } from '../logic/truth.ts'
import { isOpen } from '../logic/truth.ts'
import type { Proof } from './proof.ts'
import { deciding } from './proof.ts'
import type { Standing } from './standing.ts'
import { proofsBelow } from './standing.ts'

/** A criterion that comes out differently on two days; undefined on a day on which it is not law. */
export interface Turn {
  readonly id: string
  readonly title: string
  readonly before: Status | undefined
  readonly after: Status | undefined
}

/**
 * What makes the difference between two standings: the innermost criteria that settle the one and come out differently in the
 * other. Where some of them are settled, and law, on both days, only those. None where the rule is law on one day only.
 */
export const turnsOf = (before: Standing, after: Standing): Turn[] => {
  if (!before.proof || !after.proof) return []
  const settled = before.status === 'not-met' ? before.proof : after.status === 'not-met' ? after.proof : before.status === 'met' ? before.proof : after.proof
  const way = proofsDeciding(settled).filter(({ clause }) => clause.node.id !== undefined)
  const [first, second] = [statuses(before.proof), statuses(after.proof)]
  const turned = way.filter(({ clause: { node } }) => first.get(node.id) !== second.get(node.id))
  const innermost = turned.filter((one) => !turned.some((other) => other !== one && proofsBelow(one).includes(other)))
  const turns = innermost.map(({ clause: { node } }): Turn => ({
    id: node.id ?? '',
    title: node.title ?? node.id ?? '',
    before: first.get(node.id),
    after: second.get(node.id),
  }))
  const clear = turns.filter(({ before: was, after: is }) => was !== undefined && is !== undefined && !isOpen(was) && !isOpen(is))
  const unique = new Map((clear.length > 0 ? clear : turns).map((turn) => [turn.id, turn]))
  return [...unique.values()]
}

const statuses = (proof: Proof): Map<string | undefined, Status> => new Map(proofsBelow(proof).map((one) => [one.clause.node.id, one.status]))

/** The proofs on the way from a settled proof down to what decides it. */
const proofsDeciding = (root: Proof): Proof[] => {
  const found: Proof[] = []
  const left = [root]
  for (let one = left.pop(); one; one = left.pop()) {
    found.push(one)
    left.push(...deciding(one).toReversed())
  }
  return found
}
