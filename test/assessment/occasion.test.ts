import { describe, expect, test } from 'vitest'
import { extendedFiles } from '../support/extended.ts'
import { assessed, smallRulebook } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

/** Is the line said, under the small option `aid` (here and hurt)? */
const isSaid = (keys: string, facts: Facts, asOf = '2020-06-15'): boolean => {
  const rulebook = smallRulebook({ 'lines/hello.yaml': `id: hello\norder: 10\nplace: say\ntext: Take your time.\ntag: V\n${keys}\n` })
  return assessed(rulebook, facts, asOf).determination.lines.some(({ id }) => id === 'hello')
}

const may = { here: true, harms: ['burn'] }
const not = { here: false }
const open = { here: true }

describe('a line is said on its days and on its occasion', () => {
  test.each<[string, string, Facts, boolean]>([
    ['always, when nothing is said', '', {}, true],
    ['while an option may be', 'when: { options: [aid] }', may, true],
    ['while an option is open', 'when: { options: [aid] }', open, true],
    ['not when it appears not', 'when: { options: [aid] }', not, false],
    ['on the outcomes it names', 'when: { options: [aid], outcomes: [appears-not-to-qualify] }', not, true],
    ['not on others', 'when: { options: [aid], outcomes: [may-qualify] }', open, false],
    ['when all of some options are open', 'when: { all-of: [aid] }', open, true],
    ['not when one of them is not', 'when: { all-of: [aid] }', not, false],
    ['when any option has an outcome', 'when: { any-outcome: [appears-not-to-qualify] }', not, true],
    ['not when none has', 'when: { any-outcome: [appears-not-to-qualify] }', may, false],
    ['when something is surely so', 'when: { known: { fact: here } }', may, true],
    ['not when it is not known', 'when: { known: { fact: here } }', {}, false],
    ['while something may be so', 'when: { possible: { fact: here } }', {}, true],
    ['not when it is surely otherwise', 'when: { possible: { fact: here } }', not, false],
    ['when every key holds', 'when: { options: [aid], known: { fact: here }, possible: { fact: grave } }', open, true],
    ['not when one does not', 'when: { options: [aid], known: { fact: here }, possible: { fact: grave } }', { ...open, grave: false }, false],
    ['not when what it hangs on is not law on the day', 'when: { possible: { from: 2030-01-01, fact: here } }', may, false],
  ])('%s', (_, keys, facts, said) => {
    expect(isSaid(keys, facts)).toBe(said)
  })

  test('from its first day until its last', () => {
    const days = ['2009-12-31', '2010-01-01', '2014-12-31', '2015-01-01']
    expect(days.map((day) => isSaid('from: 2010-01-01\nuntil: 2015-01-01', {}, day))).toEqual([false, true, true, false])
  })

  test('not for an option that is not law on the day', () => {
    expect(isSaid('when: { options: [aid] }', may, '1999-12-31')).toBe(false)
    expect(isSaid('when: { options: [aid], outcomes: [not-in-force] }', may, '1999-12-31')).toBe(true)
  })
})

test('what is said on any outcome hears core options only; what names an extended option hears it', () => {
  const said = (when: string): boolean =>
    assessed(
      smallRulebook({ ...extendedFiles, 'lines/hello.yaml': `id: hello\norder: 10\nplace: say\ntext: Take your time.\ntag: V\nwhen: ${when}\n` }),
      may,
    ).determination.lines.some(({ id }) => id === 'hello')
  expect([said('{ any-outcome: [appears-not-to-qualify] }'), said('{ options: [pass], outcomes: [appears-not-to-qualify] }')]).toEqual([false, true])
})
