import { expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import { furtherLines } from '../../src/report/further.ts'
import { textFace } from '../../src/report/text.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { extendedRulebook } from '../support/extended.ts'
import { plain } from '../support/faces.ts'
import { assessed, caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = extendedRulebook()
const page = (facts: Readonly<Record<string, unknown>>, inFull: boolean): string =>
  textFace(assess(rulebook, caseWith(facts, rulebook), { asOf: checkedDay('2020-06-15') }), rulebook, plain(100), inFull)

test('extended options have one line each, by group, and the others are counted', () => {
  const { determination } = assessed(rulebook, { here: true, paper: 'not-asked' })
  expect(`${furtherLines(determination, rulebook, plain(100)).join('\n')}\n`).toBe(`FURTHER OPTIONS AND PROTECTIONS
  Staying
    DEPENDS ON OTHERS   The leave: certifying agency: Ask the office for the paper. [Act § 7]
    DEPENDS ON OTHERS   The letter: points left to the attorney [Act § 7]
    1 appears not, on these answers · 1 for an agency alone to ask for, and not raised · 1 not law
      on this day
  Money
    MAY QUALIFY         The fund [Act § 7]
    CANNOT TELL YET     The wage: find out work and 2 more [Act § 7]
  Each in full: tvpa evaluate --all, or tvpa explain ID. 1 note on their law there.
`)
})

test('without extended options there is no such part', () => {
  expect(furtherLines(assessed(smallRulebook(), {}).determination, smallRulebook(), plain(100))).toEqual([])
})

test('on the page they stand below the core options, whose steps, points and parts speak of core options alone', () => {
  const text = page({ here: true, paper: 'not-asked' }, false)
  expect(
    text
      .split('\n')
      .filter((line) => /^[A-Z][A-Z ]+$|^Aid|^The /.test(line))
      .map((line) => line.split('  ')[0]),
  ).toEqual(['THE OPTIONS', 'WHO ACTS NEXT', 'ABOUT THE LAW OF THIS PAGE', 'FURTHER OPTIONS AND PROTECTIONS', 'Aid', 'WHERE TO TURN'])
  expect(text).not.toContain('A note on the fund.')
})

test('in full, each is shown as a core option is, with its steps and the notes on its law', () => {
  const text = page({ here: true, paper: 'not-asked' }, true)
  expect(text).not.toContain('FURTHER OPTIONS')
  for (const told of [
    '  The leave                       DEPENDS ON OTHERS',
    '  The pardon                      NOT IN FORCE',
    '  The pass                        APPEARS NOT TO QUALIFY',
    '\nThe wage  ',
    '· The fund: A note on the fund.',
    '(The leave)',
  ])
    expect(text).toContain(told)
})
