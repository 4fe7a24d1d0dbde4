import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colorLevel, wholeFile } from '../../src/commands/output.ts'
import { folderWith } from '../support/program.ts'

describe('colour is decided for each stream', () => {
  test.each<[boolean, boolean | undefined, Record<string, string>, 0 | 1]>([
    // a terminal, the flag, the environment
    [true, undefined, {}, 1],
    [false, undefined, {}, 0],
    [true, undefined, { NO_COLOR: '1' }, 0],
    [true, undefined, { NO_COLOR: '' }, 1],
    [true, undefined, { TERM: 'dumb' }, 0],
    [true, false, {}, 0],
    [true, false, { FORCE_COLOR: '1' }, 0],
    [false, true, {}, 1],
    [false, true, { NO_COLOR: '1' }, 1],
    [false, undefined, { FORCE_COLOR: '1' }, 1],
    [false, undefined, { FORCE_COLOR: '0' }, 0],
    [true, undefined, { FORCE_COLOR: '0' }, 0],
  ])('a terminal: %s, flag %s, %j: %i', (isTerminal, color, env, level) => {
    expect(colorLevel(isTerminal, { color, env })).toBe(level)
  })
})

describe('a file appears whole or not at all', () => {
  test('not before it is finished, then with all that was written', () => {
    const folder = folderWith({})
    const file = wholeFile(join(folder, 'out.txt'))
    file.write('one\n')
    file.write('two\n')
    expect(readdirSync(folder).includes('out.txt')).toBe(false)
    file.finish()
    expect([readdirSync(folder), readFileSync(join(folder, 'out.txt'), 'utf8'), (statSync(join(folder, 'out.txt')).mode & 0o777).toString(8)]).toEqual([
      ['out.txt'],
      'one\ntwo\n',
      '600',
    ])
  })

  test('abandoned, it leaves nothing, and what was there stays', () => {
    const folder = folderWith({ 'out.txt': 'before' })
    const file = wholeFile(join(folder, 'out.txt'))
    file.write('one\n')
    file.abandon()
    expect([readdirSync(folder), readFileSync(join(folder, 'out.txt'), 'utf8')]).toEqual([['out.txt'], 'before'])
  })
})
