import { describe, expect, test } from 'vitest'
import type { PinpointStyle } from '../../src/rulebook/pinpoint.ts'
import { expectedPlace, formerText, placesNamed } from '../../src/rulebook/pinpoint.ts'

const fits = (style: PinpointStyle, at: string): boolean => expectedPlace(style, at) === undefined

describe('a pinpoint is written as its kind of source writes places', () => {
  test.each<[PinpointStyle, readonly string[]]>([
    [
      'section',
      ['7102', '7102(8)(A)', '101(a)(15)(T)(i)(III)(bb)-(cc)', '1182(a)(2)(A)(i)(II), (B), (C)', '3771A', '1396b(v)', '300gg-5(a)', '1101(a)(3), (15)'],
    ],
    ['section', ['1184(k)(2), former text', '1101 note', 'ch. 77', '107(b)(1)(C), (E), 114 Stat. 1476', '214(o)(4)-(5)', '103(8) and 107(c)(3)']],
    ['rule', ['214.11 (2002 text)', '214.14(a)(4), (6) and (11)', '1100.25-1100.37', '214.2(t)(4), (t)(4)(i)(A)', '274a.12(c)(11), (c)(14)', 'pt. 1100']],
    ['rule', ['214.204(i), 214.206(a)(3)(ii)(K), 214.207(c)(5)']],
    ['register', ['66 FR 38514 (July 24, 2001)', '72 FR 53014, 53016-17 (Sept. 17, 2007)', '90 FR 13370']],
    [
      'public-law',
      [
        '106-386, div. B, § 1513(b), 114 Stat. 1533',
        '113-4, §§ 801 and 1222, 127 Stat. 110, 144',
        '107-296',
        '110-457, § 201(a)(1)(C), (f)',
        '119-73, 139 Stat. 2003',
      ],
    ],
    ['amendment', ['amend. XIII', 'art. I, § 8, cl. 4']],
    ['reports', ['Kozminski, 487 U.S. 931 (1988)']],
    ['decision', ['Matter of A-B- (AAO, April 2019)', 'Doe v. Roe, No. 2:25-cv-1 (C.D. Cal.)']],
    ['form', ['I-192', 'I-918, Supplement B, instructions (edition 01/20/25)', 'I-854 instructions (2024 draft)']],
    ['manual', ['9 FAM 402.6', '9 FAM 402.6-5(E)']],
    ['chapter', ['vol. 3, pt. B, ch. 2', 'vol. 3, pt. B, ch. 2, § B.1']],
    ['title', ['Protection 5', 'Resources (page 2)']],
  ])('%s: %j', (style, ats) => {
    expect(ats.filter((at) => !fits(style, at))).toEqual([])
  })

  test.each<[PinpointStyle, readonly string[]]>([
    ['section', ['', '(a)', 'section 7102', '7102(8)(a)', '7102 (8)', '7102(8', '101(a)(T)', '214(o)(1),(2)', '7102(8), 9.5', '7102(8)-']],
    ['rule', ['214', '214.11(1)(a)', '214.11 (the old text)', '214.11(a)(1)(A)']],
    ['register', ['66 Fed. Reg. 38514', '66 FR', '66 FR 38514 (2001)']],
    ['public-law', ['106386', '106-386, 1513(b)', '106-386, § 1513(1)(b)', 'P.L. 106-386']],
    ['amendment', ['amend. 13', '13th']],
    ['reports', ['Kozminski (1988)', '487 U.S. 931 (1988)']],
    ['decision', ['Doe v. Roe', 'an order of 2025']],
    ['form', ['192', 'the form I-192', 'I-918,']],
    ['manual', ['402.6']],
    ['chapter', ['vol. 3, ch. 2', '3 B 2']],
    ['title', ['', ' Protection 5', 'Resources (page 2', 'two  spaces', 'two\nlines', 'a) b(']],
  ])('%s: none of %j', (style, ats) => {
    expect(ats.filter((at) => fits(style, at))).toEqual([])
  })
})

test.each<[PinpointStyle, string, readonly string[]]>([
  ['section', '1182(a)(2)(A)(i)(II), (B), (C)', ['1182(a)(2)(A)(i)(II)', '1182(a)(2)(B)', '1182(a)(2)(C)']],
  ['section', '101(a)(15)(T)(i)(III)(bb)-(cc)', ['101(a)(15)(T)(i)(III)(bb)', '101(a)(15)(T)(i)(III)(cc)']],
  ['rule', '214.11(a), (h)(1) (2016 text)', ['214.11(a)', '214.11(h)(1)']],
  ['rule', '1100.25-1100.37', ['1100.25', '1100.37']],
  ['public-law', '106-386, § 107', ['106-386, § 107']],
])('%s %s names its places in full', (style, at, places) => {
  expect(placesNamed(style, at)).toEqual(places)
})

test.each([
  ['214.11(a) (2016 text)', '2016'],
  ['1184(k)(2), former text', 'former'],
  ['1184(k)(2)', undefined],
])('%s speaks of the text %s', (at, text) => {
  expect(formerText(at)).toBe(text)
})
