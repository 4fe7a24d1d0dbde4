import { describe, expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'

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
