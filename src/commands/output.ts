import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { Chalk } from 'chalk'
import type { ChalkInstance } from 'chalk'

/** Where a command writes: results on `out`, everything else on `err`; and how each of the two is coloured and wide. */
export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly paint: ChalkInstance
  readonly paintErr: ChalkInstance
  readonly columns: number
}

/** What decides about colour and width. */
export interface Look {
  readonly color?: boolean | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Colour for a stream: none without a terminal, with `NO_COLOR`, `TERM=dumb` or `--no-color`; `FORCE_COLOR` and `--color` insist. */
export const colorLevel = (isTerminal: boolean, { color, env }: Look): 0 | 1 => {
  if (color === false) return 0
  if (color === true || (env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] === '0' ? 0 : 1
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' ? 1 : 0
}

const WIDEST = 120
const NARROWEST = 40

/** The two streams of the process. */
export const processOutput = (look: Look): Output => ({
  out: (text) => {
    writeAll(1, text)
  },
  err: (text) => {
    writeAll(2, text)
  },
  paint: new Chalk({ level: colorLevel(process.stdout.isTTY, look) }),
  paintErr: new Chalk({ level: colorLevel(process.stderr.isTTY, look) }),
  columns: Math.min(WIDEST, Math.max(NARROWEST, Number(look.env['COLUMNS']) || process.stdout.columns || 100)),
})

/** Thrown when whoever reads our output has gone: the program ends quietly. */
export class ReaderGone extends Error {}

/** Writes all of a text to a descriptor, waiting while a pipe is full. */
const writeAll = (descriptor: number, text: string): void => {
  const bytes = Buffer.from(text, 'utf8')
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') throw new ReaderGone()
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** A file that appears whole or not at all: written beside its place, flushed, then moved there. Nothing is left lying about. */
export const wholeFile = (path: string): { write: (text: string) => void; finish: () => void; abandon: () => void } => {
  const temporary = `${path}.${String(process.pid)}.tmp`
  let descriptor: number | undefined = openSync(temporary, 'wx', 0o600)
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  return {
    write: (text) => {
      if (descriptor !== undefined) writeAll(descriptor, text)
    },
    finish: () => {
      if (descriptor !== undefined) fsyncSync(descriptor)
      close()
      renameSync(temporary, path)
    },
    abandon: () => {
      close()
      rmSync(temporary, { force: true })
    },
  }
}

/** Writes on standard error when a command could not even start. */
export const lastWords = (text: string): void => {
  writeAll(2, text)
}
