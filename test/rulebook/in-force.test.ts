import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import { lawOn, parameterOn } from '../../src/rulebook/in-force.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { settle } from '../../src/assessment/settle.ts'
import { statusOn } from '../support/conditions.ts'
import { assessed, caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()
type Facts = Record<string, unknown>
type Row = [node: Node, facts: Facts, expected: Status | 'absent']

const asSaid: (row: Row) => void = ([node, facts, expected]) => {
  expect(statusOn(rulebook, node, facts)).toBe(expected)
}

describe('yes-no facts and judgments are tested as they stand', () => {
  test.each<Row>([
    [{ fact: 'here' }, { here: true }, 'met'],
    [{ fact: 'here' }, { here: false }, 'not-met'],
    [{ fact: 'here' }, {}, 'unknown'],
    [{ fact: 'here' }, { here: null }, 'unknown'],
    [{ fact: 'here' }, { here: 'unknown' }, 'unknown'],
    [{ fact: 'here' }, { here: 'declined' }, 'unknown'],
    [{ not: { fact: 'here' } }, { here: true }, 'not-met'],
    [{ not: { fact: 'here' } }, { here: false }, 'met'],
    [{ not: { fact: 'here' } }, {}, 'unknown'],
    [{ bar: { fact: 'here' } }, { here: false }, 'met'],
    [{ bar: { fact: 'here' } }, {}, 'unknown'],
    [{ fact: 'grave' }, { grave: true }, 'met'],
    [{ fact: 'grave' }, { grave: false }, 'not-met'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('an open leaf has the class of its fact (semantics.md, section 4)', () => {
  test.each<Row>([
    [{ fact: 'here' }, {}, 'unknown'],
    [{ fact: 'work', is: 'farm' }, {}, 'unknown'],
    [{ fact: 'harms', has: 'any' }, {}, 'unknown'],
    [{ fact: 'age', under: 18 }, {}, 'unknown'],
    [{ fact: 'born', before: '2000-01-01' }, {}, 'unknown'],
    [{ fact: 'work', is: 'farm' }, { work: { 'one-of': ['farm', 'shop'] } }, 'unknown'],
    [{ fact: 'grave' }, {}, 'judgment'],
    [{ fact: 'grave' }, { grave: 'unknown' }, 'judgment'],
    [{ fact: 'grave' }, { grave: 'declined' }, 'judgment'],
    [{ fact: 'secret' }, {}, 'judgment'],
    [{ bar: { fact: 'secret' } }, {}, 'judgment'],
    [{ fact: 'secret' }, { secret: true }, 'met'],
    [{ fact: 'agrees' }, {}, 'agency'],
    [{ fact: 'agrees' }, { agrees: true }, 'met'],
    [{ fact: 'count', under: 5 }, {}, 'agency'],
    [{ fact: 'count', under: 5 }, { count: { under: 5 } }, 'met'],
    [{ fact: 'paper', is: 'done' }, {}, 'unknown'],
    [{ fact: 'paper', is: 'done' }, { paper: 'asked' }, 'not-met'],
    [{ await: 'paper' }, {}, 'agency'],
    [{ await: 'paper' }, { paper: 'done' }, 'agency'],
    [{ await: { who: 'court', what: 'say so' } }, {}, 'agency'],
    [{ not: { await: 'paper' } }, {}, 'agency'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('a choice is, or is one of, its members', () => {
  test.each<Row>([
    [{ fact: 'work', is: 'farm' }, { work: 'farm' }, 'met'],
    [{ fact: 'work', is: 'farm' }, { work: 'shop' }, 'not-met'],
    [{ fact: 'work', 'one-of': ['farm', 'shop'] }, { work: { 'one-of': ['farm', 'shop'] } }, 'met'],
    [{ fact: 'work', 'one-of': ['shop', 'farm'] }, { work: 'none' }, 'not-met'],
    [{ fact: 'work', 'one-of': ['farm', 'none'] }, { work: { 'one-of': ['farm', 'shop'] } }, 'unknown'],
    [{ fact: 'paper', 'one-of': ['refused', 'withdrawn'] }, { paper: 'withdrawn' }, 'met'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('of a list, one member, any, or any but some is ticked', () => {
  test.each<Row>([
    [{ fact: 'harms', has: ['burn'] }, { harms: ['burn', 'cut'] }, 'met'],
    [{ fact: 'harms', has: ['burn'] }, { harms: ['cut'] }, 'not-met'],
    [{ fact: 'harms', has: ['burn', 'cut'] }, { harms: ['cut'] }, 'met'],
    [{ fact: 'harms', has: ['burn'] }, { harms: { yes: ['cut'] } }, 'unknown'],
    [{ fact: 'harms', has: ['burn'] }, { harms: { no: ['burn'] } }, 'not-met'],
    [{ fact: 'harms', has: 'any' }, { harms: { yes: ['cut'] } }, 'met'],
    [{ fact: 'harms', has: 'any' }, { harms: [] }, 'not-met'],
    [{ fact: 'harms', has: 'any' }, { harms: { no: ['burn', 'cut'] } }, 'unknown'],
    [{ fact: 'harms', has: 'any' }, { harms: { no: ['burn', 'cut', 'other'] } }, 'not-met'],
    [{ fact: 'harms', 'has-other-than': ['burn'] }, { harms: ['burn'] }, 'not-met'],
    [{ fact: 'harms', 'has-other-than': ['burn'] }, { harms: ['burn', 'cut'] }, 'met'],
    [{ fact: 'harms', 'has-other-than': ['burn'] }, { harms: { yes: ['burn'] } }, 'unknown'],
    [{ fact: 'harms', 'has-other-than': ['burn'] }, { harms: { yes: ['burn'], no: ['cut', 'other'] } }, 'not-met'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('a number is under a limit, or at least the limit', () => {
  test.each<Row>([
    [{ fact: 'age', under: 18 }, { age: 17 }, 'met'],
    [{ fact: 'age', under: 18 }, { age: 18 }, 'not-met'],
    [{ fact: 'age', under: 21 }, { age: { under: 18 } }, 'met'],
    [{ fact: 'age', under: 15 }, { age: { under: 18 } }, 'unknown'],
    [{ fact: 'age', 'at-least': 18 }, { age: 18 }, 'met'],
    [{ fact: 'age', 'at-least': 18 }, { age: 17 }, 'not-met'],
    [{ fact: 'age', 'at-least': 16 }, { age: { 'at-least': 16, under: 18 } }, 'met'],
    [{ fact: 'age', 'at-least': 17 }, { age: { 'at-least': 16, under: 18 } }, 'unknown'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('a date is before, up to, after, or on or after a day', () => {
  test.each<Row>([
    [{ fact: 'began', before: '2010-05-04' }, { began: '2010-05-03' }, 'met'],
    [{ fact: 'began', before: '2010-05-04' }, { began: '2010-05-04' }, 'not-met'],
    [{ fact: 'began', 'up-to': '2010-05-04' }, { began: '2010-05-04' }, 'met'],
    [{ fact: 'began', 'up-to': '2010-05-04' }, { began: '2010-05-05' }, 'not-met'],
    [{ fact: 'began', after: '2010-05-04' }, { began: '2010-05-05' }, 'met'],
    [{ fact: 'began', after: '2010-05-04' }, { began: '2010-05-04' }, 'not-met'],
    [{ fact: 'began', 'on-or-after': '2010-05-04' }, { began: '2010-05-04' }, 'met'],
    [{ fact: 'began', 'on-or-after': '2010-05-04' }, { began: '2010-05-03' }, 'not-met'],
    [{ fact: 'began', before: '2011-01-01' }, { began: '2010' }, 'met'],
    [{ fact: 'began', before: '2010-06-01' }, { began: '2010' }, 'unknown'],
    [{ fact: 'began', before: 'filed' }, { began: '2010-05-03', filed: '2010-05-04' }, 'met'],
    [{ fact: 'began', before: 'filed' }, { began: '2010-05-04', filed: '2010-05-04' }, 'not-met'],
    [{ fact: 'began', 'up-to': 'filed' }, { began: '2010-05-04', filed: '2010-05-04' }, 'met'],
    [{ fact: 'began', after: 'filed' }, { began: '2010-05-04', filed: '2010-05-04' }, 'not-met'],
    [{ fact: 'began', 'on-or-after': 'filed' }, { began: '2010-05-04', filed: '2010-05-04' }, 'met'],
    [
      { fact: 'filed', before: { 'day-of': 'paper', 'plus-months': 6, 'short-month': 'next-day' } },
      { paper: { state: 'done', on: '2018-08-31' }, filed: '2019-02-28' },
      'met',
    ],
    [
      { fact: 'filed', before: { 'day-of': 'paper', 'plus-months': 6, 'short-month': 'last-day' } },
      { paper: { state: 'done', on: '2018-08-31' }, filed: '2019-02-28' },
      'not-met',
    ],
    [
      { fact: 'filed', 'up-to': { 'day-of': 'paper', 'plus-months': 6, 'short-month': 'last-day' } },
      { paper: { state: 'done', on: '2018-08-31' }, filed: '2019-02-28' },
      'met',
    ],
    [
      { fact: 'filed', 'up-to': { 'day-of': 'paper', 'plus-months': 6, 'short-month': 'last-day' } },
      { paper: { state: 'done', on: '2018-08-31' }, filed: '2019-03-01' },
      'not-met',
    ],
    [{ fact: 'filed', after: { 'day-of': 'began', 'plus-years': 1 } }, { began: '2016-02-29', filed: '2017-03-02' }, 'met'],
    [{ fact: 'filed', after: { 'day-of': 'began', 'plus-years': 1 } }, { began: '2016-02-29', filed: '2017-03-01' }, 'not-met'],
    [{ fact: 'filed', 'on-or-after': { 'day-of': 'began', 'plus-days': 90 } }, { began: '2019-01-01', filed: '2019-04-01' }, 'met'],
    [{ fact: 'filed', 'on-or-after': { 'day-of': 'began', 'plus-days': 90 } }, { began: '2019-01-01', filed: '2019-03-31' }, 'not-met'],
    [{ fact: 'filed', before: { 'day-of': 'paper', 'plus-months': 6 } }, { paper: 'done', filed: '2019-02-28' }, 'unknown'],
  ])('%o with %o: %s', (...row) => {
    asSaid(row)
  })
})

describe('an act is met once done; while it is not asked or asked it waits for the public body; with `again` also after a no', () => {
  test.each<[Facts, Status, Status]>([
    // facts, act, act again
    [{ paper: 'done' }, 'met', 'met'],
    [{ paper: { state: 'done', on: '2019' } }, 'met', 'met'],
    [{ paper: 'not-asked' }, 'agency', 'agency'],
    [{ paper: 'asked' }, 'agency', 'agency'],
    [{ paper: 'refused' }, 'not-met', 'agency'],
    [{ paper: 'withdrawn' }, 'not-met', 'agency'],
    [{ paper: { 'one-of': ['asked', 'not-asked'] } }, 'agency', 'agency'],
    [{ paper: { 'one-of': ['asked', 'done'] } }, 'unknown', 'unknown'],
    [{ paper: { 'one-of': ['refused', 'withdrawn'] } }, 'not-met', 'agency'],
    [{}, 'unknown', 'unknown'],
    [{ paper: 'declined' }, 'unknown', 'unknown'],
  ])('%o', (facts, once, again) => {
    expect([statusOn(rulebook, { act: 'paper' }, facts), statusOn(rulebook, { act: 'paper', again: true }, facts)]).toEqual([once, again])
  })
})

describe('a node that is not law on the day is absent, not false (semantics.md, section 1)', () => {
  const old = { until: '2010-01-01', fact: 'here' } as const
  const fresh = { from: '2010-01-01', fact: 'here' } as const
  const paid = { fact: 'grave' } as const
  const met = { here: true, grave: true }

  test.each<[string, Node, Status | 'absent', Status | 'absent']>([
    // node, on the last day of the old law, on the first of the new
    ['it begins on its first day', fresh, 'absent', 'met'],
    ['it ends before its last', old, 'met', 'absent'],
    ['all without it', { all: [fresh, { not: paid }] }, 'not-met', 'not-met'],
    ['all of nothing is absent', { all: [fresh] }, 'absent', 'met'],
    ['any without it shrinks to the rest', { any: [fresh, { not: paid }] }, 'not-met', 'met'],
    ['any of nothing is absent', { any: [old] }, 'met', 'absent'],
    ['not of it is absent, and not true', { not: fresh }, 'absent', 'not-met'],
    ['a bar of it is absent', { bar: fresh }, 'absent', 'not-met'],
    ['at least one of nothing is absent', { 'at-least': { count: 1, of: [fresh] } }, 'absent', 'met'],
    ['at least two of the children that are law', { 'at-least': { count: 2, of: [fresh, paid] } }, 'not-met', 'met'],
    ['deeper down, the same', { all: [{ not: { any: [fresh] } }, paid] }, 'met', 'not-met'],
    ['a dated all is absent with its children', { from: '2010-01-01', all: [paid] }, 'absent', 'met'],
    ['several windows', { 'in-force': [{ until: '2005-01-01' }, { from: '2010-01-01' }], ...paid }, 'absent', 'met'],
  ])('%s', (_, node, before, after) => {
    expect([statusOn(rulebook, node, met, '2009-12-31'), statusOn(rulebook, node, met, '2010-01-01')]).toEqual([before, after])
  })

  test('between two windows there is no law, on their edges there is', () => {
    const node: Node = { 'in-force': [{ from: '2001-01-01', until: '2005-01-01' }, { from: '2010-01-01' }], fact: 'here' }
    expect(
      ['2000-12-31', '2001-01-01', '2004-12-31', '2005-01-01', '2009-12-31', '2010-01-01'].map((day) => statusOn(rulebook, node, { here: true }, day)),
    ).toEqual(['absent', 'met', 'met', 'absent', 'absent', 'met'])
  })
})

const definition = (head: string, form: string): string =>
  `id: hurt\ntitle: Hurt\n${head}text: There is a harm.\ndecided-by: facts\ncite: [{ source: act, at: "1" }]\ntag: V\n${form}\n`
const criterion = (id: string, form: string, head = ''): string =>
  `id: ${id}\ntitle: ${id}\n${head}text: Text.\ndecided-by: facts\ncite: [{ source: act, at: "2" }]\ntag: V\n${form}\n`

describe('a reference has the meaning of what it refers to, on the day, or on the day that the law itself names', () => {
  const changed = smallRulebook({
    'definitions/hurt.yaml': definition('', 'any:\n  - { until: 2010-01-01, fact: harms, has: [burn] }\n  - { from: 2010-01-01, fact: harms, has: any }'),
    'options/aid/harmed.yaml': criterion(
      'harmed',
      'any:\n  - { id: now, title: Now, text: Now., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, definition: hurt }\n  - { id: frozen, title: Frozen, text: Frozen., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, definition: hurt, law-of: 2009-12-31 }',
    ),
  })

  test.each<[string, Facts, Status, Status]>([
    ['2009-12-31', { harms: ['burn'] }, 'met', 'met'],
    ['2009-12-31', { harms: ['cut'] }, 'not-met', 'not-met'],
    ['2010-01-01', { harms: ['burn'] }, 'met', 'met'],
    ['2010-01-01', { harms: ['cut'] }, 'met', 'not-met'],
    ['2020-06-15', { harms: { no: ['burn'] } }, 'unknown', 'not-met'],
  ])('on %s with %o the text of the day is %s, the frozen text %s', (day, facts, now, frozen) => {
    const harmed = assessed(changed, { here: true, ...facts }, day).determination.options[0]?.criteria.find(({ id }) => id === 'harmed')
    expect(harmed?.criteria.map(({ id, status }) => [id, status])).toEqual([
      ['now', now],
      ['frozen', frozen],
    ])
  })

  test('a criterion can be taken as it stood on a day, too', () => {
    const frozen = smallRulebook({
      'options/aid/present.yaml': criterion('present', 'any: [{ until: 2010-01-01, fact: here }, { from: 2010-01-01, fact: paid }]'),
      'options/aid/harmed.yaml': criterion('harmed', 'criterion: present\nlaw-of: 2009-12-31'),
    })
    const statuses = assessed(frozen, { here: true, work: 'none' }).determination.options[0]?.criteria.map(({ id, status }) => [id, status])
    expect(statuses).toEqual([
      ['present', 'not-met'],
      ['harmed', 'met'],
    ])
  })
})

describe('what refers to something that is not law on the day', () => {
  const withRoot = (form: string): ReturnType<typeof smallRulebook> =>
    smallRulebook({
      'definitions/hurt.yaml': definition('from: 2010-01-01\n', 'fact: harms\nhas: any'),
      'options/aid/harmed.yaml': criterion('harmed', form),
    })

  test.each<[string, string, Status | 'absent', number]>([
    ['is a mistake of the rulebook', 'definition: hurt', 'absent', 2],
    ['is a mistake under all', 'all: [{ definition: hurt }, { fact: here }]', 'met', 1],
    ['is a mistake under not', 'any: [{ not: { definition: hurt } }, { fact: here }]', 'met', 1],
    ['is a mistake as the only child of an any', 'all: [{ any: [{ definition: hurt }] }, { fact: here }]', 'met', 1],
    ['is absent when it is dated itself', 'all: [{ from: 2000-01-01, definition: hurt }, { fact: here }]', 'met', 0],
    ['is absent in an any beside another child', 'any: [{ definition: hurt }, { fact: here }]', 'met', 0],
    ['is absent when it is not law itself', 'all: [{ from: 2010-01-01, definition: hurt }, { fact: here }]', 'met', 0],
  ])('%s', (_, form, status, mistakes) => {
    const law = lawOn(withRoot(form), checkedDay('2009-12-31'))
    const root = law.options.get('aid')
    const harmed = root?.children.find(({ node }) => 'criterion' in node && node.criterion === 'harmed')
    const { known } = settle(caseWith({ here: true }, rulebook).answers, rulebook, law.asOf)
    expect([harmed === undefined ? 'absent' : evaluate(law.program, known)[harmed.step], law.dangling.length]).toEqual([status, mistakes])
  })

  test('an option is law on its days only, and not in force on the others', () => {
    const dated = smallRulebook({
      'options/aid/option.yaml':
        'id: aid\ntitle: Aid\nin-force: [{ from: 2001-01-01, until: 2005-01-01 }, { from: 2010-01-01 }]\ntext: Help.\ncite: [{ source: act, at: "2" }]\ntag: V\ncriteria: { criterion: present }\n',
    })
    expect(
      ['2000-12-31', '2001-01-01', '2004-12-31', '2005-01-01', '2010-01-01'].map(
        (day) => assessed(dated, { here: true }, day).determination.options[0]?.outcome,
      ),
    ).toEqual(['not-in-force', 'may-qualify', 'may-qualify', 'not-in-force', 'may-qualify'])
  })

  test('an option whose criteria are all absent on the day is not in force', () => {
    const empty = smallRulebook({
      'options/aid/present.yaml': criterion('present', 'fact: here', 'from: 2010-01-01\n'),
      'options/aid/option.yaml':
        'id: aid\ntitle: Aid\ntext: Help.\ncite: [{ source: act, at: "2" }]\ntag: V\ncriteria: { from: 2000-01-01, criterion: present }\n',
    })
    expect(assessed(empty, { here: true }, '2009-12-31').determination.options[0]).toMatchObject({
      id: 'aid',
      outcome: 'not-in-force',
      criteria: [],
      missing: [],
      awaits: [],
    })
  })
})

describe('a parameter has its value of the day', () => {
  test.each([
    ['1999-12-31', undefined],
    ['2000-01-01', 100],
    ['2009-12-31', 100],
    ['2010-01-01', 200],
    ['2030-01-01', 200],
  ])('on %s: %s', (day, value) => {
    expect(parameterOn(rulebook, 'cap', checkedDay(day))).toBe(value)
  })

  test.each<[string, Facts, Status]>([
    ['2009-12-31', { count: 99 }, 'met'],
    ['2009-12-31', { count: 100 }, 'not-met'],
    ['2010-01-01', { count: 100 }, 'met'],
    ['2010-01-01', { count: 200 }, 'not-met'],
    ['2010-01-01', { count: { under: 200 } }, 'met'],
    ['2010-01-01', { count: { 'at-least': 100 } }, 'agency'],
  ])('on %s with %o: %s', (day, facts, expected) => {
    expect(statusOn(rulebook, { fact: 'count', under: { parameter: 'cap' } }, facts, day)).toBe(expected)
  })
})

test('a definition is compiled once, however often it is referred to', () => {
  const law = lawOn(rulebook, checkedDay('2020-06-15'))
  const harmed = law.options.get('aid')?.children.find(({ node }) => 'criterion' in node && node.criterion === 'harmed')
  expect(harmed?.step).toBe(law.definitions.get('hurt')?.step)
})
