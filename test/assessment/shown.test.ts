import { describe, expect, test } from 'vitest'
import { criterionFile, firstOption, rulebookOf, smallRulebook } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>
const part = (id: string, form: string, head = ''): string =>
  `{ id: ${id}, title: ${id}, ${head}text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, ${form} }`

test('a criterion is shown whole: what it says, its status, what settles it, its papers and its law', () => {
  const rulebook = smallRulebook({
    'options/aid/present.yaml': `id: present
title: Present
text: The person is here.
decided-by: person
cite:
  - { source: act, at: 2(a), until: 2010-01-01, tag: V }
  - { source: act, at: 2(b), from: 2010-01-01, tag: UNVERIFIED }
evidence: [lease, letter]
note:
  - { text: Old note., until: 2010-01-01 }
  - { text: New note., from: 2010-01-01, tag: V2, cite: [{ source: act, at: "7" }] }
reading: { reading: so, alternative: or so, authority: nobody }
tag: V2
fact: here
`,
  })
  expect(firstOption(rulebook, { here: true, harms: ['burn'] }).criteria).toEqual([
    {
      id: 'present',
      title: 'Present',
      status: 'met',
      'decided-by': 'person',
      text: 'The person is here.',
      because: ['here'],
      missing: [],
      evidence: ['lease', 'letter'],
      moot: false,
      citations: [{ source: 'act', pinpoint: '2(b)', text: 'Act § 2(b)', url: 'https://law.example/act#2', tag: 'UNVERIFIED' }],
      tag: 'V2',
      notes: [{ text: 'New note.', tag: 'V2', citations: [{ source: 'act', pinpoint: '7', text: 'Act § 7', url: 'https://law.example/act#7' }] }],
      readings: [{ reading: 'so', alternative: 'or so', authority: 'nobody' }],
      criteria: [],
    },
    {
      id: 'harmed',
      title: 'Harmed',
      status: 'met',
      'decided-by': 'facts',
      text: 'The person was hurt.',
      because: ['harms'],
      missing: [],
      evidence: [],
      moot: false,
      citations: [{ source: 'act', pinpoint: '2(b)', text: 'Act § 2(b)', url: 'https://law.example/act#2' }],
      tag: 'V',
      criteria: [],
    },
  ])
})

describe('because names the answered facts of the children that settle a criterion', () => {
  test.each<[string, string, Facts, string[]]>([
    ['all of them when all are met', 'all: [{ fact: here }, { fact: work, is: farm }]', { here: true, work: 'farm' }, ['here', 'work']],
    ['the deciding ones when one is not', 'all: [{ fact: here }, { fact: work, is: farm }]', { here: true, work: 'shop' }, ['work']],
    ['the deciding ones when any is met', 'any: [{ fact: here }, { fact: work, is: farm }]', { here: false, work: 'farm' }, ['work']],
    ['all of them when none is', 'any: [{ fact: here }, { fact: work, is: farm }]', { here: false, work: 'shop' }, ['here', 'work']],
    ['nothing while it is open', 'all: [{ fact: here }, { fact: work, is: farm }]', { here: true }, []],
    ['the dates an age was counted from', 'all: [{ fact: age, under: 30 }]', { born: '2000' }, ['born']],
    ['the fact that makes another not apply', 'all: [{ not: { fact: paid } }]', { work: 'none' }, ['work']],
    ['nothing behind an assumed day', 'all: [{ fact: filed, before: 2030-01-01 }]', {}, []],
    ['both dates of a pair', 'all: [{ fact: began, before: filed }]', { began: '2001', filed: '2002' }, ['began', 'filed']],
    [
      'the day of an act',
      'all: [{ fact: filed, after: { day-of: paper, plus-months: 1 } }]',
      { filed: '2003', paper: { state: 'done', on: '2001' } },
      ['filed', 'paper'],
    ],
    ['through a definition', 'all: [{ definition: hurt }]', { harms: ['burn'] }, ['harms']],
  ])('%s', (_, form, facts, because) => {
    expect(firstOption(rulebookOf(form), facts).criteria[0]?.because.toSorted()).toEqual(because)
  })
})

describe('an open criterion on which the option no longer depends is moot, and keeps its own status', () => {
  test.each<[string, Facts, [string, string, boolean][]]>([
    [
      'while all is open',
      {},
      [
        ['a', 'unknown', false],
        ['b', 'judgment', false],
      ],
    ],
    [
      'when another decides',
      { here: true },
      [
        ['a', 'met', false],
        ['b', 'judgment', true],
      ],
    ],
    [
      'when this one decides',
      { grave: true },
      [
        ['a', 'unknown', true],
        ['b', 'met', false],
      ],
    ],
  ])('%s', (_, facts, expected) => {
    const [root] = firstOption(rulebookOf(`any: [${part('a', 'fact: here')}, ${part('b', 'fact: grave')}]`), facts).criteria
    expect(root?.criteria.map(({ id, status, moot }) => [id, status, moot])).toEqual(expected)
  })

  test('a top criterion is moot when another settles the option', () => {
    const criteria = firstOption(smallRulebook(), { here: false }).criteria
    expect(criteria.map(({ id, status, moot }) => [id, status, moot])).toEqual([
      ['present', 'not-met', false],
      ['harmed', 'unknown', true],
    ])
  })
})

describe('criteria are shown as they nest', () => {
  test('through nodes without an id, down to those with one', () => {
    const [root] = firstOption(rulebookOf(`all: [{ any: [{ all: [${part('deep', 'fact: here')}] }] }, { not: ${part('other', 'fact: grave')} }]`), {}).criteria
    expect(root?.criteria.map(({ id }) => id)).toEqual(['deep', 'other'])
  })

  test('not those inside a definition: they are shown with the definition', () => {
    const rulebook = smallRulebook({ 'definitions/hurt.yaml': criterionFile('hurt', `any: [${part('burned', 'fact: harms, has: [burn]')}]`) })
    expect(firstOption(rulebook, {}).criteria.map(({ id, criteria }) => [id, criteria.length])).toEqual([
      ['present', 0],
      ['harmed', 0],
    ])
  })

  test('not those that are absent on the day', () => {
    const rulebook = rulebookOf(`any: [${part('old', 'fact: here', 'until: 2010-01-01, ')}, ${part('new', 'fact: here', 'from: 2010-01-01, ')}]`)
    expect(['2009-12-31', '2010-01-01'].map((day) => firstOption(rulebook, {}, day).criteria[0]?.criteria.map(({ id }) => id))).toEqual([['old'], ['new']])
  })
})
