import { describe, expect, test } from 'vitest'
import { problem, problemCodes, problemText } from '../../src/rulebook/problem.ts'

describe('a problem is told in two or three lines: where, what, and how to put it right', () => {
  test.each([
    [{ file: 'a.yaml', path: [] }, 'a.yaml\nis nested too deep to be read'],
    [{ file: 'a.yaml', path: [], line: 3 }, 'a.yaml:3\nis nested too deep to be read'],
    [{ file: 'a.yaml', path: [], line: 3, column: 7 }, 'a.yaml:3:7\nis nested too deep to be read'],
    [{ file: 'a.json', path: ['facts', 'age'], line: 3, column: 7, record: 'record 2' }, 'a.json:3:7 record 2 at facts.age\nis nested too deep to be read'],
    [{ file: 'a.json', path: ['relatives', 0, 'ref'] }, 'a.json at relatives.0.ref\nis nested too deep to be read'],
  ])('%j', (where, text) => {
    expect(problemText(problem('too-deep', where))).toBe(text)
  })

  test('help stands on a line of its own, set in', () => {
    expect(problemText(problem('unknown-fact', { file: 'a.json', path: [] }, { id: 'agee', nearest: 'age' }))).toBe(
      'a.json\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`',
    )
  })

  test('what could steer a terminal is taken out of names, paths and the words of authors', () => {
    expect(problemText(problem('unknown-key', { file: 'a\u001b[2J.json', path: ['x\u0007'] }, { key: '\u009b31m' }))).toBe(
      'a\ufffd[2J.json at x\ufffd\nunknown key `\ufffd31m`',
    )
  })
})

describe('messages begin in lower case, have no full stop, and show no type of the program', () => {
  test.each(problemCodes)('%s', (code) => {
    const { message, help = 'help' } = problem(code, { file: 'a', path: [] }, { nearest: 'b', reason: 'a reason' })
    for (const text of [message, help]) expect(text).toMatch(/^[a-z`(][^]*[^.]$/)
    expect(message).not.toMatch(/undefined|null|\[object|zod/i)
  })
})
