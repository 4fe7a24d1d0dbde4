import { describe, expect, test } from 'vitest'
import { lawOf } from '../../src/assessment/assess.ts'
import { movedOn, movingDays } from '../../src/assessment/moving-days.ts'
import { formatDay } from '../../src/logic/day.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, rulebookOf } from '../support/rules.ts'

const [lo, hi] = [checkedDay('2000-01-01'), checkedDay('2004-01-01')]

const moving = (form: string, facts: Readonly<Record<string, unknown>>): string[] => {
  const rulebook = rulebookOf(form)
  return movingDays(rulebook, lawOf(rulebook, lo), caseWith(facts, rulebook).answers, { lo, hi }).map(formatDay)
}

describe('what is known of a case moves by itself only with its ages and the ends of its dates', () => {
  test.each<[string, string, Record<string, unknown>, string[]]>([
    ['a case without dates', 'fact: here', { here: true, age: 20 }, []],
    ['birthdays', 'fact: here', { born: '1990-05-06' }, ['2000-05-06', '2001-05-06', '2002-05-06', '2003-05-06']],
    ['a date that is told to the day', 'fact: began\nbefore: 2002-01-01', { began: '1999-01-01' }, []],
    ['an open end that passes a limit', 'fact: began\nup-to: 2002-01-01', { began: '1999/..', born: '1980-01-01', age: 20 }, ['2001-01-01', '2002-01-02']],
  ])('%s', (_, form, facts, days) => {
    expect(moving(form, facts)).toEqual(expect.arrayContaining(days))
  })

  test('without a date told, only the highest age that could be moves, each year', () => {
    expect(moving('fact: here', {})).toEqual(['2001-01-01', '2002-01-01', '2003-01-01'])
  })
})

test('what moved is told as far as it was said, and contradictions that begin', () => {
  const rulebook = rulebookOf('fact: age\nunder: 18')
  const { answers } = caseWith({ born: '1990-05-06', age: { under: 12 } }, rulebook)
  const moved = (day: string): unknown => movedOn(rulebook, lawOf(rulebook, lo), answers, checkedDay(day), new Set(['age']))
  expect(moved('2001-05-06')).toEqual({ facts: [{ fact: 'age', before: '10', after: '11' }], contradictions: { ended: [], begun: [] } })
  expect(moved('2002-05-06')).toEqual({ facts: [], contradictions: { ended: [], begun: [['age', 'born']] } })
})
