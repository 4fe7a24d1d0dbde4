import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'

const folder = folderWith({
  'one.json': '{"case":"a","as-of":"2001-01-01","facts":{"here":true}}',
  'two.ndjson': '{"case":"a","facts":{"here":true}}\n{"case":"b","facts":{"here":false}}\n',
  'nameless.json': '[{"facts":{}},{"facts":{}}]',
  'empty.json': '',
  'bad.json': '{"facts":{"her":true}}',
})
const at = (name: string): string => join(folder, name)
const rules = ['--rules', 'test/support/sound']
const run = (...args: string[]): ReturnType<typeof tvpa> => tvpa([...rules, ...args])
const json = (...args: string[]): unknown => JSON.parse(run(...args, '--format', 'json').out)

describe('each of the three commands tells what it finds, and ends with 0', () => {
  test('whatif', () => {
    const { code, out, err } = run('whatif', at('one.json'), '--set', 'here=false', '--unset', 'harms')
    expect([code, err]).toEqual([0, '--unset harms: the case says nothing of it already\n'])
    expect(out).toContain('law of 2001-01-01')
    expect(json('whatif', at('one.json'), '--set', 'here=false', '--as-of', '2020-06-15')).toMatchObject({
      case: 'a',
      'as-of': '2020-06-15',
      changed: [{ fact: 'here', before: true, after: false }],
      options: [{ id: 'aid', outcome: { before: 'cannot-tell-yet', after: 'appears-not-to-qualify' } }],
    })
  })

  test('compare', () => {
    const { code, out, err } = run('compare', at('one.json'), '--dates', '1999-12-31,2020-06-15', '2020-06-15')
    expect([code, err]).toEqual([0, '--dates: days named more than once are shown once\n'])
    expect(out).toContain('The case asks for 2001-01-01.')
    expect(json('compare', at('one.json'), '--dates', '1999-12-31,2020-06-15')).toMatchObject({
      dates: ['1999-12-31', '2020-06-15'],
      options: [{ id: 'aid', outcomes: ['not-in-force', 'cannot-tell-yet'] }],
    })
  })

  test('timeline', () => {
    const { code, err } = run('timeline', at('one.json'))
    expect([code, err]).toEqual([0, ''])
    expect(json('timeline', at('one.json'), '--from', '1999-12-31')).toMatchObject({
      from: '1999-12-31',
      until: '2021-01-01',
      options: [{ id: 'aid', spans: [{ outcome: 'not-in-force' }, { from: '2000-01-01', until: '2021-01-01', outcome: 'cannot-tell-yet' }] }],
      warnings: ['Begins on 2000-01-01.'],
    })
  })

  test('one of several cases, by its reference, and one on standard input', () => {
    expect(json('timeline', at('two.ndjson'), '--case', 'b')).toMatchObject({ case: 'b' })
    expect(tvpa([...rules, 'timeline', '-'], { input: '{"case":"c","facts":{}}' }).out).toContain('case c')
  })
})

describe('what cannot be used is told, and ends with 2', () => {
  const set = ['--set', 'here=true']
  test.each<[string, string[], string]>([
    [
      'several cases',
      ['whatif', at('two.ndjson'), ...set],
      `${at('two.ndjson')}\nholds several cases, and only one can be looked at\n  name one with --case: a, b\n`,
    ],
    [
      'several cases without a reference',
      ['timeline', at('nameless.json')],
      `${at('nameless.json')}\nholds several cases, and only one can be looked at\n  name one with --case; first give each a reference\n`,
    ],
    ['a reference that no case has', ['timeline', at('two.ndjson'), '--case', 'bb'], `${at('two.ndjson')}\nunknown case \`bb\`; did you mean \`b\`?\n`],
    ['an empty file', ['timeline', at('empty.json')], `${at('empty.json')}:1\nis empty\n  expected a case, or a list of cases, as JSON\n`],
    [
      'a case with a mistake',
      ['timeline', at('bad.json')],
      `${at('bad.json')}:1:11 at facts.her\nunknown fact \`her\`; did you mean \`here\`?\n  list all facts with \`tvpa facts\`\n`,
    ],
    ['no file', ['timeline', at('none.json')], `${at('none.json')}\ncannot be read: there is no such file or folder\n`],
    [
      'no other answer',
      ['whatif', at('one.json')],
      'name at least one other answer with --set fact=value, or --unset fact\nexample: tvpa whatif case.json --set age-now=17\n',
    ],
    [
      'an unknown fact',
      ['whatif', at('one.json'), '--set', 'her=true'],
      '--set her=true\nunknown fact `her`; did you mean `here`?\n  list all facts with `tvpa facts`\n',
    ],
    ['an unknown option', ['whatif', at('one.json'), ...set, '--option', 'ai'], 'unknown option `ai`; did you mean `aid`?\n  options: aid\n'],
    ['no dates', ['compare', at('one.json')], "error: required option '--dates <days...>' not specified\n"],
    ['a date that is none', ['compare', at('one.json'), '--dates', '2001-02-30'], '--dates: expected a day such as 2026-11-21, found `2001-02-30`\n'],
    [
      'too many dates',
      ['compare', at('one.json'), '--dates', ...Array.from({ length: 13 }, (_, index) => `20${String(index + 10)}-01-01`)],
      '--dates: at most 12 days stand side by side, found 13\n  all days on which anything changes: tvpa timeline\n',
    ],
    ['a first day that is none', ['timeline', at('one.json'), '--from', 'NaN'], '--from: expected a day such as 2026-11-21, found `NaN`\n'],
    [
      'an end before the beginning',
      ['timeline', at('one.json'), '--from', '2010-01-01', '--until', '2010-01-01'],
      '--until 2010-01-01 is not after --from 2010-01-01; the first day is in the timeline, the last is not\n',
    ],
    ['too long a time', ['timeline', at('one.json'), '--until', '9999-12-31'], '--from 2000-01-01 --until 9999-12-31: a timeline covers at most 100 years\n'],
  ])('%s', (_, args, err) => {
    expect(run(...args)).toEqual({ code: 2, out: '', err })
  })
})
