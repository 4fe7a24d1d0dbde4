import { spawnSync } from 'node:child_process'
import { fromRoot } from '../support/rules.ts'

/** A pattern, what is typed when it shows, and how often at most. */
export type Replies = readonly (readonly [pattern: string, typed: string, most?: number])[]

export interface Sat {
  readonly screen: string
  readonly out: string
  readonly code: number | null
}

/** Runs the built program at a pseudo-terminal and answers it. */
export const atATerminal = (
  args: readonly string[],
  replies: Replies,
  prompt: string,
  more: { readonly env?: Readonly<Record<string, string>>; readonly columns?: number } = {},
): Sat => {
  const task = {
    argv: [process.execPath, 'bin/tvpa.js', ...args],
    cwd: fromRoot('.'),
    env: { TERM: 'xterm-256color', ...more.env },
    columns: more.columns ?? 100,
    prompt,
    until: 110,
    replies: replies.map(([pattern, typed, most = -1]) => [pattern, typed, most]),
  }
  const result = spawnSync('python3', [fromRoot('test/interview/at-a-terminal.py')], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status !== 0) throw new Error(result.stderr)
  return JSON.parse(result.stdout) as Sat
}

/** Something is asked in plain mode, and in rich mode. */
export const PLAIN_PROMPT = ': $'
export const RICH_PROMPT = 'exit now|left empty'

/** Nobody is in danger, everything else is not known: the way through a sitting in plain mode. */
export const plainly = (first: Replies = []): Replies => [
  ...first,
  ['in danger right now', '#None of these'],
  ['still reach the person', '#No'],
  ['Is any child still', '#No'],
  ['court date or an immigration check-in', '#None'],
  ['How old is the person\\?', '#22 years or more'],
  ['How did that situation end', '#Let go by exploiter'],
  ['holding the person', '#Not held'],
  ['A reference of your own', '\n'],
  ['Question \\d+\\..*: $', 'u\n'],
  ['exit now: $', '1\n'],
]

/** The same in rich mode, by single keys. */
export const richly = (first: Replies = []): Replies => [
  ...first,
  ['in danger right now', '5\r'],
  ['still reach the person', '2\r'],
  ['Is any child still', '2\r'],
  ['court date or an immigration', '1\r'],
  ['How old is the person\\?', '\u001b[B\u001b[B\u001b[B\u001b[B\u001b[B\r'],
  ['How did that situation end', '5\r'],
  ['holding the person', '1\r'],
  ['left empty', '\r'],
  ['question \\d+', 'u'],
  ['exit now', '\r'],
]
