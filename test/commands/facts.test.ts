import { expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'
import { realRulebook } from '../support/rules.ts'

const rules = ['--rules', 'test/support/sound']

test('all facts are listed by topic, with their questions', () => {
  const { code, out, err } = tvpa([...rules, 'facts', '--topic', 'office'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(`THE OFFICE
  filed                                     When was it filed? (date, light)
  paper                                     Was the paper asked for? (agency-act, light)
  agrees                                    Does the office agree? (yes-no, light)
  count                                     How many were given it this year? (number, light)

4 facts; one in full with tvpa explain ID
`)
})

test('as JSON for machines: every fact of the rulebook, in the order of asking', () => {
  const { out } = tvpa(['facts', '--format', 'json'])
  expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual(realRulebook().facts.map(({ id }) => id))
})

test('a topic that does not exist is told', () => {
  expect(tvpa([...rules, 'facts', '--topic', 'none'])).toEqual({ code: 2, out: '', err: 'no such topic; topics: person, office\n' })
})
