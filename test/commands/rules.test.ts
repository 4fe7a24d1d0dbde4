import { describe, expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'
import { realRulebook } from '../support/rules.ts'

const rules = ['--rules', 'test/support/sound']

test('the options of a rulebook', () => {
  expect(tvpa([...rules, 'rules'])).toEqual({
    code: 0,
    out: 'OPTIONS\n  aid                               from 2000-01-01\n    Aid. Help for people who were hurt.\n\n1 option: 1 core, 0 extended; one in full with tvpa explain ID\n',
    err: '',
  })
})

test('none is law on a day before all of them', () => {
  expect(tvpa([...rules, 'rules', '--as-of', '1999-12-31'])).toEqual({
    code: 0,
    out: '0 options that are law on 1999-12-31, of 1: 0 core, 0 extended; one in full with tvpa explain ID\n',
    err: '',
  })
})

interface Page {
  readonly groups: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[]
}

test('as JSON every option of the rulebook that ships stands in the group it names, once', () => {
  const { code, out } = tvpa(['rules', '--format', 'json'])
  const listed = (JSON.parse(out) as Page).groups.flatMap(({ id, options }) => options.map((option) => `${id}/${option.id}`))
  expect(code).toBe(0)
  expect(listed.toSorted()).toEqual(
    realRulebook()
      .options.map(({ id, group }) => `${group ?? ''}/${id}`)
      .toSorted(),
  )
})

describe('what cannot be used is told', () => {
  test.each<[string[], string]>([
    [['--as-of', '2020-02-30'], '--as-of: expected a day such as 2026-11-21, found `2020-02-30`\n'],
    [['--format', 'xml'], "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are text, json.\n"],
  ])('%j', (args, err) => {
    expect(tvpa([...rules, 'rules', ...args])).toEqual({ code: 2, out: '', err })
  })
})
