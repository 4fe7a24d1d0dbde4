import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toLookAt } from '../../src/rulebook/unverified.ts'
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

const idle =
  'id: present\ntitle: Present\ntext: T.\ndecided-by: person\ncite: [{ source: act, at: "2" }]\ntag: V\nany: [{ fact: here }, { all: [{ fact: here }, { fact: agrees }] }]\n'

describe('what is found can be read by programs', () => {
  test('as a list of code, place, message and help, which ends with 1', () => {
    const folder = rulesWith('options/aid/present.yaml', idle)
    const { code, out, err } = tvpa(['check', '--rules', folder, '--format', 'json'])
    expect([code, err]).toEqual([1, '1 problem\n'])
    expect(JSON.parse(out)).toEqual([
      {
        code: 'idle',
        where: { file: `${folder}/options/aid/present.yaml`, line: 7, column: 23, path: ['any', 1] },
        message: 'can never matter for `present` on 2000-01-01: without it every case comes to the same',
        help: 'take it out, or mend what already says as much',
      },
    ])
  })

  test('as an empty list where nothing is wrong', () => {
    expect(tvpa(['check', '--rules', 'test/support/sound', '--format', 'json'])).toEqual({ code: 0, out: '[]\n', err: '' })
  })
})

describe('the size of diagrams is shown', () => {
  test('on a day, whatever else the diagrams show', () => {
    const { code, out, err } = tvpa(['check', '--rules', rulesWith('options/aid/present.yaml', idle), '--stats', '--as-of', '2005-01-01'])
    expect([code, err]).toEqual([0, ''])
    expect(out.replaceAll(/ {2}\d+ {2}(?=present|hurt)/g, '  N  ')).toBe(
      [
        'DIAGRAMS ON 2005-01-01',
        'rule         day         variables  nodes  made  largest criterion',
        'definitions  2005-01-01          1      1     N  hurt (1)',
        'aid          2005-01-01          3      2     N  present (1)',
        '',
        'FACTS THAT ARE READ, BUT NEVER CHANGE THE OUTCOME',
        '  aid: agrees',
        '',
      ].join('\n'),
    )
  })

  test('for every option of the rulebook that ships, on each day on which the law changes', () => {
    const { code, out, err } = tvpa(['check', '--stats', '--all-days', '--format', 'json'])
    expect([code, err]).toEqual([0, ''])
    const rows = JSON.parse(out) as { rule: string; nodes?: number }[]
    expect([...new Set(rows.map(({ rule }) => rule))].toSorted()).toEqual(['definitions', ...realRulebook().options.map(({ id }) => id)].toSorted())
    expect(rows.filter(({ nodes }) => nodes === undefined || nodes > 5_000)).toEqual([])
  })

  test.each<[string, string[], string]>([
    ['a day is given without --stats', ['--as-of', '2005-01-01'], '--as-of goes with --stats: all else is looked at on every day\n'],
    ['all days are asked for without --stats', ['--all-days'], '--all-days goes with --stats\n'],
    ['one day and all days are asked for', ['--stats', '--all-days', '--as-of', '2005-01-01'], '--as-of and --all-days exclude each other\n'],
    ['the day is none', ['--stats', '--as-of', '2005'], '--as-of: expected a day such as 2026-11-21, found `2005`\n'],
  ])('wrong use is told: %s', (_, flags, err) => {
    expect(tvpa(['check', ...flags])).toEqual({ code: 2, out: '', err })
  })
})

test('what should still be looked at is listed, for people and for machines, and is no problem', () => {
  const { code, out, err } = tvpa(['check', '--unverified', '--rules', 'test/support/sound'])
  expect([code, out, err]).toEqual([
    0,
    '0 UNVERIFIED POINTS\nTheir text was not read in the primary source.\n\n4 RULES NOT YET REVIEWED BY AN ATTORNEY\n  aid (3): aid, harmed, present\n  hurt (1): hurt\n',
    '',
  ])
  const listed = JSON.parse(tvpa(['check', '--unverified', '--format', 'json']).out) as { unverified: unknown[]; unreviewed: unknown[] }
  expect(listed).toEqual(toLookAt(realRulebook()))
})

test('measuring and listing exclude each other', () => {
  expect(tvpa(['check', '--unverified', '--stats'])).toEqual({ code: 2, out: '', err: '--stats and --unverified exclude each other\n' })
})
