import type { Status } from '../logic/truth.ts'
import { isOpen } from '../logic/truth.ts'
import type { Clause } from '../rulebook/in-force.ts'

/** Why a status is what it is: the clause, its status, and the proofs of its children. Nothing is left out. */
export interface Proof {
  readonly clause: Clause
  readonly status: Status
  readonly children: readonly Proof[]
}

/** The proof of a clause, from the statuses of its program. */
export const prove = (clause: Clause, statuses: readonly Status[]): Proof => ({
  clause,
  status: statuses[clause.step] ?? 'unknown',
  children: clause.children.map((child) => prove(child, statuses)),
})

/** The children that settle a node: all of them, or only those that decide. None while it is open. */
export const deciding = (proof: Proof): readonly Proof[] => {
  const { node } = proof.clause
  if (isOpen(proof.status)) return []
  if ('all' in node) return proof.status === 'met' ? proof.children : proof.children.filter(({ status }) => status === 'not-met')
  if ('any' in node || 'act' in node) return proof.status === 'met' ? proof.children.filter(({ status }) => status === 'met') : proof.children
  if ('at-least' in node && !('fact' in node)) return proof.children.filter(({ status }) => status === proof.status)
  return proof.children
}

/** An open leaf together with the innermost criterion it stands in. */
export interface OpenLeaf {
  readonly proof: Proof
  readonly criterion: string | undefined
}

/** The leaves on which an open proof still hangs, by the tree: reached through open nodes only. */
export const openLeaves = (proof: Proof, criterion?: string): OpenLeaf[] => {
  if (!isOpen(proof.status)) return []
  const { node } = proof.clause
  const inner = node.id ?? criterion
  if (proof.children.length === 0) return [{ proof, criterion: inner }]
  const into = 'definition' in node ? (criterion ?? node.id) : inner
  return proof.children.flatMap((child) => openLeaves(child, 'definition' in node ? into : inner))
}
