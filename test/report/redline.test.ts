import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { differenceOf } from '../../src/assessment/redline.ts'
import type { Redline } from '../../src/report/redline.ts'
import { isDifferent, redlineJson, redlineText } from '../../src/report/redline.ts'
import { amendmentsOf } from '../../src/rulebook/amendments.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { subjectsNamed } from '../../src/rulebook/subject.ts'
import { plain } from '../support/faces.ts'
import { realRulebook, rulebookOf } from '../support/rules.ts'

const redlineOf = (rulebook: Rulebook, id: string, from = '2005-06-15', to = '2020-06-15'): Redline => {
  const [subject] = subjectsNamed(id, rulebook)
  if (!subject) throw new Error(`no ${id}`)
  const days = [checkedDay(from), checkedDay(to)] as const
  return {
    subject,
    from: days[0],
    to: days[1],
    amendments: amendmentsOf(rulebook, subject, ...days),
    difference: differenceOf(rulebook, subject, ...days),
    fixtures: undefined,
  }
}

const rulebook = rulebookOf('any: [{ until: 2010-01-01, fact: age, under: 15 }, { from: 2010-01-01, fact: age, under: 18 }]')
const flip = { name: 'sixteen', file: 'fixtures/aid.yaml', line: 3, before: 'not-met', after: 'met' } as const

test('a page says what changed, whom it helps and hurts, how that is compared, and which fixtures turn', () => {
  const shown = { ...redlineOf(rulebook, 'aid'), fixtures: { cases: 2, flips: [flip] } }
  expect(redlineText(shown, rulebook, plain(80))).toBe(
    [
      'Aid (aid)                                  law of 2005-06-15 → law of 2020-06-15',
      '1 change on 1 day · some people are treated differently',
      '',
      '2010-01-01',
      '  root (aid/root) [act not named in the rulebook]',
      '    rule    − age is under 15',
      '            + age is under 18',
      '',
      'WHO IS HELPED',
      '  APPEARS NOT TO QUALIFY → MAY QUALIFY',
      '  Simplest example; none rests on fewer facts:',
      '    age  15 to 17',
      '  What makes the difference: root (not met → met).',
      '',
      'WHO IS HURT',
      '  Nobody.',
      '',
      'HOW THE DAYS ARE COMPARED',
      '  Both days are asked about the same recorded facts. Ages are as told. A filing',
      '  date that nobody told is the day itself. Nothing in an example lies after',
      '  2005-06-15. What public bodies have still to do stays open.',
      '',
      'FIXTURES',
      '  1 of 2 cases comes out differently.',
      '  fixtures/aid.yaml:3  APPEARS NOT TO QUALIFY → MAY QUALIFY',
      '      sixteen',
      '',
      'Not a decision.',
      '',
    ].join('\n'),
  )
})

test('the same for machines', () => {
  const shown = { ...redlineOf(rulebook, 'aid'), fixtures: { cases: 2, flips: [flip] } }
  const { rulebook: about, ...rest } = JSON.parse(redlineJson(shown, rulebook)) as Record<string, unknown>
  expect([Object.keys(about as object), rest]).toEqual([
    ['version', 'digest', 'reviewed-through'],
    {
      id: 'aid',
      kind: 'option',
      title: 'Aid',
      from: '2005-06-15',
      to: '2020-06-15',
      notice: 'Not a decision.',
      changes: [{ day: '2010-01-01', kind: 'rule', path: 'aid/root', title: 'root', before: 'age is under 15', after: 'age is under 18', acts: [] }],
      different: true,
      comparison: 'compared',
      helped: {
        who: 'somebody',
        example: {
          before: 'appears-not-to-qualify',
          after: 'may-qualify',
          facts: { age: { 'at-least': 15, under: 18 } },
          fewest: true,
          turns: [{ id: 'root', title: 'root', before: 'not-met', after: 'met' }],
        },
      },
      hurt: { who: 'nobody' },
      fixtures: { cases: 2, flips: [{ ...flip, before: 'appears-not-to-qualify', after: 'may-qualify' }] },
    },
  ])
})

describe('what could not be compared is said', () => {
  const base = redlineOf(rulebook, 'aid')
  test.each<[string, Partial<Redline>, boolean | undefined, string]>([
    ['too large', { difference: { kind: 'too-large' } }, undefined, 'The rule is too large to compare by diagram.'],
    ['too large, but a fixture turns', { difference: { kind: 'too-large' }, fixtures: { cases: 1, flips: [flip] } }, true, 'too large to compare by diagram'],
    ['law on one day', { difference: { kind: 'law-on-one-day', day: base.to } }, true, 'It is law on 2020-06-15 only'],
    ['law on neither day', { difference: { kind: 'law-on-neither-day' } }, false, 'not law on either day'],
    [
      'no example',
      { difference: { kind: 'compared', helped: { who: 'somebody' }, hurt: { who: 'nobody' } } },
      true,
      'no example was found that a determination confirms',
    ],
  ])('%s', (_, changed, different, words) => {
    const shown = { ...base, ...changed }
    expect([isDifferent(shown), redlineText(shown, rulebook, plain(120)).includes(words)]).toEqual([different, true])
  })
})

test('fixtures past the first twelve are counted', () => {
  const shown = { ...redlineOf(rulebook, 'aid'), fixtures: { cases: 20, flips: Array.from({ length: 15 }, (_, line) => ({ ...flip, line })) } }
  const text = redlineText(shown, rulebook, plain(80))
  expect([text.match(/fixtures\/aid\.yaml/g)?.length, text.includes('  and 3 more; --format json names them all\n')]).toEqual([12, true])
})

test.each([40, 80, 120])('no line of the redline of a real definition is wider than %i columns', (columns) => {
  const text = redlineText(redlineOf(realRulebook(), 'coercion', '2002-06-01', '2026-11-21'), realRulebook(), plain(columns))
  expect(text.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([])
})
