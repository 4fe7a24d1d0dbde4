import { expect, test } from 'vitest'
import { tvpa } from '../support/program.ts'

const rules = ['--rules', 'test/support/sound']

test('everything that is cited, and how often', () => {
  expect(tvpa([...rules, 'sources'])).toEqual({ code: 0, out: 'act                 The Act (5 citations)\n', err: '' })
})

test('every place encoded from a source, in options, criteria, definitions, lines and days worth watching', () => {
  const places = tvpa([...rules, 'sources', 'act']).out.split('\n')
  expect([
    places[0],
    places
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.trim().split(/ {2,}/))
      .toSorted(),
  ]).toEqual([
    'The Act',
    [
      ['aid', 'Act § 2'],
      ['aid/harmed', 'Act § 2(b)'],
      ['aid/present', 'Act § 2(a)'],
      ['grown', 'Act § 3'],
      ['hurt', 'Act § 1'],
    ],
  ])
})

test('a source that does not exist is told', () => {
  expect(tvpa([...rules, 'sources', 'acts'])).toEqual({ code: 2, out: '', err: 'unknown source `acts`; did you mean `act`?\n' })
})
