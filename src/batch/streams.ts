import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import { systemReason } from '../rulebook/system-reason.ts'
import type { Piece } from './records.ts'

const CHUNK = 1024 * 1024
const LONGEST_LINE = 16 * 1024 * 1024
const LARGEST_FILE = 256 * 1024 * 1024
const LINE_FILES = new Set(['.ndjson', '.jsonl'])

/** A piece of input, or why it could not be read. */
export type Read = Piece | { readonly problem: Problem }

/** Reads files, folders and standard input (`-`), piece by piece: line files line by line, other files whole. */
export function* readInputs(paths: readonly string[]): Generator<Read> {
  for (const path of paths) {
    if (path === '-') yield* readStandardInput()
    else yield* readPath(path)
  }
}

function* readPath(path: string): Generator<Read> {
  const where: Where = { file: path, path: [] }
  try {
    if (!statSync(path).isDirectory()) {
      yield* readFile(path)
      return
    }
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (LINE_FILES.has(extname(entry.name)) || extname(entry.name) === '.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
    if (files.length === 0) yield { problem: problem('no-cases', where) }
    for (const file of files) yield* readFile(file)
  } catch (error) {
    yield { problem: unreadable(where, error) }
  }
}

const unreadable = (where: Where, error: unknown): Problem => problem('unreadable', where, { reason: systemReason(error) })

function* readFile(path: string): Generator<Read> {
  const where: Where = { file: path, path: [] }
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    yield { problem: unreadable(where, error) }
    return
  }
  try {
    if (LINE_FILES.has(extname(path))) yield* lines(descriptor, where)
    else yield whole(descriptor, where)
  } finally {
    closeSync(descriptor)
  }
}

/** Standard input: lines when its first line stands for itself, else one document. */
function* readStandardInput(): Generator<Read> {
  const where: Where = { file: 'standard input', path: [] }
  const start: Buffer[] = []
  const first = firstLine(0, start)
  if (first !== undefined && standsForItself(first)) yield* lines(0, where, start)
  else yield whole(0, where, start)
}

/** The bytes of the first line that is not blank; undefined when input ends or grows long before one ends. What was read stays in `read`. */
const firstLine = (descriptor: number, read: Buffer[]): string | undefined => {
  let size = 0
  while (size <= LONGEST_LINE) {
    const chunk = nextChunk(descriptor)
    if (!chunk) return undefined
    read.push(chunk)
    size += chunk.length
    if (!chunk.includes(0x0a)) continue
    const text = Buffer.concat(read).toString('utf8')
    const line = text
      .split('\n')
      .slice(0, -1)
      .find((one) => one.trim() !== '')
    if (line !== undefined) return line
  }
  return undefined
}

/** Is a line a JSON value of its own, or no beginning of one that goes on? Then each line stands for itself. */
const standsForItself = (line: string): boolean => {
  if (!/^\s*[[{]/.test(line)) return true
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** The next bytes; undefined at the end. A terminal or pipe that has nothing yet is waited for. */
const nextChunk = (descriptor: number): Buffer | undefined => {
  const buffer = Buffer.allocUnsafe(CHUNK)
  for (;;) {
    try {
      const length = readSync(descriptor, buffer, 0, CHUNK, null)
      return length === 0 ? undefined : buffer.subarray(0, length)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return undefined
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const whole = (descriptor: number, where: Where, start: readonly Buffer[] = []): Read => {
  const chunks = [...start]
  let size = chunks.reduce((sum, { length }) => sum + length, 0)
  for (let chunk = nextChunk(descriptor); chunk; chunk = nextChunk(descriptor)) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LARGEST_FILE)
      return {
        problem: problem('too-large', where, {
          size: `more than ${mebibytes(LARGEST_FILE)}`,
          limit: `${mebibytes(LARGEST_FILE)}; one case a line in an .ndjson file has no limit`,
        }),
      }
  }
  return decoded(Buffer.concat(chunks), { ...where, line: 1 })
}

const mebibytes = (bytes: number): string => `${String(bytes / 1024 / 1024)} MiB`

function* lines(descriptor: number, where: Where, start: readonly Buffer[] = []): Generator<Read> {
  const waiting = [...start]
  let rest: Buffer[] = []
  let size = 0
  let number = 0
  let read = 0
  const line = (bytes: Buffer): Read | undefined => {
    number += 1
    if (bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) return undefined
    read += 1
    return decoded(bytes, { ...where, line: number, record: `record ${String(number)}` })
  }
  const ended = (): Read | undefined => {
    const bytes = Buffer.concat(rest)
    const long = size > LONGEST_LINE
    ;[rest, size] = [[], 0]
    if (!long) return line(bytes)
    number += 1
    read += 1
    return {
      problem: problem('too-large', { ...where, line: number }, { size: `a line of more than ${mebibytes(LONGEST_LINE)}`, limit: mebibytes(LONGEST_LINE) }),
    }
  }
  for (let chunk = waiting.shift() ?? nextChunk(descriptor); chunk; chunk = waiting.shift() ?? nextChunk(descriptor)) {
    let from = 0
    for (let to = chunk.indexOf(0x0a); to >= 0; to = chunk.indexOf(0x0a, from)) {
      const part = chunk.subarray(from, to)
      size += part.length
      if (size <= LONGEST_LINE) rest.push(part)
      const piece = ended()
      if (piece) yield piece
      from = to + 1
    }
    size += chunk.length - from
    if (size <= LONGEST_LINE) rest.push(chunk.subarray(from))
  }
  if (size > 0) {
    const piece = ended()
    if (piece) yield piece
  }
  if (read === 0) yield { problem: problem('empty', where, { expected: 'one case a line, as JSON' }) }
}

const decoded = (bytes: Buffer, where: Where): Read => {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes.subarray(0, 64).includes(0))
    return { problem: problem('not-utf8', where, { hint: ' (it looks like UTF-16, or a binary file)' }) }
  try {
    return { where, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: problem('not-utf8', where) }
  }
}
