import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'
import { fromRoot } from '../support/rules.ts'

const rules = ['--rules', 'test/support/sound']

test.each(['aid', 'aid/present', 'hurt', 'here', 'act', 'hello'])('%s is explained, and ends with the notice', (id) => {
  const { code, out, err } = tvpa([...rules, 'explain', id, '--as-of', '2020-06-15'])
  expect([code, err, out.endsWith('\nNot a decision.\n'), out.includes('\u001b')]).toEqual([0, '', true, false])
})

describe('what cannot be explained is told', () => {
  test.each<[string[], string]>([
    [['aids'], 'nothing is called `aids`; did you mean `aid`?\n'],
    [['aid', '--as-of', '2020-02-30'], '--as-of: expected a day such as 2026-11-21, found `2020-02-30`\n'],
    [['\u001b[2J'], 'nothing is called `\ufffd[2J`\n'],
  ])('%j', (args, err) => {
    expect(tvpa([...rules, 'explain', ...args])).toEqual({ code: 2, out: '', err })
  })
})

test('whether an attorney has looked at a rule is said of options, definitions and criteria', () => {
  const reviewed = mkdtempSync(join(tmpdir(), 'tvpa-rules-'))
  cpSync(fromRoot('test/support/sound'), reviewed, { recursive: true })
  const file = join(reviewed, 'options/aid/present.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('tag: V', 'tag: V\nreviewed: { role: attorney, date: 2020-03-01 }'))
  const said = ['aid', 'hurt', 'aid/present'].map((id) => /(Not yet r|R)eviewed .*/.exec(tvpa(['--rules', reviewed, 'explain', id]).out)?.[0])
  expect(said).toEqual(['Not yet reviewed by an attorney.', 'Not yet reviewed by an attorney.', 'Reviewed on 2020-03-01 (attorney).'])
})
