import type { Node } from '../../criterion.ts'
import type { ProblemCode } from '../../problem.ts'

/** Tells of something wrong with a node of the law on a day; what has been told of a node is not told again. */
export type Found = (code: ProblemCode, node: Node, details: Readonly<Record<string, string | undefined>>) => void
