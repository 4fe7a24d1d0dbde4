import { describe, expect, test } from 'vitest'
import { furtherGroups } from '../../src/wording/further.ts'
import { extendedRulebook } from '../support/extended.ts'
import { assessed, smallRulebook } from '../support/rules.ts'

const rulebook = extendedRulebook()

type Facts = Readonly<Record<string, unknown>>
const further = (facts: Facts): unknown =>
  furtherGroups(assessed(rulebook, facts).determination, rulebook).map(({ title, options, others }) => [
    title,
    ...options.map(({ option, next, law }) => `${option.id}: ${next} [${law}]`),
    others,
  ])

describe('extended options stand by group, each with what is to be found out, or who acts next', () => {
  test.each<[string, Facts, unknown]>([
    [
      'nothing is known',
      {},
      [
        [
          'Staying',
          'leave: find out here and 1 more [Act § 7]',
          'letter: find out here [Act § 7]',
          'pass: find out here [Act § 7]',
          '1 for an agency alone to ask for, and not raised · 1 not law on this day',
        ],
        ['Money', 'fund: find out here [Act § 7]', 'wage: find out work and 2 more [Act § 7]', ''],
      ],
    ],
    [
      'only a step, and a point for the attorney, are left',
      { here: true, paper: 'not-asked', work: 'farm', paid: true },
      [
        [
          'Staying',
          'leave: certifying agency: Ask the office for the paper. [Act § 7]',
          'letter: points left to the attorney [Act § 7]',
          '1 appears not, on these answers · 1 for an agency alone to ask for, and not raised · 1 not law on this day',
        ],
        ['Money', 'fund:  [Act § 7]', 'wage: find out 1 fact not named on this page [Act § 7]', ''],
      ],
    ],
    [
      'an agency raised one',
      { here: false, paper: 'asked' },
      [
        ['Staying', 'pass:  [Act § 7]', '3 appears not, on these answers · 1 not law on this day'],
        ['Money', 'wage: find out work and 2 more [Act § 7]', '1 appears not, on these answers'],
      ],
    ],
  ])('%s', (_, facts, groups) => {
    expect(further(facts)).toEqual(groups)
  })
})

test('a rulebook without extended options has none', () => {
  expect(furtherGroups(assessed(smallRulebook(), {}).determination, smallRulebook())).toEqual([])
})
