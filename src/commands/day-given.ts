import { parseDay } from '../logic/day.ts'
import { harmless } from '../rulebook/harmless.ts'
import type { Output } from './output.ts'

/** A day given with a flag; undefined, with the reason told, when it is none. */
export const dayGiven = (text: string, flag: string, output: Output): string | undefined => {
  if (parseDay(text) !== undefined) return text
  output.err(harmless(`${flag}: expected a day such as 2026-11-21, found \`${text}\`\n`))
  return undefined
}
