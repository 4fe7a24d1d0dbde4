import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'
import { fromRoot } from '../support/rules.ts'

const rules = ['--rules', fromRoot('test/support/sound')]
const person = JSON.stringify({ case: '1', facts: { here: { value: true, basis: 'person' }, work: null, grave: 'declined' } })
const made = tvpa([...rules, 'evaluate', '--as-of', '2020-06-15', '--format', 'json', '-'], { input: person }).out
const sound = JSON.parse(made) as Readonly<Record<string, unknown>>
const { facts, ...bare } = sound
const tampered = made.replace('"outcome": "cannot-tell-yet"', '"outcome": "may-qualify"')

test('a determination carries the answers, without what wraps them', () => {
  expect(facts).toEqual({ here: true, grave: 'declined' })
})

test('a sound determination is accepted, and what is open is shown by two ways', () => {
  expect(tvpa([...rules, 'verify', '-'], { input: made })).toEqual({
    code: 0,
    out: 'case 1, law of 2020-06-15: 4 claims accepted, 0 refused, 0 not verified\n  open          aid: cannot-tell-yet\n                met with harms: burn: yes\n                not met with harms: burn: no\n                and alike: harms: not 2 members\n',
    err: '',
  })
})

test('a changed outcome is refused, with what it should be', () => {
  const { code, out } = tvpa([...rules, 'verify', '-'], { input: tampered })
  expect([code, out.split('\n').slice(0, 2)]).toEqual([
    1,
    ['case 1, law of 2020-06-15: 3 claims accepted, 1 refused, 0 not verified', '  refused       aid: says may-qualify, should be cannot-tell-yet'],
  ])
})

test('as JSON, each claim with its verdict', () => {
  const { code, out } = tvpa([...rules, 'verify', '--format', 'json', '-'], { input: made })
  const { claims, ...sum } = JSON.parse(out) as { claims: unknown[] }
  expect([code, sum, claims[0], claims[1]]).toEqual([
    0,
    { case: '1', 'as-of': '2020-06-15', accepted: 4, refused: 0, 'not-verified': 0 },
    {
      claim: 'aid',
      said: 'cannot-tell-yet',
      verdict: 'accepted',
      witness: { met: 'harms: burn: yes', 'not-met': 'harms: burn: no', alike: ['harms: not 2 members'] },
    },
    { claim: 'aid/present', said: 'met', verdict: 'accepted' },
  ])
})

describe('the exit code says how it ended', () => {
  const one = JSON.stringify(sound)
  const without = JSON.stringify(bare)

  test.each<[string, Record<string, string>, string[], number, string]>([
    ['a list', { 'a.json': `[${one},${one}]` }, ['a.json'], 0, ''],
    ['one a line', { 'a.ndjson': `${one}\n${one}\n` }, ['a.ndjson'], 0, ''],
    ['one refused among good', { 'a.json': `[${one},${tampered}]` }, ['a.json'], 1, ''],
    ['another rulebook', { 'a.json': one.replace('sha256:', 'sha256:0') }, ['a.json'], 1, ''],
    ['no answers, but their case', { 'a.json': without, 'case.json': person }, ['a.json', '--case', 'case.json'], 0, ''],
    ['no answers', { 'a.json': without }, ['a.json'], 2, 'the key `facts` is missing'],
    ['answers twice', { 'a.json': one, 'case.json': person }, ['a.json', '--case', 'case.json'], 2, 'the answers are given twice'],
    ['no case where one is named', { 'a.json': without }, ['a.json', '--case', 'none.json'], 2, 'cannot be read'],
    ['one damaged among good', { 'a.ndjson': `${one}\n{"options"\n` }, ['a.ndjson'], 3, 'is not JSON'],
    ['a case, no determination', { 'a.json': person }, ['a.json'], 2, 'expected a determination'],
    ['an answer that is none', { 'a.json': one.replace('"here":true', '"here":"maybe"') }, ['a.json'], 2, 'expected true, false'],
    ['deep nonsense', { 'a.json': `{"options":${'['.repeat(50_000)}${']'.repeat(50_000)},"facts":{}}` }, ['a.json'], 1, ''],
    ['an empty list', { 'a.json': '[]' }, ['a.json'], 2, 'is empty'],
    ['a budget that is none', { 'a.json': one }, ['a.json', '--budget', '0'], 2, '--budget'],
    ['too small a budget', { 'a.json': one }, ['a.json', '--budget', '1'], 1, ''],
  ])('%s', (_, files, args, code, message) => {
    const run = tvpa([...rules, 'verify', ...args], { cwd: folderWith(files) })
    expect([run.code, run.err.includes(message)]).toEqual([code, true])
    expect(run.err).not.toMatch(/mistake in the program/)
  })
})
