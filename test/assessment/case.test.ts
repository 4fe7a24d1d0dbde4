import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/assessment/case.ts'
import { parseDay, parseDays } from '../../src/logic/day.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { problemText } from '../../src/rulebook/problem.ts'
import { caseWith, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()
const where = { file: 'case.json', path: [] }

const one = (...possible: string[]): Knowledge => ({ kind: 'one', possible: new Set(possible) })
const many = (yes: string[], no: string[]): Knowledge => ({ kind: 'many', yes: new Set(yes), no: new Set(no) })
const span = (lo: number, hi: number): Knowledge => ({ kind: 'span', span: { lo, hi } })
const days = (text: string): Knowledge => ({ kind: 'span', span: parseDays(text) ?? { lo: NaN, hi: NaN } })
const act = (states: string[], on?: string): Knowledge => ({
  kind: 'act',
  possible: new Set(states),
  on: on === undefined ? { lo: -Infinity, hi: Infinity } : (parseDays(on) ?? { lo: NaN, hi: NaN }),
})

describe('each kind of fact is answered whole or in part (design.md, section 4)', () => {
  test.each<[string, unknown, Knowledge]>([
    ['here', true, one('true')],
    ['here', false, one('false')],
    ['grave', true, one('true')],
    ['work', 'farm', one('farm')],
    ['work', { 'one-of': ['farm', 'shop'] }, one('farm', 'shop')],
    ['work', { 'one-of': ['shop'] }, one('shop')],
    ['harms', ['burn'], many(['burn'], ['cut', 'other'])],
    ['harms', [], many([], ['burn', 'cut', 'other'])],
    ['harms', { yes: ['burn'] }, many(['burn'], [])],
    ['harms', { yes: ['burn'], no: ['cut'] }, many(['burn'], ['cut'])],
    ['harms', { no: ['cut'] }, many([], ['cut'])],
    ['harms', { yes: [] }, many([], [])],
    ['age', 17, span(17, 18)],
    ['age', 0, span(0, 1)],
    ['age', 120, span(120, 121)],
    ['age', { under: 18 }, span(0, 18)],
    ['age', { 'at-least': 18 }, span(18, 121)],
    ['age', { 'at-least': 16, under: 18 }, span(16, 18)],
    ['age', { under: 121 }, span(0, 121)],
    ['began', '2019-05-04', days('2019-05-04')],
    ['began', '2019-05', days('2019-05')],
    ['began', '2019', days('2019')],
    ['began', '2001/2004', days('2001/2004')],
    ['began', '../2000-10-27', days('1990-01-01/2000-10-27')],
    ['began', '2000-10-28/..', days('2000-10-28/..')],
    ['began', '1989/1990', days('1990')],
    ['paper', 'done', act(['done'])],
    ['paper', 'not-asked', act(['not-asked'])],
    ['paper', { state: 'done' }, act(['done'])],
    ['paper', { state: 'done', on: '2026-04' }, act(['done'], '2026-04')],
    ['paper', { state: 'done', on: null }, act(['done'])],
    ['paper', { 'one-of': ['asked', 'done'] }, act(['asked', 'done'])],
  ])('%s: %j', (fact, value, knowledge) => {
    expect(caseWith({ [fact]: value }, rulebook).answers.get(fact)).toEqual({ said: 'answered', knowledge, value })
  })

  test.each(['here', 'work', 'harms', 'age', 'began', 'paper', 'grave'])('%s: unknown and declined are kept apart, null says nothing', (fact) => {
    expect([
      caseWith({ [fact]: 'unknown' }, rulebook).answers.get(fact),
      caseWith({ [fact]: 'declined' }, rulebook).answers.get(fact),
      caseWith({ [fact]: null }, rulebook).answers.has(fact),
      caseWith({ [fact]: { value: null, basis: 'person' } }, rulebook).answers.has(fact),
    ]).toEqual([{ said: 'unknown', value: 'unknown' }, { said: 'declined', value: 'declined' }, false, false])
  })
})

describe('any value may say who said it, and when it was noted', () => {
  test.each<[unknown, unknown]>([
    [
      { value: true, basis: 'person' },
      { said: 'answered', knowledge: one('true'), value: true, basis: 'person' },
    ],
    [
      { value: true, recorded: '2026-11-02' },
      { said: 'answered', knowledge: one('true'), value: true, recorded: '2026-11-02' },
    ],
    [
      { value: 'declined', basis: 'other-person' },
      { said: 'declined', value: 'declined', basis: 'other-person' },
    ],
    [{ value: 'unknown' }, { said: 'unknown', value: 'unknown' }],
    [
      { basis: 'authority', value: false, recorded: '2026-11-02' },
      { said: 'answered', knowledge: one('false'), value: false, basis: 'authority', recorded: '2026-11-02' },
    ],
  ])('%j', (value, answer) => {
    expect(caseWith({ here: value }, rulebook).answers.get('here')).toEqual(answer)
  })

  test('a wrapped part of a date is a part of a date', () => {
    expect(caseWith({ began: { value: '2019-05', basis: 'document' } }, rulebook).answers.get('began')?.knowledge).toEqual(days('2019-05'))
  })
})

const YES_NO = 'true, false, "unknown" or "declined"'
const WORK = 'one of farm, shop, none'
const HARMS = 'a list of burn, cut, other, or { "yes": […], "no": […] }'
const AGE = 'a whole number of years from 0 to 120, or { "at-least": n, "under": n }'
const BEGAN = 'a date such as "2019-05-04", "2019-05", "2019", "2001/2004" or "../2000-10-27", from 1990-01-01 on'
const PAPER = 'one of not-asked, asked, done, refused, withdrawn, or { "state": "done", "on": "2026-04" }'

describe('a value that does not fit its fact is told, with its path, what was expected, and what was meant', () => {
  test.each<[string, unknown, string]>([
    ['here', 'yes', `facts.here\nexpected ${YES_NO}, found \`yes\``],
    ['here', 'true', `facts.here\nexpected ${YES_NO}, found \`true\`; did you mean \`true\`?`],
    ['here', 'unknow', `facts.here\nexpected ${YES_NO}, found \`unknow\`; did you mean \`unknown\`?`],
    ['here', 1, `facts.here\nexpected ${YES_NO}, found \`1\``],
    ['here', 0, `facts.here\nexpected ${YES_NO}, found \`0\``],
    ['here', '', `facts.here\nexpected ${YES_NO}, found \`\``],
    ['here', [], `facts.here\nexpected ${YES_NO}, found \`[]\``],
    ['here', {}, `facts.here\nexpected ${YES_NO}, found \`{}\``],
    ['here', [true], `facts.here\nexpected ${YES_NO}, found \`[true]\`; did you mean \`true\`?`],
    ['grave', 'maybe', `facts.grave\nexpected ${YES_NO}, found \`maybe\``],
    ['work', 'shops', `facts.work\nexpected ${WORK}, found \`shops\`; did you mean \`shop\`?`],
    ['work', 'Farm', `facts.work\nexpected ${WORK}, found \`Farm\`; did you mean \`farm\`?`],
    ['work', true, `facts.work\nexpected ${WORK}, found \`true\``],
    ['work', ['farm'], `facts.work\nexpected ${WORK}, found \`["farm"]\``],
    ['work', { 'one-of': [] }, `facts.work\nexpected ${WORK}, found \`{"one-of":[]}\``],
    ['work', { 'one-of': ['farm', 'ship'] }, `facts.work.one-of.1\nexpected ${WORK}, found \`ship\`; did you mean \`shop\`?`],
    ['work', { 'one-of': 'farm' }, `facts.work.one-of\nexpected ${WORK}, found \`farm\``],
    ['work', { is: 'farm' }, `facts.work\nexpected ${WORK}, found \`{"is":"farm"}\``],
    ['work', '__proto__', `facts.work\nexpected ${WORK}, found \`__proto__\``],
    ['work', 'constructor', `facts.work\nexpected ${WORK}, found \`constructor\``],
    ['harms', 'burn', `facts.harms\nexpected ${HARMS}, found \`burn\``],
    ['harms', ['burn', 'cuts'], `facts.harms.1\nexpected ${HARMS}, found \`cuts\`; did you mean \`cut\`?`],
    ['harms', [7], `facts.harms\nexpected ${HARMS}, found \`7\``],
    ['harms', { yes: ['burns'] }, `facts.harms.yes.0\nexpected ${HARMS}, found \`burns\`; did you mean \`burn\`?`],
    ['harms', { yes: 'burn' }, `facts.harms.yes\nexpected ${HARMS}, found \`burn\``],
    ['harms', { yes: ['burn'], no: ['burn'] }, 'facts.harms.no\nexpected each member under yes or under no, not both, found `burn`'],
    ['harms', { yes: ['burn'], maybe: ['cut'] }, `facts.harms\nexpected ${HARMS}, found \`{"yes":["burn"],"maybe":["cut"]}\``],
    ['harms', {}, `facts.harms\nexpected ${HARMS}, found \`{}\``],
    ['age', -1, `facts.age\nexpected ${AGE}, found \`-1\``],
    ['age', 121, `facts.age\nexpected ${AGE}, found \`121\``],
    ['age', 17.5, `facts.age\nexpected ${AGE}, found \`17.5\``],
    ['age', '17', `facts.age\nexpected ${AGE}, found \`17\``],
    ['age', 1e308, `facts.age\nexpected ${AGE}, found \`1e+308\``],
    ['age', { under: 0 }, `facts.age\nexpected ${AGE}, found \`{"under":0}\``],
    ['age', { 'at-least': 18, under: 18 }, `facts.age\nexpected ${AGE}, found \`{"at-least":18,"under":18}\``],
    ['age', { 'at-least': 121 }, `facts.age\nexpected ${AGE}, found \`{"at-least":121}\``],
    ['age', { under: '18' }, `facts.age\nexpected ${AGE}, found \`{"under":"18"}\``],
    ['age', { over: 18 }, `facts.age\nexpected ${AGE}, found \`{"over":18}\``],
    ['age', {}, `facts.age\nexpected ${AGE}, found \`{}\``],
    ['began', '2019-02-29', `facts.began\nexpected ${BEGAN}, found \`2019-02-29\``],
    ['began', 'May 2019', `facts.began\nexpected ${BEGAN}, found \`May 2019\``],
    ['began', 2019, `facts.began\nexpected ${BEGAN}, found \`2019\``],
    ['began', '1989-12-31', `facts.began\nexpected ${BEGAN}, found \`1989-12-31\``],
    ['began', '2004/2001', `facts.began\nexpected ${BEGAN}, found \`2004/2001\``],
    ['began', '../..', `facts.began\nexpected ${BEGAN}, found \`../..\``],
    ['began', { 'one-of': ['2019'] }, `facts.began\nexpected ${BEGAN}, found \`{"one-of":["2019"]}\``],
    ['paper', 'ask', `facts.paper\nexpected ${PAPER}, found \`ask\``],
    ['paper', 'askd', `facts.paper\nexpected ${PAPER}, found \`askd\`; did you mean \`asked\`?`],
    ['paper', true, `facts.paper\nexpected ${PAPER}, found \`true\``],
    ['paper', { state: 'don' }, `facts.paper.state\nexpected ${PAPER}, found \`don\`; did you mean \`done\`?`],
    ['paper', { on: '2019' }, `facts.paper.state\nexpected ${PAPER}, found \`nothing\``],
    ['paper', { 'one-of': [] }, `facts.paper\nexpected ${PAPER}, found \`{"one-of":[]}\``],
    ['here', { value: 'yes' }, `facts.here.value\nexpected ${YES_NO}, found \`yes\``],
    [
      'here',
      { value: true, basis: 'persn' },
      'facts.here.basis\nexpected one of person, document, professional, authority, other-person, found `persn`; did you mean `person`?',
    ],
    ['here', { value: true, basis: null }, 'facts.here.basis\nexpected one of person, document, professional, authority, other-person, found `null`'],
    ['here', { value: true, recorded: '2026-11' }, 'facts.here.recorded\nexpected a day such as "2026-11-02", found `2026-11`'],
    ['here', { value: true, recorded: '2026-02-30' }, 'facts.here.recorded\nexpected a day such as "2026-11-02", found `2026-02-30`'],
    ['here', { value: true, note: 'told me so' }, 'facts.here.note\nexpected only the keys value, basis, recorded, found `note`'],
    ['here', { value: { value: true } }, `facts.here.value\nexpected ${YES_NO}, found \`{"value":true}\``],
    ['here', { value: { value: { value: true } } }, `facts.here.value\nexpected ${YES_NO}, found \`{"value":{"value":true}}\``],
    ['age', { value: { under: '18' } }, `facts.age.value\nexpected ${AGE}, found \`{"under":"18"}\``],
    ['here', 'x'.repeat(100), `facts.here\nexpected ${YES_NO}, found \`${'x'.repeat(57)}…\``],
  ])('%s: %j', (fact, value, message) => {
    const { case: person, problems } = readCase({ facts: { [fact]: value } }, rulebook, where)
    expect([person, problems.map(problemText)]).toEqual([undefined, [`case.json at ${message}`]])
  })
})

describe('the day of an act is a date, whole or in part', () => {
  test.each([
    [{ state: 'done', on: '2019-13' }, 'facts.paper.on'],
    [{ state: 'done', on: 2019 }, 'facts.paper.on'],
    [{ state: 'done', on: '2019', by: 'x' }, 'facts.paper'],
  ])('%j', (value, path) => {
    const { problems } = readCase({ facts: { paper: value } }, rulebook, where)
    expect(problems.map((problem) => problem.where.path.join('.'))).toEqual([path])
  })
})

describe('a key that is no fact is told, with the nearest one, and is never dropped', () => {
  const help = '  list all facts with `tvpa facts`'

  test.each([
    ['heer', 'unknown fact `heer`'],
    ['agee', 'unknown fact `agee`; did you mean `age`?'],
    ['AGE', 'unknown fact `AGE`; did you mean `age`?'],
    ['age_then', 'unknown fact `age_then`; did you mean `age-then`?'],
    ['__proto__', 'unknown fact `__proto__`'],
    ['constructor', 'unknown fact `constructor`'],
    ['toString', 'unknown fact `toString`'],
    ['hasOwnProperty', 'unknown fact `hasOwnProperty`'],
    ['', 'unknown fact ``'],
  ])('%s', (key, message) => {
    const data: unknown = JSON.parse(`{ "facts": { ${JSON.stringify(key)}: true } }`)
    expect(readCase(data, rulebook, where).problems.map(problemText)).toEqual([`case.json at facts.${key}\n${message}\n${help}`])
  })
})

describe('what is no case, or not the shape of one, is told', () => {
  test.each<[unknown, string[]]>([
    [null, ['case.json\nexpected a case (an object with `facts`), found null']],
    ['text', ['case.json\nexpected a case (an object with `facts`), found a text']],
    [7, ['case.json\nexpected a case (an object with `facts`), found the number 7']],
    [true, ['case.json\nexpected a case (an object with `facts`), found the boolean true']],
    [[], ['case.json\nexpected a case (an object with `facts`), found a list']],
    [{}, ['case.json\nthe key `facts` is missing']],
    [{ fact: {} }, ['case.json at fact\nunknown key `fact`; did you mean `facts`?', 'case.json\nthe key `facts` is missing']],
    [{ facts: [] }, ['case.json at facts\nexpected an object of facts, found `a list`']],
    [{ facts: null }, ['case.json at facts\nexpected an object of facts, found `null`']],
    [{ facts: 'here' }, ['case.json at facts\nexpected an object of facts, found `a text`']],
    [{ facts: {}, here: true }, ['case.json at here\nunknown key `here`\n  `here` is a fact: put it under "facts"']],
    [{ facts: {}, case: { name: 'x' } }, ['case.json at case\nexpected a reference of your own, as text, found `an object`']],
    [{ facts: {}, case: true }, ['case.json at case\nexpected a reference of your own, as text, found `the boolean true`']],
    [{ facts: {}, 'as-of': '2026-02-30' }, ['case.json at as-of\nexpected a day such as "2026-11-21", found `2026-02-30`']],
    [{ facts: {}, 'as-of': '2026' }, ['case.json at as-of\nexpected a day such as "2026-11-21", found `2026`']],
    [{ facts: {}, 'as-of': 20261121 }, ['case.json at as-of\nexpected a day such as "2026-11-21", found `the number 20261121`']],
    [{ facts: {}, relatives: {} }, ['case.json at relatives\nexpected a list of relatives, found `an object`']],
    [{ facts: {}, relatives: [{ facts: {} }] }, ['case.json at relatives.0\nexpected a relative: { "ref": "A", "facts": { … } }, found `an object`']],
    [{ facts: {}, relatives: [{ ref: 'A', facts: {}, name: 'x' }] }, ['case.json at relatives.0.name\nunknown key `name`']],
    [
      { facts: {}, relatives: [{ ref: 'A', facts: { agee: 1 } }] },
      ['case.json at relatives.0.facts.agee\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`'],
    ],
    [
      { facts: { here: 'yes', agee: 1 }, cases: 'x' },
      [
        'case.json at cases\nunknown key `cases`; did you mean `case`?',
        `case.json at facts.here\nexpected ${YES_NO}, found \`yes\``,
        'case.json at facts.agee\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`',
      ],
    ],
  ])('%j', (data, messages) => {
    const { case: person, problems } = readCase(data, rulebook, where)
    expect([person, problems.map(problemText)]).toEqual([undefined, messages])
  })

  test('a key __proto__ beside facts is an unknown key', () => {
    const data: unknown = JSON.parse('{ "facts": {}, "__proto__": { "facts": { "here": true } } }')
    expect(readCase(data, rulebook, where).problems.map(problemText)).toEqual(['case.json at __proto__\nunknown key `__proto__`'])
    expect(({} as Record<string, unknown>)['facts']).toBeUndefined()
  })

  test('facts that are only inherited are no facts', () => {
    const data = Object.create({ facts: { here: true } }) as unknown
    expect(readCase(data, rulebook, where).problems.map(problemText)).toEqual(['case.json\nthe key `facts` is missing'])
  })
})

describe('beside its facts a case has a reference, a day and relatives', () => {
  test.each<[unknown, string]>([
    ['2026-0012', '2026-0012'],
    [12, '12'],
    [undefined, ''],
    [null, ''],
  ])('the reference %j is %j', (written, reference) => {
    const data = { facts: {}, ...(written === undefined ? {} : { case: written }) }
    expect(readCase(data, rulebook, where).case?.reference).toBe(reference)
  })

  test('the day of the case is the day whose law it asks for', () => {
    expect([caseWith({}, rulebook, { 'as-of': '2026-11-21' }).asOf, caseWith({}, rulebook, { 'as-of': null }).asOf, caseWith({}, rulebook).asOf]).toEqual([
      parseDay('2026-11-21'),
      undefined,
      undefined,
    ])
  })

  test('a relative has facts of their own', () => {
    const { relatives } = caseWith({ here: true }, rulebook, {
      relatives: [
        { ref: 'A', facts: { here: false } },
        { ref: 'B', facts: {} },
      ],
    })
    expect(relatives).toEqual([
      { reference: 'A', answers: new Map([['here', { said: 'answered', knowledge: one('false'), value: false }]]) },
      { reference: 'B', answers: new Map() },
    ])
  })
})
