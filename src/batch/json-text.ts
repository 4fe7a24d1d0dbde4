import type { ParseError } from 'jsonc-parser'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'

/** JSON text as data, or what is wrong with it. */
export type JsonText = { readonly data: unknown; readonly problem?: undefined } | { readonly problem: Problem; readonly data?: undefined }

/** Reads JSON in which no object has a key twice. `where` is where the text begins; problems carry the line inside it. */
export const readJson = async (text: string, where: Where): Promise<JsonText> => {
  let data: unknown
  try {
    data = JSON.parse(text) as unknown
  } catch (error) {
    return { problem: await syntaxProblem(text, where, error instanceof Error ? error.message : String(error)) }
  }
  if (colonsOutsideTexts(text) === keysIn(data)) return { data }
  return { problem: await duplicateProblem(text, where) }
}

/** The line and column (both from 1) of an offset in a text whose first line has the number `first`. */
export const lineOf = (text: string, offset: number, first = 1): { line: number; column: number } => {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  return { line: first + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** The place of a value in JSON text, by its path; the place of the whole where it cannot be found. */
export const placeIn = async (text: string, where: Where): Promise<Where> => {
  const { parseTree, findNodeAtLocation } = await import('jsonc-parser')
  try {
    const tree = parseTree(text)
    for (let length = where.path.length; tree && length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, [...where.path.slice(0, length)])
      if (node) return { ...where, ...lineOf(text, (node.parent?.type === 'property' ? node.parent : node).offset, where.line) }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return where
}

/** What the reader of JSON says, without what it quotes of the file; and where, from its own words or by reading once more. */
const syntaxProblem = async (text: string, where: Where, message: string): Promise<Problem> => {
  const position = /position (\d+)/.exec(message)?.[1]
  const reason = message
    .replace(/(?: in JSON)? at position \d+.*$/s, '')
    .replace(/,? (?:\.\.\.)?"[\s\S]*$/, '')
    .replace(/^(.)/, (first) => first.toLowerCase())
  const offset = position === undefined ? await firstMistake(text) : Number(position)
  return problem('json-syntax', { ...where, ...lineOf(text, offset, where.line) }, { reason })
}

const firstMistake = async (text: string): Promise<number> => {
  const { parse } = await import('jsonc-parser')
  const mistakes: ParseError[] = []
  try {
    parse(text, mistakes, { disallowComments: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return mistakes[0]?.offset ?? text.trimEnd().length
}

const duplicateProblem = async (text: string, where: Where): Promise<Problem> => {
  const { visit } = await import('jsonc-parser')
  const open: Set<string>[] = []
  let found: { key: string; offset: number } | undefined
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, offset) => {
        const keys = open.at(-1)
        if (keys?.has(key)) found ??= { key, offset }
        keys?.add(key)
      },
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return problem('duplicate-key', { ...where, ...(found ? lineOf(text, found.offset, where.line) : {}) }, { key: found?.key ?? '?' })
}

const QUOTE = 34
const COLON = 58
const BACKSLASH = 92

/** How many colons stand outside texts: one for each key that was written. */
const colonsOutsideTexts = (text: string): number => {
  let colons = 0
  let inText = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inText && code === BACKSLASH) index += 1
    else if (code === QUOTE) inText = !inText
    else if (!inText && code === COLON) colons += 1
  }
  return colons
}

/** How many keys came out of reading, in all objects, by a worklist. */
const keysIn = (data: unknown): number => {
  let keys = 0
  const left: unknown[] = [data]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null) continue
    const inner: unknown[] = Object.values(value)
    if (!Array.isArray(value)) keys += inner.length
    for (const one of inner) left.push(one)
  }
  return keys
}
