import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { extendedFolder } from '../support/extended.ts'
import { fromRoot } from '../support/rules.ts'
import type { Replies } from './terminal.ts'
import { atATerminal, PLAIN_PROMPT, plainly, RICH_PROMPT, richly } from './terminal.ts'

// A whole sitting takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'sitting-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const caseFile = (name: string, facts: object): string => {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify({ case: name, facts }))
  return path
}

const ADULT = caseFile('adult', {
  'us-citizen-or-national': false,
  'age-now': { 'at-least': 30 },
  'labor-or-services': true,
  'present-location': 'us-state-dc-pr-guam-or-vi',
})
const CHILD = caseFile('child', { 'us-citizen-or-national': false })
const CASES = ['argentina-housekeepers', 'el-monte', 'chicago-dancers'].map((name) => [name, `fixtures/archive/${name}.json`] as const)

const TALLY = /(\d+) of (\d+) facts were asked about, (\d+) of them for safety; 0 of the others could not change any chosen option; 0 were for a lawyer only\./

/** What the terminal shows, without what moves the cursor or colours, on one line. */
const words = (screen: string): string =>
  screen
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/\s+/g, ' ')

describe.each([
  ['plain', ['--plain'], PLAIN_PROMPT, plainly, '#Under 15'],
  ['rich', [], RICH_PROMPT, richly, '\r'],
] as const)('%s mode, from the gates to the summary', (mode, flags, prompt, through, youngest) => {
  test.each([...CASES, ['an invented adult', ADULT] as const])('%s', (_, path) => {
    const { screen, out, code } = atATerminal(['interview', ...flags, '--answers', path], through(), prompt)
    expect(code, screen.slice(-2000)).toBe(0)
    expect(words(screen)).toContain('Before the person comes in')
    expect(words(screen)).toContain('Before you part')
    expect(words(screen)).toMatch(TALLY)
    expect(out).toContain('POSSIBLE OPTIONS')
    const [, asked, all, safety] = TALLY.exec(words(screen)) ?? []
    process.stdout.write(`${mode} ${path}: ${asked ?? '?'} of ${all ?? '?'} facts asked (${safety ?? '?'} for safety), 0 idle, 0 for a lawyer only\n`)
    if (mode === 'plain') expect(screen.includes('\u001b') || out.includes('\u001b')).toBe(false)
  })

  test('an invented child: the sitting stops at age and place', () => {
    const first: Replies = [['How old is the person\\?', youngest]]
    const { screen, out, code } = atATerminal(['interview', ...flags, '--answers', CHILD], through(first), prompt)
    expect(code, screen.slice(-2000)).toBe(0)
    expect(words(screen)).toContain('age, place, and the few signs already told are enough')
    expect(words(screen)).not.toContain('What happened')
    expect(words(screen)).toMatch(TALLY)
    expect(out).toContain('POSSIBLE OPTIONS')
    if (mode === 'plain') expect(screen.includes('\u001b') || out.includes('\u001b')).toBe(false)
  })
})

describe('leaving', () => {
  test('x clears the screen and what was scrolled, and prints nothing', () => {
    const { screen, out, code } = atATerminal(
      ['interview'],
      [
        ['question \\d+', 'x'],
        ['exit now|left empty', '\r'],
      ],
      RICH_PROMPT,
    )
    expect([out, code]).toEqual(['', 0])
    expect(screen.endsWith('\u001b[2J\u001b[3J\u001b[H')).toBe(true)
  })
  test('in plain mode x ends at once without an escape byte', () => {
    const { screen, out, code } = atATerminal(
      ['interview', '--plain'],
      [
        ['Question 1', 'x\n'],
        ['exit now: $', '1\n'],
        ['reference', '\n'],
      ],
      PLAIN_PROMPT,
    )
    expect([out, code, screen.includes('\u001b')]).toEqual(['', 0, false])
    expect(screen).toMatch(/x\r\n\s*$/)
  })
  test.each([
    ['plain', ['--plain'], PLAIN_PROMPT],
    ['rich', [], RICH_PROMPT],
  ] as const)('Ctrl-C in %s mode says that nothing was saved, and ends with 130', (_, flags, prompt) => {
    const { screen, code } = atATerminal(
      ['interview', ...flags],
      [
        ['in a private place', '\u0003'],
        ['exit now', flags.length > 0 ? '1\n' : '\r'],
      ],
      prompt,
    )
    expect(code).toBe(130)
    expect(words(screen)).toContain('nothing was saved')
  })
  test('without a terminal the message names the file that can hold the answers', () => {
    const result = spawnSync(process.execPath, ['bin/tvpa.js', 'interview'], { cwd: fromRoot('.'), input: '', encoding: 'utf8' })
    expect(result.status).toBe(2)
    expect(result.stderr).toContain('--answers FILE')
    expect(result.stderr).toContain('tvpa evaluate')
  })
})

describe('saving, only when asked', () => {
  test('writes a file for its owner alone, says that it is readable, and can be gone on from', () => {
    const path = join(folder, 'saved.json')
    const first: Replies = [['Question 3\\.', 's\n']]
    const { screen, code } = atATerminal(['interview', '--plain', '--save', path], plainly(first), PLAIN_PROMPT)
    expect(code, screen.slice(-1500)).toBe(0)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(words(screen)).toContain('anyone with access to the file can read it')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ facts: { 'threats-now': [], 'exploiter-can-reach-person': false } })
    const refused = atATerminal(['interview', '--plain', '--save', path], [], PLAIN_PROMPT)
    expect([refused.code, words(refused.screen)]).toEqual([2, expect.stringContaining('is there already')])
    const again = atATerminal(['interview', '--plain', '--resume', path], plainly([['Question 2\\.', 's\n']]), PLAIN_PROMPT)
    expect(again.code, again.screen.slice(-1500)).toBe(0)
    expect(again.screen).not.toContain('in danger right now')
  })
})

test.each([{ ACCESSIBLE: '1' }, { TERM: 'dumb' }])('%j asks for plain mode', (env) => {
  const { screen } = atATerminal(['interview'], [['exit now: $', 'x\n']], PLAIN_PROMPT, { env })
  expect(screen.includes('\u001b')).toBe(false)
})

test.each<[string, string[], string[], string[]]>([
  [
    'core options unless others are named; the summary tells of all',
    [],
    ['Is the person here?', 'Which harms are there?'],
    ['Aid ', 'FURTHER OPTIONS AND PROTECTIONS', 'The wage: find out'],
  ],
  [
    'the options of a group that is named, in full',
    ['--option', 'group:money'],
    ['Where does the person work?', 'Is the person here?', 'Which harms are there?'],
    ['The fund ', 'The wage ', 'A note on the fund.'],
  ],
])('an interview is about %s', (_, flags, asked, told) => {
  const { screen, out, code } = atATerminal(['--rules', extendedFolder(), 'interview', '--plain', '--as-of', '2020-06-15', ...flags], plainly(), PLAIN_PROMPT)
  expect(code, screen.slice(-2000)).toBe(0)
  expect([...screen.matchAll(/^Topic: .*\r?\n(.*\?)\r?$/gm)].map(([, question]) => question)).toEqual(asked)
  for (const text of told) expect(out).toContain(text)
})
