import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { acrossDays } from '../../src/assessment/across-days.ts'
import { comparePage, compareText } from '../../src/report/compare.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { archive, plain } from '../support/faces.ts'
import { caseWith, realRulebook, smallRulebook, textOf } from '../support/rules.ts'

const rulebook = smallRulebook()
const across = acrossDays(rulebook, caseWith({ here: true }, rulebook, { case: 'x', 'as-of': '2001-01-01' }), ['1999-01-01', '2020-06-15'].map(checkedDay))

test('days stand beside each other where there is room', () => {
  expect(compareText(across, rulebook, undefined, plain(80)).replace(/\([0-9a-f]{4}…\)/, '(0000…)')).toBe(
    `THE LAW OF SEVERAL DAYS · case x
    1999-01-01, 2020-06-15 · rulebook 0.0.1 (0000…)
Information, not legal advice, and not a decision of any agency. For the file of
a caseworker or attorney.

Aid
                            1999-01-01                2020-06-15
  outcome                   NOT IN FORCE              CANNOT TELL YET
  Present                   not law                   met
  Harmed                    not law                   unknown

ALERTS AND NOTES ON THE LAW
  1999-01-01: Begins on 2000-01-01.
  1999-01-01, 2020-06-15: The case asks for 2001-01-01.

Not a decision.
`,
  )
})

test('and one under the other where there is none', () => {
  expect(compareText(across, rulebook, undefined, plain(40))).toContain('  Present\n    1999-01-01: not law\n    2020-06-15: met\n')
})

test('an option that nobody raised stands in a line of its own, unless it is asked for', () => {
  const real = realRulebook()
  const person = caseWith({}, real)
  const both = acrossDays(real, person, ['2002-06-01', '2026-11-21'].map(checkedDay))
  const quiet = both.options.filter((option) => option.quiet)
  expect(quiet.length).toBeGreaterThan(0)
  for (const { id, title } of quiet) {
    expect(compareText(both, real, undefined, plain(80))).toContain(`${title}: not raised · --option ${id} shows it`)
    expect(compareText(both, real, [id], plain(80))).not.toContain(`--option ${id} shows it`)
  }
})

test('no line is wider than the page', () => {
  const real = realRulebook()
  const [name = ''] = archive
  const { facts } = JSON.parse(textOf(`fixtures/archive/${name}`)) as { facts: Record<string, unknown> }
  const both = acrossDays(real, caseWith(facts, real), ['2002-06-01', '2026-11-21'].map(checkedDay))
  for (const columns of [80, 120])
    for (const line of compareText(both, real, undefined, plain(columns)).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
})

test('machines get the days, the options and the warnings of each day', () => {
  expect(comparePage(across)).toMatchObject({
    case: 'x',
    dates: ['1999-01-01', '2020-06-15'],
    options: [{ id: 'aid', outcomes: ['not-in-force', 'cannot-tell-yet'], same: 0 }],
    warnings: [[{ text: 'Begins on 2000-01-01.' }, { text: 'The case asks for 2001-01-01.' }], [{ text: 'The case asks for 2001-01-01.' }]],
  })
})
