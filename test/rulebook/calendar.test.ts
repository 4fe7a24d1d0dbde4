import { expect, test } from 'vitest'
import { comingDays } from '../../src/rulebook/calendar.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook({
  'options/aid/present.yaml':
    'id: present\ntitle: Present\ntext: The person is here.\ndecided-by: person\ncite: [{ source: act, at: "2(a)", until: 2021-06-01 }, { source: act, at: "4", from: 2021-06-01 }]\ntag: V\nreviewed: { role: attorney, date: 2020-02-29 }\nfact: here\n',
  'parameters/cap.yaml':
    'id: cap\ntitle: Yearly number\nunit: people\ntag: V\nvalues: [{ until: 2021-03-01, value: 100 }, { from: 2021-03-01, until: 2022-03-01, value: 200 }, { from: 2022-03-01, value: 300 }]\n',
})
const between = (first: string, last: string): string[] =>
  comingDays(rulebook, checkedDay(first), checkedDay(last)).map(
    ({ date, what, at, title, overdue }) => `${date} ${what} ${at}: ${title}${overdue ? ' (overdue)' : ''}`,
  )

test('what begins or ends in these days, the first and the last of them included, and the reviews due a year after the last', () => {
  expect(between('2021-03-01', '2021-12-31')).toEqual([
    '2021-03-01 review-due options/aid/present: Present',
    '2021-03-01 begins parameters/cap: Yearly number: 200',
    '2021-03-01 ends parameters/cap: Yearly number: 100',
    '2021-12-31 review-due rulebook: Rules for tests',
  ])
})

test('the day before, nothing comes up; the day after, the review is overdue and the rest is past', () => {
  expect(between('2021-01-01', '2021-02-28')).toEqual([])
  expect(between('2021-03-02', '2021-12-30')).toEqual(['2021-03-01 review-due options/aid/present: Present (overdue)'])
})
