import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fromRoot, textOf } from './support/rules.ts'

/** The lines of the README's shell blocks, but for those that install: they run these very tests. */
const lines = [...textOf('README.md').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/^npm ci && /, ''))
  .filter((line) => line.trim() !== '' && !line.startsWith('npm '))

test('the README has commands to run', () => {
  expect(lines.length).toBeGreaterThan(4)
})

test.each(lines)('a command of the README works as written: %s', (line) => {
  const { status, stdout } = spawnSync('bash', ['-c', line], { cwd: fromRoot('.'), encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
  expect([status, stdout.length > 0]).toEqual([0, true])
})
