import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { isMisfit, readAnswer } from '../../src/assessment/answer.ts'
import { whatIf } from '../../src/assessment/what-if.ts'
import type { WhatIf } from '../../src/assessment/what-if.ts'
import { whatIfPage, whatIfText } from '../../src/report/what-if.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { plain } from '../support/faces.ts'
import { caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()

const found = (facts: Readonly<Record<string, unknown>>, set: Readonly<Record<string, unknown>>): WhatIf => {
  const settings = Object.entries(set).map(([id, value]) => {
    const fact = rulebook.facts.find((one) => one.id === id)
    const answer = fact && readAnswer(fact, value)
    if (!answer || isMisfit(answer)) throw new Error(`${id} cannot be that`)
    return { fact: id, answer }
  })
  return whatIf(rulebook, caseWith(facts, rulebook, { case: 'x\u001b' }), settings, { asOf: checkedDay('2020-06-15') })
}

test('the page says what it is, what was set, and only what differs', () => {
  const text = whatIfText(found({ here: false }, { here: true, harms: ['cut'] }), rulebook, plain(100))
  expect(text.replace(/\([0-9a-f]{4}…\)/, '(0000…)')).toBe(
    `WHAT IF · case x\ufffd                                         law of 2020-06-15 · rulebook 0.0.1 (0000…)
Information, not legal advice, and not a decision of any agency. For the file of a caseworker or
attorney.
Answers are recorded as they were given, and stay so. This page shows how the law reads other
answers; it is no reason to change one, and nothing here was saved.

OTHER ANSWERS ON THIS PAGE
  here: no → yes
  harms: another answer (not spelled out here)

Aid                                                             APPEARS NOT TO QUALIFY → MAY QUALIFY
  not met → met                 Present [Act § 2(a)]
  no longer needed → met        Harmed [Act § 2(b)]

LEGAL TERMS
  Hurt
    unknown → met                 the whole term

Not a decision.
`,
  )
})

test('hard facts are counted, contradictions are told, and options without a difference are named', () => {
  const text = whatIfText(found({ born: '2010' }, { age: 30 }), rulebook, plain(80))
  expect(text).toContain('\n! These cannot all be so: age, born.\n')
  expect(text).toContain('\nNothing differs for Aid.\n')
  expect(whatIfText(found({ here: false }, { here: true }), rulebook, plain(80))).toContain('now to find out: 1 fact, not named here')
})

test('no line is wider than the page', () => {
  for (const columns of [40, 80, 120])
    for (const line of whatIfText(found({ here: false, born: '2010' }, { here: true, age: 30 }), rulebook, plain(columns)).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(columns)
})

test('machines get the difference with what was changed', () => {
  expect(whatIfPage(found({ here: false }, { here: true }))).toMatchObject({
    'as-of': '2020-06-15',
    notice: 'Not a decision.',
    changed: [{ fact: 'here', before: false, after: true }],
    options: [
      { id: 'aid', criteria: [{ id: 'present', before: { status: 'not-met', moot: false }, after: { status: 'met', moot: false } }, { id: 'harmed' }] },
    ],
    contradictions: [],
  })
})
