import type { Determination } from '../assessment/determination.ts'
import { harmlessJson } from '../rulebook/harmless.ts'

/** A determination as JSON over several lines, keys in the order of the contract. */
export const jsonFace = (determination: Determination): string => harmlessJson(JSON.stringify(determination, null, 2))

/** A determination as JSON on one line. */
export const lineFace = (determination: Determination): string => harmlessJson(JSON.stringify(determination))

/** Anything else that a command says of a case, as JSON over several lines. */
export const jsonPage = (page: object): string => `${harmlessJson(JSON.stringify(page, null, 2))}\n`
