import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { unverifiedText } from '../../src/report/unverified.ts'
import type { Point } from '../../src/rulebook/unverified.ts'

const page = { columns: 100, paint: new Chalk({ level: 0 }) }
const point = (more: Partial<Point>): Point => ({
  at: 'aid/harmed',
  what: 'criterion',
  text: 'Harmed',
  days: [],
  options: ['aid'],
  touches: 'outcome',
  ...more,
})

test('what can touch an outcome stands before what touches words; rules without a review stand by their option', () => {
  const unverified = [
    point({ what: 'note', text: 'Told so.', touches: 'words' }),
    point({ at: 'hurt', what: 'definition', text: 'Hurt', days: [{ from: '2000-01-01', until: '2010-01-01' }, { from: '2012-01-01' }] }),
  ]
  const unreviewed = [point({ at: 'aid', what: 'option', text: 'Aid' }), point({}), point({ at: 'hurt', what: 'definition', text: 'Hurt' })]
  expect(unverifiedText({ unverified, unreviewed }, page)).toBe(`2 UNVERIFIED POINTS
Their text was not read in the primary source.

1 can touch an outcome
  hurt                                      definition: Hurt · from 2000-01-01 until 2010-01-01,
                                            from 2012-01-01 · in aid

1 touch only words that are shown
  aid/harmed                                note: Told so.

3 RULES NOT YET REVIEWED BY AN ATTORNEY
  aid (2): aid, harmed
  hurt (1): hurt
`)
})
