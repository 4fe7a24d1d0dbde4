import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { calendarText } from '../../src/report/calendar.ts'

const page = { columns: 80, paint: new Chalk({ level: 0 }) }

test('days that come up, one a line, with what happens on them', () => {
  const days = [
    { date: '2020-03-01', what: 'review-due', at: 'options/aid/option', title: 'Aid', overdue: true },
    { date: '2021-03-01', what: 'ends', at: 'parameters/cap', title: 'Yearly number: 100', overdue: false },
    { date: '2021-12-31', what: 'review-due', at: 'rulebook', title: 'Rules', overdue: false },
  ] as const
  expect(calendarText(days, '2021-01-01', '2022-01-01', '2020-12-31', page)).toBe(`COMING UP FROM 2021-01-01 UNTIL 2022-01-01
The law was reviewed through 2020-12-31.
  2020-03-01  review overdue: Aid · options/aid/option
  2021-03-01  ends: Yearly number: 100 · parameters/cap
  2021-12-31  review due: Rules · rulebook
`)
})

test('a quiet time is told', () => {
  expect(calendarText([], '2021-01-01', '2021-02-01', '2020-12-31', page)).toBe(
    'COMING UP FROM 2021-01-01 UNTIL 2021-02-01\nThe law was reviewed through 2020-12-31.\nNothing begins, ends or is due in these days.\n',
  )
})
