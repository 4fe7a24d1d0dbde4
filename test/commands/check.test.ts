import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'
import { fromRoot, realRulebook, smallRulebook } from '../support/rules.ts'

/** A copy of the small rulebook with one file written anew. */
const rulesWith = (path: string, text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tvpa-rules-'))
  cpSync(fromRoot('test/support/sound'), folder, { recursive: true })
  writeFileSync(join(folder, path), text)
  return folder
}

test('the rulebook that ships has no problem', () => {
  const { code, out, err } = tvpa(['check'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^no problems in \d+ options \(\d+ top criteria\), \d+ definitions, \d+ facts, \d+ sources\nsha256:[0-9a-f]{64}\n$/)
  expect(out).toContain(realRulebook().digest)
})

test('another rulebook is counted and named by its digest', () => {
  expect(tvpa(['check', '--rules', 'test/support/sound'])).toEqual({
    code: 0,
    out: `no problems in 1 options (2 top criteria), 1 definitions, 14 facts, 1 sources\n${smallRulebook().digest}\n`,
    err: '',
  })
})

test('problems are told on stderr with their places, counted, and end with 1', () => {
  const folder = rulesWith(
    'options/aid/present.yaml',
    'id: present\ntitle: Present\ntext: T.\ndecided-by: nobody\ncite: [{ source: act, at: "2" }]\ntag: V\nfact: heres\n',
  )
  expect(tvpa(['check', '--rules', folder])).toEqual({
    code: 1,
    out: '',
    err: `${folder}/options/aid/present.yaml:4:13 at decided-by\nexpected one of facts, person, document, professional, certifying-agency, law-enforcement, dhs-uscis, attorney-general, hhs, court, found \`nobody\`\n1 problem\n`,
  })
})

test('a rulebook with problems is used by no command', () => {
  const folder = rulesWith('options/aid/present.yaml', 'id: present\n')
  const { code, out, err } = tvpa(['evaluate', '-', '--rules', folder], { input: '{"facts":{}}' })
  expect([code, out, err]).toEqual([
    2,
    '',
    `${folder}/options/aid/present.yaml:1:1\nsays nothing: it has no form\n  give it exactly one of all, any, not, bar, at-least, definition, criterion, await, act, fact\n`,
  ])
})

describe('what is no rulebook is told', () => {
  test('a folder that is not there', () => {
    expect(tvpa(['check', '--rules', '/none'])).toEqual({ code: 1, out: '', err: '/none\ncannot be read: there is no such file or folder\n1 problem\n' })
  })

  test('an empty folder', () => {
    const folder = folderWith({})
    expect(tvpa(['check', '--rules', folder])).toEqual({
      code: 1,
      out: '',
      err: `${folder}/rulebook.yaml\ncannot be read: the rulebook has no such file\n1 problem\n`,
    })
  })

  test('a file that is no text', () => {
    const { code, out, err } = tvpa(['check', '--rules', rulesWith('options/aid/present.yaml', '\u0000\u0001\u001b[2J\u0000')])
    expect([code, out]).toEqual([1, ''])
    expect(err).not.toContain('\u001b')
    expect(err).not.toContain('mistake in the program')
  })
})

// In a process of its own: text like this has brought whole processes down.
describe('nesting without end is told in one line and not followed', () => {
  test.each<[string, string]>([
    ['brackets', '['.repeat(100_000)],
    ['brackets that close', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', `${'- '.repeat(100_000)}a`],
    ['lines set in', Array.from({ length: 1_500 }, (_, depth) => `${' '.repeat(depth)}not:`).join('\n')],
    ['nodes', `${'{ not: '.repeat(20_000)}{ fact: here }${' }'.repeat(20_000)}`],
  ])('%s', (_, text) => {
    const folder = rulesWith('options/aid/present.yaml', text)
    const { code, err } = tvpa(['check', '--rules', folder])
    expect([code, err.slice(0, 400).replaceAll(folder, '.')]).toEqual([1, './options/aid/present.yaml\nis nested too deep to be read\n1 problem\n'])
  })
})
