import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tvpa } from '../support/program.ts'
import { fromRoot } from '../support/rules.ts'

const rules = ['--rules', fromRoot('test/support/sound')]
const fixture = (text: string): string => {
  const folder = folderWith({})
  mkdirSync(join(folder, 'options', 'aid'), { recursive: true })
  writeFileSync(join(folder, 'options', 'aid', 'present.yaml'), text)
  return folder
}
const passing = 'base: { here: true }\nexamples:\n  - { name: someone here, from: "x.md, y", as-of: 2010-01-01, expect: { present: met } }\n'
const failing = passing.replace('present: met', 'present: not-met')

describe('fixtures are run against the rulebook; the code says whether one failed', () => {
  test('all pass', () => {
    expect(tvpa([...rules, 'test', fixture(passing)])).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' })
  })

  test('one fails', () => {
    const folder = fixture(failing)
    expect(tvpa([...rules, 'test', folder])).toEqual({
      code: 1,
      out: `FAIL  ${folder}/options/aid/present.yaml:3
      someone here
      from x.md, y
      as of 2010-01-01, present: expected not-met, got met
        present  met   here: yes   ← parts here

0 passed, 1 failed
`,
      err: '',
    })
  })

  test('one cannot be read', () => {
    const folder = fixture('examples: []\n')
    const { code, out } = tvpa([...rules, 'test', folder])
    expect([code, out.startsWith(`${folder}/options/aid/present.yaml:1:11 at examples\n`), out.endsWith('\n0 passed, 1 failed\n')]).toEqual([1, true, true])
  })

  test('for machines', () => {
    const { code, out } = tvpa([...rules, 'test', fixture(failing), '--reporter', 'json'])
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { fixtures: { passed: 0, failed: 1 }, failures: [{ line: 3, name: 'someone here', mismatches: [{ what: 'present', expected: 'not-met', got: 'met' }] }] },
    ])
  })

  test('none are there', () => {
    expect(tvpa([...rules, 'test', folderWith({})])).toEqual({
      code: 2,
      out: '0 passed, 0 failed\n',
      err: 'no fixtures were found; name .yaml files or folders that hold them\n',
    })
  })

  test('a folder is not there', () => {
    expect(tvpa([...rules, 'test', '/none'])).toEqual({
      code: 1,
      out: '/none\ncannot be read: there is no such file or folder\n\n0 passed, 1 failed\n',
      err: '',
    })
  })
})

describe('what stands in a fixture does not steer the terminal', () => {
  test.each([
    ['a name', passing.replace('someone here', '"\\e[2J"').replace('present: met', 'present: not-met')],
    ['an origin', failing.replace('"x.md, y"', '"\\e[2J"')],
    ['an expectation', passing.replace('present: met', 'present: "\\e[2J"')],
    ['a criterion', passing.replace('present: met', '"\\e[2J": met')],
  ])('%s', (_, text) => {
    const { out, err } = tvpa([...rules, 'test', fixture(text)])
    expect([out.includes('\u001b'), err.includes('\u001b')]).toEqual([false, false])
  })
})
