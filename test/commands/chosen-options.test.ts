import { describe, expect, test } from 'vitest'
import { chosenOptions, coreOptions, unknownOption } from '../../src/commands/chosen-options.ts'
import { extendedFolder, extendedRulebook } from '../support/extended.ts'
import { folderWith, tvpa } from '../support/program.ts'
import { smallRulebook } from '../support/rules.ts'

const rulebook = extendedRulebook()

describe('options are named by id, or by their group', () => {
  test.each([
    [undefined, undefined],
    [['aid'], ['aid']],
    [['group:money'], ['fund', 'wage']],
    [
      ['wage', 'group:money', 'wage'],
      ['wage', 'fund'],
    ],
  ])('%j', (named, ids) => {
    expect(chosenOptions(named, rulebook)).toEqual(ids)
  })

  test('the core options are those that are looked at where nothing is named', () => {
    expect(coreOptions(rulebook)).toEqual(['aid'])
  })

  test.each([
    ['wage', undefined],
    ['group:money', undefined],
    ['wages', 'unknown option `wages`; did you mean `wage`?\n'],
    ['group:mony', 'unknown group `group:mony`; did you mean `group:money`?\n'],
    // no option stands in it
    ['group:help', 'unknown group `group:help`\n'],
  ])('%s', (name, message) => {
    const lists = '  options: aid, leave, letter, pardon, pass, promise, fund, wage\n  groups: group:stay, group:money\n'
    expect(unknownOption(name, rulebook)).toBe(message === undefined ? undefined : `${message}${lists}`)
  })

  test('a rulebook without groups names none', () => {
    expect(unknownOption('group:money', smallRulebook())).toBe('unknown group `group:money`\n  options: aid\n')
  })
})

// ---- the same through the program

const folder = extendedFolder()
const cwd = folderWith({ 'case.json': JSON.stringify({ case: '1', facts: { here: true } }) })
const out = (args: readonly string[]): string => {
  const run = tvpa(['--rules', folder, ...args], { cwd })
  expect([run.code, run.err]).toEqual([0, ''])
  return run.out
}
const day = ['--as-of', '2020-06-15']

interface Told {
  readonly options: readonly {
    readonly id: string
    readonly option: string
    readonly group: string
    readonly tier: string
    readonly 'rests-on': readonly string[]
  }[]
}
const told = (args: readonly string[]): Told => JSON.parse(out([...args, '--format', 'json'])) as Told

test('evaluate tells every option in JSON, with its group, its tier and what it rests on', () => {
  const { options } = told(['evaluate', 'case.json', ...day])
  expect(options.map(({ id, group, tier, ...rest }) => [id, group, tier, ...rest['rests-on']])).toEqual([
    ['aid', 'stay', 'core'],
    ['leave', 'stay', 'extended'],
    ['letter', 'stay', 'extended', 'here'],
    ['pardon', 'stay', 'extended'],
    ['pass', 'stay', 'extended', 'here'],
    ['promise', 'stay', 'extended', 'here'],
    ['fund', 'money', 'extended', 'here'],
    ['wage', 'money', 'extended'],
  ])
})

describe('evaluate as text has one line for an extended option, unless it is named or all are asked for', () => {
  test.each<[string[], boolean, boolean]>([
    [[], true, false],
    [['--all'], false, true],
    [['--option', 'fund'], false, true],
    [['--option', 'group:money'], false, true],
  ])('%j', (flags, short, inFull) => {
    const text = out(['evaluate', 'case.json', ...day, ...flags])
    expect([text.includes('FURTHER OPTIONS'), /^The fund +Act § 7\n {2}Rests on: here\.$/m.test(text)]).toEqual([short, inFull])
  })
})

test('questions are asked for core options, and for extended ones that are named', () => {
  const goals = (args: readonly string[]): string[] => told(['questions', 'case.json', ...day, ...args]).options.map(({ option }) => option)
  expect([goals([]), goals(['--option', 'group:money'])]).toEqual([['aid'], ['fund', 'wage']])
})

test('days are compared, and timelines drawn, for core options and for extended ones that are named', () => {
  const dates = ['--dates', '2005-01-01,2020-01-01']
  const titles = (text: string): string[] => ['Aid', 'The fund', 'The wage', 'The leave'].filter((title) => text.includes(title))
  expect([
    titles(out(['compare', 'case.json', ...dates])),
    titles(out(['compare', 'case.json', ...dates, '--option', 'group:money'])),
    titles(out(['timeline', 'case.json'])),
    titles(out(['timeline', 'case.json', '--option', 'group:money'])),
  ]).toEqual([['Aid'], ['The fund', 'The wage'], ['Aid'], ['The fund', 'The wage']])
})

test('another answer is looked at in all options; of extended ones for which nothing differs only the number is told', () => {
  expect(out(['whatif', 'case.json', '--set', 'paid=true', ...day])).toContain('Nothing differs for Aid and 5 further options.')
})

test.each(['aid', 'fund', 'pardon', 'promise', 'wage/main'])('%s is explained', (id) => {
  const text = out(['explain', id, ...day])
  expect(text.endsWith('\nNot a decision.\n')).toBe(true)
  expect(text.includes('(an extended option: one line in a summary, in full with --all)')).toBe(!['aid', 'wage/main'].includes(id))
})
