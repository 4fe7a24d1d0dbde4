import { Chalk } from 'chalk'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import { textFace } from '../../src/report/text.ts'
import { label } from '../../src/wording/labels.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { archive, archiveFace, assessedArchive, days, plain } from '../support/faces.ts'
import { caseWith, criterionFile, realRulebook, smallRulebook } from '../support/rules.ts'

const small = smallRulebook({
  'lines/hello.yaml': 'id: hello\norder: 10\nplace: first\ntext: If anyone is in danger, stop here.\ntag: V\n',
  'lines/soon.yaml': 'id: soon\norder: 20\nplace: days\ntext: Be there on the day.\ntag: V\n',
  'lines/also.yaml': 'id: also\norder: 30\nplace: say\ntext: Do not leave.\ncite: [{ source: act, at: "5" }]\ntag: V\n',
  'lines/end.yaml': 'id: end\norder: 40\nplace: foot\ntext: Not signed.\ntag: V\n',
  'options/aid/present.yaml': criterionFile('present', 'all: [{ fact: here }, { fact: grave }]'),
})
const face = (facts: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}, columns = 80): string =>
  textFace(assess(small, caseWith(facts, small, more), { asOf: checkedDay('2020-06-15') }), small, plain(columns))

test('the first page says safety and lawyer first, then days, options, steps and the law behind each', () => {
  expect(face({ here: true, harms: ['burn'], born: '2005-07-01' }, { case: '2026-0012' })).toBe(`  If anyone is in danger, stop here.

POSSIBLE OPTIONS for case 2026-0012
    law of 15 June 2020 · rulebook 0.0.1 (${small.digest.slice(7, 11)}…)
Information, not legal advice, and not a decision of any agency. Made from a
caseworker's partial notes, not signed.

DAYS THAT CANNOT WAIT
  · Be there on the day.
  2023-07-01    turns 18 [Act § 3]

THE OPTIONS
  Aid                             DEPENDS ON OTHERS        open: assessments

WHO ACTS NEXT
   1  attorney or clinician  Ask a doctor. Told so far: 1 of 3 listed factors, 0
                             open. (Aid)

ABOUT THE LAW OF THIS PAGE
  Law reviewed through 31 December 2020.
  No unverified point carries a result on this page.

Aid                                                                      Act § 2
  Rests on: here and 1 more.
  judgment  present                                                      Act § 2
              open: an assessment
              present 1 of 3 listed factors · open 0
  met       Harmed                                                    Act § 2(b)

GOOD TO KNOW
  · Do not leave. [Act § 5]

WHERE TO TURN
  555-0100  The door

  Not signed.
  Not a decision.
`)
})

describe('no line is wider than the page, but for a word that cannot be broken', () => {
  const tooWide = (text: string, columns: number): string[] => text.split('\n').filter((line) => stringWidth(line) > columns && /\S\s+\S/.test(line.trim()))

  test.each(archive.flatMap((name) => days.map((day) => [name, day] as const)))('%s under the law of %s', (name, day) => {
    const assessment = assessedArchive(name, day)
    for (const columns of [40, 76, 80, 120]) expect(tooWide(textFace(assessment, realRulebook(), plain(columns)), columns)).toEqual([])
  })
})

describe('without colour nothing but text is written', () => {
  test.each(archive)('%s', (name) => {
    // eslint-disable-next-line no-control-regex -- these are the characters that must not be there
    expect(archiveFace(name, '2026-11-21', plain(80))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  })

  test('colour adds nothing to the words', () => {
    const coloured = archiveFace('el-monte.json', '2026-11-21', { columns: 80, paint: new Chalk({ level: 1 }) })
    // eslint-disable-next-line no-control-regex -- the colours that are taken out again
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(archiveFace('el-monte.json', '2026-11-21', plain(80)))
    expect(coloured).toContain('\u001b[')
  })
})

describe('what steers a terminal in a reference is shown as a mark', () => {
  test.each(['\u001b[2J', '\u001b]0;title\u0007', '\u009b31m', '\u202e'])('%j', (harmful) => {
    const text = face({}, { case: `a${harmful}b` })
    expect(text).not.toContain(harmful)
    expect(text).toContain('for case a\ufffd')
  })
})

describe('what is hard to be asked, or only a lawyer asks, is never named on this page', () => {
  const rulebook = realRulebook()
  const hidden = rulebook.facts.filter(({ burden, recording }) => burden === 'distressing' || recording === 'lawyer-first').map(({ id }) => label(id))

  test.each(archive)('%s', (name) => {
    const text = archiveFace(name, '2026-11-21', plain(1000))
    const told = text.split('\n').filter((line) => /to find out:|find out |Rests on/.test(line))
    expect(hidden.filter((words) => told.some((line) => line.includes(words)))).toEqual([])
  })
})

test('an option that is not law on the day has one line and no part', () => {
  const text = archiveFace('el-monte.json', '2000-01-15', plain(80))
  const lines = text.split('\n').filter((line) => line.includes('T nonimmigrant status') && !line.startsWith('  ·'))
  expect(lines).toEqual([expect.stringMatching(/^ {2}T nonimmigrant status +NOT IN FORCE$/)])
})

test('a bar that nobody asked about is never shown as met', () => {
  const text = textFace(assess(realRulebook(), caseWith({}, realRulebook()), { asOf: checkedDay('2026-11-21') }), realRulebook(), plain(100))
  expect(text.split('\n').filter((line) => line.startsWith('  met '))).toEqual([])
})

describe('the first page ends within two screens of forty lines; what follows is the law behind each option', () => {
  const firstPage = (name: string, columns: number): number => {
    const lines = archiveFace(name, '2026-11-21', plain(columns)).split('\n')
    const end = lines.findIndex((line) => /^FURTHER OPTIONS AND PROTECTIONS$|^T nonimmigrant status/.test(line))
    return end < 0 ? Infinity : end
  }

  test.each(archive)('%s', (name) => {
    expect(Math.max(firstPage(name, 80), firstPage(name, 100))).toBeLessThanOrEqual(80)
  })
})
