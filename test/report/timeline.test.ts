import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { timeline } from '../../src/assessment/timeline.ts'
import { timelineText } from '../../src/report/timeline.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { archive, plain } from '../support/faces.ts'
import { caseWith, realRulebook, rulebookOf, textOf } from '../support/rules.ts'

const rulebook = rulebookOf('fact: age\nunder: 18')
const until = checkedDay('2021-06-01')

test('each span stands with its first day, and what changed on it', () => {
  const line = timeline(rulebook, caseWith({ born: '1990-05-06', 'age-then': { 'at-least': 14 } }, rulebook, { case: 'x' }), {
    from: checkedDay('1999-01-01'),
    until,
  })
  expect(timelineText(line, rulebook, undefined, plain(80)).replace(/\([0-9a-f]{4}…\)/, '(0000…)')).toBe(
    `THROUGH TIME · case x
    law from 1999-01-01 until 2021-06-01 · rulebook 0.0.1 (0000…)
Information, not legal advice, and not a decision of any agency. For the file of
a caseworker or attorney.
The same answers under the law of every day. Each line begins with the first day
on which the outcome was so.

Aid
  1999-01-01  NOT IN FORCE
  2000-01-01  CANNOT TELL YET
    law: Act § 2
  2004-05-06  MAY QUALIFY
    until now these could not all be so: age then, born
    unknown → met                 root [Act § 2]
  2008-05-06  APPEARS NOT TO QUALIFY
    age: 17 → 18
    met → not met                 root [Act § 2]

! Reviewed through 2020-12-31.
! Begins on 2000-01-01.

Not a decision.
`,
  )
})

test('no line is wider than the page, and the words of every archive case are plain', () => {
  const real = realRulebook()
  for (const name of archive.slice(0, 3)) {
    const { facts } = JSON.parse(textOf(`fixtures/archive/${name}`)) as { facts: Record<string, unknown> }
    const line = timeline(real, caseWith(facts, real), { from: checkedDay('2000-10-28'), until: checkedDay('2026-11-22'), criteria: true })
    for (const columns of [80, 120]) {
      const text = timelineText(line, real, undefined, plain(columns))
      expect(text).not.toMatch(/undefined|\[object|NaN|eligib|denied|failed/)
      for (const one of text.split('\n')) expect(stringWidth(one)).toBeLessThanOrEqual(columns)
    }
  }
})
