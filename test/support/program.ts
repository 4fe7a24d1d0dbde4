import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromRoot } from './rules.ts'

/** How a run of the program ended, and what it wrote on each stream. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface How {
  readonly input?: string | Buffer
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built program as a user would, without a terminal. */
export const tvpa = (args: readonly string[], { input = '', cwd = fromRoot(''), env = {} }: How = {}): Run => {
  const { PATH, HOME } = process.env
  const base = { ...(PATH === undefined ? {} : { PATH }), ...(HOME === undefined ? {} : { HOME }) }
  const { status, stdout, stderr } = spawnSync(process.execPath, [fromRoot('bin/tvpa.js'), ...args], {
    input,
    cwd,
    env: { ...base, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** A new folder with these files in it; its path. */
export const folderWith = (files: Readonly<Record<string, string | Buffer>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tvpa-test-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
