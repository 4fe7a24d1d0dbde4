import type { Status } from '../logic/truth.ts'
import { isOpen } from '../logic/truth.ts'
import type { Clause } from '../rulebook/in-force.ts'

/** Why a status is what it is: the clause, its status, and the proofs of its children. Nothing is left out. */
export interface Proof {
  readonly clause: Clause
  /** The exact status: never higher than the tree's, and equal to it wherever the tree's is settled. */
  readonly status: Status
  /** The status by the tables of the tree. */
  readonly tree: Status
  readonly children: readonly Proof[]
}

/** The proof of a clause, from the statuses of its program by the tree and, for each open step, exactly. */
export const prove = (clause: Clause, tree: readonly Status[], exact: (step: number) => Status): Proof => {
  const status = tree[clause.step] ?? 'unknown'
  return { clause, status: isOpen(status) ? exact(clause.step) : status, tree: status, children: clause.children.map((child) => prove(child, tree, exact)) }
}

/** The children that settle a node: all of them, or only those that decide; all where only the whole settles it. None while it is open. */
export const deciding = (proof: Proof): readonly Proof[] => {
  const { node } = proof.clause
  if (isOpen(proof.status)) return []
  if (isOpen(proof.tree)) return proof.children
  if ('all' in node) return proof.tree === 'met' ? proof.children : proof.children.filter(({ tree }) => tree === 'not-met')
  if ('any' in node || 'act' in node) return proof.tree === 'met' ? proof.children.filter(({ tree }) => tree === 'met') : proof.children
  if ('at-least' in node && !('fact' in node)) return proof.children.filter(({ tree }) => tree === proof.tree)
  return proof.children
}

/** An open leaf together with the innermost criterion it stands in. */
export interface OpenLeaf {
  readonly proof: Proof
  readonly criterion: string | undefined
}

/** The leaves that are open by the tree, reached through nodes open by the tree, each with the innermost criterion. */
export const openLeaves = (proof: Proof, criterion?: string): OpenLeaf[] => {
  if (!isOpen(proof.tree)) return []
  const { node } = proof.clause
  const inner = node.id ?? criterion
  if (proof.children.length === 0) return [{ proof, criterion: inner }]
  const into = 'definition' in node ? (criterion ?? node.id) : inner
  return proof.children.flatMap((child) => openLeaves(child, 'definition' in node ? into : inner))
}
