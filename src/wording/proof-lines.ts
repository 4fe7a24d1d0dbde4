import type { Proof } from '../assessment/proof.ts'
import { deciding } from '../assessment/proof.ts'
import { isOpen } from '../logic/truth.ts'
import { nodeWords, spanWords } from './phrases.ts'
import { STATUS_WORDS } from './statuses.ts'

/** The way from a node down to the first leaf that decides it, or keeps it open: one line for each node with an id or a test. */
export const decidingLines = (proof: Proof): string[] => {
  const lines: string[] = []
  let inner: Proof | undefined = proof
  while (inner) {
    const { node } = inner.clause
    if (inner.children.length === 0 || node.id !== undefined) {
      const span = spanWords(node)
      const words = inner.children.length === 0 ? nodeWords(node) : (node.title ?? nodeWords(node))
      lines.push(`${node.id ?? '·'}  ${STATUS_WORDS[inner.status]}   ${words}${span === '' ? '' : `   (in force ${span})`}`)
    }
    const { status, children }: Proof = inner
    inner = isOpen(status) ? children.find((child) => child.status === status) : deciding(inner)[0]
  }
  return lines
}
