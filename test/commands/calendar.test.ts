import { expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'

const rules = ['--rules', 'test/support/sound']

test('the days that come up, within a year of the day given unless told otherwise', () => {
  expect(tvpa([...rules, 'calendar', '--as-of', '2021-01-01'])).toEqual({
    code: 0,
    out: 'COMING UP FROM 2021-01-01 UNTIL 2022-01-01\nThe law was reviewed through 2020-12-31.\n  2021-12-31  review due: Rules for tests · rulebook\n',
    err: '',
  })
})

test('for machines', () => {
  const { code, out } = tvpa([...rules, 'calendar', '--as-of', '2021-01-01', '--within', '30d', '--format', 'json'])
  expect([code, JSON.parse(out)]).toEqual([0, { from: '2021-01-01', until: '2021-01-31', 'reviewed-through': '2020-12-31', days: [] }])
})

test.each(['2w', 'm', '-1y', '101y', '1y6m', ''])('%j is no time to look ahead', (within) => {
  expect(tvpa([...rules, 'calendar', `--within=${within}`])).toEqual({
    code: 2,
    out: '',
    err: `--within: expected a time such as 90d, 6m or 1y, found \`${within}\`\n`,
  })
})

test('a day that is none is told', () => {
  expect(tvpa([...rules, 'calendar', '--as-of', 'soon'])).toEqual({ code: 2, out: '', err: '--as-of: expected a day such as 2026-11-21, found `soon`\n' })
})
