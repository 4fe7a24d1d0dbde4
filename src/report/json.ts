import type { Determination } from '../assessment/determination.ts'
import { harmlessJson } from '../rulebook/harmless.ts'

/** A determination as JSON over several lines, keys in the order of the contract. */
export const jsonFace = (determination: Determination): string => harmlessJson(JSON.stringify(determination, null, 2))

/** A determination as JSON on one line. */
export const lineFace = (determination: Determination): string => harmlessJson(JSON.stringify(determination))
