import { describe, expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'
import { textOf } from '../support/rules.ts'

const { version } = JSON.parse(textOf('package.json')) as { version: string }
const commands = [...tvpa(['--help']).out.matchAll(/^ {2}([a-z]+)[ [<|]/gm)].map(([, name = '']) => name).filter((name) => name !== 'help' && name !== 'tvpa')

test('the program has the commands that the contract names first', () => {
  expect(commands).toEqual(expect.arrayContaining(['evaluate', 'check', 'test']))
})

describe('help and version go to standard output, and are no mistake', () => {
  test.each([
    [['--version'], `${version}\n`],
    [['-V'], `${version}\n`],
  ])('%j', (args, out) => {
    expect(tvpa(args)).toEqual({ code: 0, out, err: '' })
  })

  test.each([[['--help']], [['help']], [['evaluate', '--help']], [['help', 'evaluate']]])('%j', (args) => {
    const { code, out, err } = tvpa(args)
    expect([code, err, out.startsWith('Usage: tvpa')]).toEqual([0, '', true])
  })

  test.each(commands)('the help of %s has examples', (command) => {
    const { out } = tvpa([command, '--help'])
    expect(out).toMatch(/\nExamples?:\n {2}tvpa /)
    expect(out).toContain('--rules <folder>')
    expect(out).toContain('--no-color')
  })
})

describe('wrong usage ends with 2 and says what was meant', () => {
  test.each<[string[], string]>([
    [['evalute'], "error: unknown command 'evalute'\n(Did you mean evaluate?)\n"],
    [['evaluate', '--formt', 'json'], "error: unknown option '--formt'\n(Did you mean --format?)\n"],
    [['evaluate', '--format', 'xml'], "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are text, json, ndjson.\n"],
    [['test', '--reporter', 'xml'], "error: option '--reporter <name>' argument 'xml' is invalid. Allowed choices are text, json.\n"],
    [['check', 'something'], "error: too many arguments for 'check'. Expected 0 arguments but got 1.\n"],
  ])('%j', (args, message) => {
    expect(tvpa(args)).toEqual({ code: 2, out: '', err: message })
  })

  test('no command', () => {
    const { code, out, err } = tvpa([])
    expect([code, out, err.startsWith('Usage: tvpa')]).toEqual([2, '', true])
  })

  test('what was typed does not steer the terminal', () => {
    expect(tvpa(['\u001b[2J\u0007']).err).not.toContain('\u001b')
  })
})
