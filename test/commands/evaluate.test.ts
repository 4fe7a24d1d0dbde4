import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'
import { fromRoot } from '../support/rules.ts'

const rules = ['--rules', fromRoot('test/support/sound')]
const day = ['--as-of', '2020-06-15']
const good = (name: string): string => JSON.stringify({ case: name, facts: { here: true } })
const bad = (name: string): string => JSON.stringify({ case: name, facts: { agee: 17 } })

/** The references of the determinations in a JSON, NDJSON or text output. */
const references = (out: string): string[] => [...out.matchAll(/"case": ?"([^"]*)"/g)].map(([, name = '']) => name)

describe('the exit code says how it ended', () => {
  test.each<[string, Record<string, string>, string[], number, string[]]>([
    ['one good case', { 'a.json': good('1') }, ['a.json'], 0, ['1']],
    ['several good cases', { 'a.ndjson': `${good('1')}\n${good('2')}\n` }, ['a.ndjson'], 0, ['1', '2']],
    ['one bad among good', { 'a.ndjson': `${good('1')}\n${bad('2')}\n${good('3')}\n` }, ['a.ndjson'], 3, ['1', '3']],
    ['one bad among good, in a list', { 'a.json': `[${good('1')}, ${bad('2')}, ${good('3')}]` }, ['a.json'], 3, ['1', '3']],
    ['one missing file among good', { 'a.json': good('1') }, ['a.json', 'none.json'], 3, ['1']],
    ['one broken file among good', { 'a.json': good('1'), 'b.json': '{' }, ['b.json', 'a.json'], 3, ['1']],
    ['nothing but bad', { 'a.json': bad('1') }, ['a.json'], 2, []],
    ['an empty file', { 'a.json': '' }, ['a.json'], 2, []],
    ['a missing file', {}, ['none.json'], 2, []],
    ['a folder with cases', { 'a.json': good('1'), 'b.ndjson': `${good('2')}\n` }, ['.'], 0, ['1', '2']],
    ['a folder without cases', { 'notes.md': 'Notes.' }, ['.'], 2, []],
    ['an option that does not exist', { 'a.json': good('1') }, ['a.json', '--option', 'aids'], 2, []],
    ['a day that does not exist', { 'a.json': good('1') }, ['a.json', '--as-of', '2020-02-30'], 2, []],
    ['a format that does not exist', { 'a.json': good('1') }, ['a.json', '--format', 'xml'], 2, []],
    ['a flag that does not exist', { 'a.json': good('1') }, ['a.json', '--colour'], 2, []],
  ])('%s', (_, files, args, code, evaluated) => {
    const run = tvpa([...rules, 'evaluate', ...day, '--format', 'ndjson', ...args], { cwd: folderWith(files) })
    expect([run.code, references(run.out)]).toEqual([code, evaluated])
    expect(run.err === '').toBe(code === 0)
  })
})

describe('what could not be evaluated is told on stderr, each record with its place, and counted', () => {
  test.each<[string, Record<string, string>, string[], string]>([
    [
      'one bad among good',
      { 'a.ndjson': `${good('1')}\n${bad('2')}\n${good('3')}\n` },
      ['a.ndjson'],
      'a.ndjson:2:22 record 2 at facts.agee\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`\n1 record was not evaluated; 2 were\n',
    ],
    [
      'two bad and one good',
      { 'a.ndjson': `not json\n${bad('2')}\n${good('3')}\n` },
      ['a.ndjson', 'none.json'],
      'record 2 at facts.agee\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`\nnone.json\ncannot be read: there is no such file or folder\n3 records were not evaluated; 1 was\n',
    ],
    ['nothing else', {}, ['none.json'], 'none.json\ncannot be read: there is no such file or folder\n1 record was not evaluated; no other was\n'],
    [
      'a folder without cases',
      { 'notes.md': 'N' },
      ['.'],
      '.\nholds no case\n  expected .json, .ndjson or .jsonl files\n1 record was not evaluated; no other was\n',
    ],
    ['an option that is not known', { 'a.json': good('1') }, ['a.json', '--option', 'aids'], 'unknown option `aids`; did you mean `aid`?\n  options: aid\n'],
    [
      'a day that does not exist',
      { 'a.json': good('1') },
      ['a.json', '--as-of', '2020-02-30'],
      '--as-of: expected a day such as 2026-11-21, found `2020-02-30`\n',
    ],
  ])('%s', (_, files, args, message) => {
    const { err } = tvpa([...rules, 'evaluate', ...day, '--format', 'ndjson', ...args], { cwd: folderWith(files) })
    expect(err.endsWith(message) ? message : err).toBe(message)
  })
})

describe('bad input ends in a clear message, never in a crash, and takes no other record with it', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

  test.each<[string, string, string]>([
    ['a value nested a hundred thousand deep', `{ "facts": { "here": ${deep} } }`, 'expected true, false'],
    ['a list nested a hundred thousand deep', deep, 'expected a case'],
    ['objects nested a hundred thousand deep', `${'{"facts":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'unknown fact `facts`'],
    ['keys of objects', '{ "facts": { "__proto__": { "here": true }, "constructor": true, "toString": true } }', 'unknown fact `__proto__`'],
    ['a very long key', `{ "facts": { "${'x'.repeat(1_000_000)}": true } }`, 'unknown fact'],
    ['a number that is none', '{ "facts": { "age": 1e999 } }', 'expected a whole number'],
  ])('%s', (_, line, message) => {
    const { code, out, err } = tvpa([...rules, 'evaluate', ...day, '--format', 'ndjson', '-'], { input: `${good('1')}\n${line}\n${good('3')}\n` })
    expect([code, references(out)]).toEqual([3, ['1', '3']])
    expect(err).not.toMatch(/mistake in the program|RangeError|\bat .*\.js:/)
    expect(err).toContain(message)
  })

  test('fifty megabytes of brackets', () => {
    const cwd = folderWith({ 'a.json': '['.repeat(50_000_000) })
    const { code, out, err } = tvpa([...rules, 'evaluate', ...day, 'a.json'], { cwd })
    expect([code, out, err]).toEqual([2, '', 'a.json:1:50000001\nis not JSON: unexpected end of JSON input\n1 record was not evaluated; no other was\n'])
  })

  test('a file in UTF-16', () => {
    const cwd = folderWith({ 'a.json': Buffer.from(`\ufeff${good('1')}`, 'utf16le') })
    expect(tvpa([...rules, 'evaluate', ...day, 'a.json'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'a.json:1\nis not UTF-8 text\n  save the file as UTF-8 (it looks like UTF-16, or a binary file)\n1 record was not evaluated; no other was\n',
    })
  })
})

describe('nothing that comes from a file or a flag steers the terminal', () => {
  const escape = '\u001b[2J\u0007\u009b31m'
  // eslint-disable-next-line no-control-regex -- these are the characters that must not be there
  const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

  test.each<[string, string[], string]>([
    ['a reference, as text', ['-'], JSON.stringify({ case: `a${escape}`, facts: {} })],
    ['a reference, as JSON', ['-', '--format', 'json'], JSON.stringify({ case: `a${escape}`, facts: {} })],
    ['a reference, as NDJSON', ['-', '--format', 'ndjson'], JSON.stringify({ case: `a${escape}`, facts: {} })],
    ['a fact', ['-'], JSON.stringify({ facts: { [escape]: true } })],
    ['a value', ['-'], JSON.stringify({ facts: { work: escape } })],
    ['a key', ['-'], JSON.stringify({ facts: {}, [escape]: 1 })],
    ['text that is no JSON', ['-'], `{ "facts": ${escape} }`],
    ['the name of a file', [`${escape}.json`], ''],
    ['an option', ['-', '--option', escape], good('1')],
    ['a day', ['-', '--as-of', escape], good('1')],
    ['a format', ['-', '--format', escape], good('1')],
    ['a flag', ['-', `--${escape}`], good('1')],
  ])('%s', (_, args, input) => {
    const { out, err } = tvpa([...rules, 'evaluate', ...args], { input })
    expect([steering.test(out), steering.test(err)]).toEqual([false, false])
  })
})

describe('without a terminal, or when asked, no colour is written', () => {
  const input = good('1')
  const run = (env: Record<string, string>, ...flags: string[]): boolean =>
    tvpa([...rules, ...flags, 'evaluate', ...day, '-'], { input, env }).out.includes('\u001b')

  test.each<[string, Record<string, string>, string[], boolean]>([
    ['no terminal', {}, [], false],
    ['no terminal, a capable one named', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, [], false],
    ['colour insisted on', { FORCE_COLOR: '1' }, [], true],
    ['colour insisted on by a flag', {}, ['--color'], true],
    ['colour forbidden by a flag', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ])('%s', (_, env, flags, coloured) => {
    expect(run(env, ...flags)).toBe(coloured)
  })
})

describe('cases come through standard input', () => {
  const run = (input: string | Buffer): { code: number | null; names: string[] } => {
    const { code, out } = tvpa([...rules, 'evaluate', ...day, '--format', 'ndjson'], { input })
    return { code, names: references(out) }
  }

  test.each<[string, string, number, string[]]>([
    ['one a line', `${good('1')}\n${good('2')}\n`, 0, ['1', '2']],
    ['one a line, the last without an end', `${good('1')}\n${good('2')}`, 0, ['1', '2']],
    ['one a line, with empty lines', `\n${good('1')}\n\n\r\n${good('2')}\r\n`, 0, ['1', '2']],
    ['one document over several lines', `{\n  "case": "1",\n  "facts": {}\n}\n`, 0, ['1']],
    ['a list over several lines', `[\n${good('1')},\n${good('2')}\n]\n`, 0, ['1', '2']],
    ['a list on one line', `[${good('1')}, ${good('2')}]`, 0, ['1', '2']],
    ['a bad first line', `{ "case": "0", "facts": 7 }\n${good('2')}\n`, 3, ['2']],
    ['nothing', '', 2, []],
  ])('%s', (_, input, code, names) => {
    expect(run(input)).toEqual({ code, names })
  })

  test('a broken first line is told, and the lines after it are evaluated', () => {
    expect(run(`not json\n${good('2')}\n${good('3')}\n`)).toEqual({ code: 3, names: ['2', '3'] })
  })

  test('ten thousand lines', () => {
    const { code, names } = run(Array.from({ length: 10_000 }, (_, index) => good(String(index))).join('\n'))
    expect([code, names.length, names[9_999]]).toEqual([0, 10_000, '9999'])
  })
})

describe('one case gives an object, several an array, ndjson one a line', () => {
  const run = (input: string, format: string): string => tvpa([...rules, 'evaluate', ...day, '--format', format, '-'], { input }).out

  test('as JSON', () => {
    expect(JSON.parse(run(good('1'), 'json'))).toMatchObject({ case: '1', options: [{ id: 'aid', outcome: 'cannot-tell-yet' }] })
    expect(JSON.parse(run(`[${good('1')}]`, 'json'))).toMatchObject({ case: '1' })
    expect(JSON.parse(run(`${good('1')}\n${good('2')}\n${good('3')}\n`, 'json'))).toMatchObject([{ case: '1' }, { case: '2' }, { case: '3' }])
  })

  test('as NDJSON', () => {
    const lines = run(`${good('1')}\n${good('2')}\n`, 'ndjson').split('\n')
    expect(lines.map((line) => (line === '' ? '' : (JSON.parse(line) as { case: string }).case))).toEqual(['1', '2', ''])
  })

  test('as text, with a rule between two', () => {
    expect(
      run(`${good('1')}\n${good('2')}\n`, 'text')
        .split('\n')
        .filter((line) => /^═+$/.test(line) || line.startsWith('POSSIBLE')),
    ).toEqual(
      ['POSSIBLE OPTIONS for case 1', '═'.repeat(100), 'POSSIBLE OPTIONS for case 2'].map((line) =>
        line.startsWith('P') ? (expect.stringMatching(new RegExp(`^${line} `)) as string) : line,
      ),
    )
  })
})

describe('the day of the law', () => {
  const run = (data: unknown, ...flags: string[]): { 'as-of': string; warnings: { text: string }[] } =>
    JSON.parse(tvpa([...rules, 'evaluate', '--format', 'json', ...flags, '-'], { input: JSON.stringify(data) }).out) as never

  test('the case can ask for one; the flag wins, and that is noted', () => {
    expect(run({ 'as-of': '2010-01-01', facts: {} })).toMatchObject({ 'as-of': '2010-01-01', warnings: [] })
    expect(run({ 'as-of': '2010-01-01', facts: {} }, '--as-of', '2015-01-01')).toMatchObject({
      'as-of': '2015-01-01',
      warnings: [{ text: 'The case asks for 2010-01-01.' }],
    })
    expect(run({ facts: {} }, '--as-of', '2015-01-01')).toMatchObject({ 'as-of': '2015-01-01', warnings: [] })
  })
})

describe('a file is written whole or not at all', () => {
  const run = (cwd: string, input: string, ...args: string[]): ReturnType<typeof tvpa> =>
    tvpa([...rules, 'evaluate', ...day, '--format', 'ndjson', ...args], { cwd, input })

  test('the same as on standard output, and nothing there', () => {
    const cwd = folderWith({ 'a.json': good('1') })
    const { code, out } = run(cwd, '', 'a.json', '--out', 'out.ndjson')
    expect([code, out, readdirSync(cwd).toSorted()]).toEqual([0, '', ['a.json', 'out.ndjson']])
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe(run(cwd, '', 'a.json').out)
  })

  test('also when some records were rejected', () => {
    const cwd = folderWith({})
    const { code } = run(cwd, `${good('1')}\n${bad('2')}\n`, '-', '--out', 'out.ndjson')
    expect([code, references(readFileSync(join(cwd, 'out.ndjson'), 'utf8')), readdirSync(cwd)]).toEqual([3, ['1'], ['out.ndjson']])
  })

  test('not when no record was usable: what was there before stays', () => {
    const cwd = folderWith({ 'out.ndjson': 'before' })
    const { code } = run(cwd, bad('1'), '-', '--out', 'out.ndjson')
    expect([code, readFileSync(join(cwd, 'out.ndjson'), 'utf8'), readdirSync(cwd)]).toEqual([2, 'before', ['out.ndjson']])
  })

  test('not when its folder is not there', () => {
    const cwd = folderWith({})
    const { code, out, err } = run(cwd, good('1'), '-', '--out', 'none/out.ndjson')
    expect([code, out, readdirSync(cwd), err.split('\n')[0]]).toEqual([2, '', [], 'none/out.ndjson'])
    expect(err).not.toContain('mistake in the program')
  })

  test('not over a folder, and nothing is left lying about', () => {
    const cwd = folderWith({})
    mkdirSync(join(cwd, 'out.ndjson'))
    const { code, err } = run(cwd, good('1'), '-', '--out', 'out.ndjson')
    expect([code, readdirSync(cwd), err.split('\n')[0]]).toEqual([2, ['out.ndjson'], 'out.ndjson'])
    expect(err).not.toContain('mistake in the program')
  })

  test('only its owner may read it', () => {
    const cwd = folderWith({})
    run(cwd, good('1'), '-', '--out', 'out.ndjson')
    const { stdout } = spawnSync('stat', ['-c', '%a', join(cwd, 'out.ndjson')], { encoding: 'utf8' })
    expect(stdout.trim()).toBe('600')
  })

  test('the dash is standard output', () => {
    const cwd = folderWith({})
    expect([references(run(cwd, good('1'), '-', '--out', '-').out), existsSync(join(cwd, '-'))]).toEqual([['1'], false])
  })
})

describe('whoever reads the output may stop reading', () => {
  test('the program ends quietly', () => {
    const cwd = folderWith({ 'a.ndjson': Array.from({ length: 2_000 }, (_, index) => good(String(index))).join('\n') })
    const command = `"${process.execPath}" "${fromRoot('bin/tvpa.js')}" --rules "${fromRoot('test/support/sound')}" evaluate --format ndjson a.ndjson | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' })
    const [first, code] = stdout.trim().split('\n')
    expect([references(first ?? ''), code, stderr]).toEqual([['0'], '0', ''])
  })
})

describe('the page is as wide as asked, from 40 to 120 columns', () => {
  test.each([
    ['40', 40],
    ['20', 40],
    ['300', 120],
    ['80', 80],
    ['wide', 100],
  ])('COLUMNS=%s: %i', (columns, width) => {
    const { out } = tvpa([...rules, 'evaluate', ...day, '-'], { input: `${good('1')}\n${good('2')}\n`, env: { COLUMNS: columns } })
    expect(out.split('\n').find((line) => /^═+$/.test(line))?.length).toBe(width)
  })
})
