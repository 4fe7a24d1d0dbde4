import { describe, expect, test } from 'vitest'
import type { Settled } from '../../src/assessment/settle.ts'
import { settle } from '../../src/assessment/settle.ts'
import { formatDays } from '../../src/logic/day.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, realRulebook, smallRulebook, soundFiles } from '../support/rules.ts'

const rulebook = smallRulebook()
const ASOF = '2020-06-15'
type Facts = Readonly<Record<string, unknown>>

const settled = (facts: Facts, asOf = ASOF): Settled => settle(caseWith(facts, rulebook).answers, rulebook, checkedDay(asOf))

/** What is known of a fact in few words: numbers and days as intervals, members by name. */
const known = (facts: Facts, fact: string, asOf = ASOF): string => words(settled(facts, asOf).known(fact), fact)

const words = (knowledge: Knowledge, fact: string): string => {
  if (knowledge.kind === 'one') return [...knowledge.possible].join(' or ')
  if (knowledge.kind === 'many') return `yes ${[...knowledge.yes].join(' ')}; no ${[...knowledge.no].join(' ')}`
  if (knowledge.kind === 'act') return `${[...knowledge.possible].join(' or ')} on ${formatDays(knowledge.on)}`
  const { lo, hi } = knowledge.span
  if (['born', 'began', 'filed'].includes(fact)) return formatDays(knowledge.span)
  return hi - lo === 1 ? String(lo) : `${String(lo)} to ${String(hi - 1)}`
}

describe('of a fact left out everything its kind allows is possible', () => {
  test.each([
    ['here', 'true or false'],
    ['work', 'farm or shop or none'],
    ['harms', 'yes ; no '],
    ['age', '0 to 120'],
    ['born', '1900-01-01/2020-06-15'],
    ['began', '1990-01-01/2020-06-15'],
    ['paper', 'not-asked or asked or done or refused or withdrawn on ../..'],
    ['count', '0 to 1000'],
  ])('%s: %s', (fact, text) => {
    expect(known({}, fact)).toBe(text)
  })

  test('a date given with an open end closes where the vocabulary closes it', () => {
    expect(known({ began: '2015/..' }, 'began')).toBe('2015-01-01/2020-06-15')
  })
})

describe('a fact whose only-if is false has the value its row gives, and is settled by that condition', () => {
  test.each<[Facts, string, boolean, readonly string[]]>([
    // facts, paid, not applicable, sources
    [{ work: 'none' }, 'false', true, ['work']],
    [{ work: 'farm' }, 'true or false', false, []],
    [{ work: { 'one-of': ['farm', 'none'] } }, 'true or false', false, []],
    [{}, 'true or false', false, []],
    [{ work: 'farm', paid: true }, 'true', false, ['paid']],
    [{ work: 'none', paid: false }, 'false', true, ['work']],
    [{ work: 'none', paid: 'unknown' }, 'false', true, ['work']],
    [{ work: 'none', paid: 'declined' }, 'false', true, ['work']],
  ])('%j', (facts, paid, notApplicable, sources) => {
    const result = settled(facts)
    expect([words(result.known('paid'), 'paid'), result.notApplicable.has('paid'), result.sources('paid'), result.contradictions]).toEqual([
      paid,
      notApplicable,
      sources,
      [],
    ])
  })

  test('a value given against it is a contradiction: both count as unknown, and a warning names them', () => {
    const result = settled({ work: 'none', paid: true })
    expect([words(result.known('paid'), 'paid'), words(result.known('work'), 'work'), result.contradictions]).toEqual([
      'true or false',
      'farm or shop or none',
      [['paid', 'work']],
    ])
  })
})

describe('an age is counted from the dates it is derived from, and cut with what was said of it', () => {
  test.each<[Facts, string, string]>([
    // facts, age, age then
    [{ born: '2000-06-15' }, '20', '0 to 20'],
    [{ born: '2000-06-16' }, '19', '0 to 19'],
    [{ born: '2000' }, '19 to 20', '0 to 20'],
    [{ born: '2000-06' }, '19 to 20', '0 to 20'],
    [{ born: '2000-06-15', began: '2015-06-14' }, '20', '14'],
    [{ born: '2000-06-15', began: '2015-06-15' }, '20', '15'],
    [{ born: '2000-06-15', began: '2015' }, '20', '14 to 15'],
    [{ born: '2000', began: '2015-06-15' }, '19 to 20', '14 to 15'],
    [{ born: '2000', began: '2015' }, '19 to 20', '14 to 15'],
    [{ born: '2000-06-15', began: '2000-06-15' }, '20', '0'],
    [{ born: '2004-02-29', began: '2019-02-28' }, '16', '14'],
    [{ born: '2004-02-29', began: '2019-03-01' }, '16', '15'],
    [{ born: '2000', age: 19 }, '19', '0 to 19'],
    [{ born: '2000', age: { under: 20 } }, '19', '0 to 19'],
    [{ born: '../2000-06-15' }, '20 to 120', '0 to 120'],
    [{ born: '2000/..' }, '0 to 20', '0 to 20'],
    [{ began: '2015' }, '0 to 120', '0 to 115'], // nobody was born before 1900,
  ])('%j: %s, then %s', (facts, age, then) => {
    expect([known(facts, 'age'), known(facts, 'age-then'), settled(facts).contradictions]).toEqual([age, then, []])
  })

  test('the answers behind a derived value are its sources', () => {
    const { sources } = settled({ born: '2000-06-15', began: '2015' })
    expect([sources('age'), sources('age-then')]).toEqual([['born'], ['born', 'began']])
  })

  test('an answer that already says as much keeps itself as its only source', () => {
    expect(settled({ born: '2000', age: 19 }).sources('age')).toEqual(['age'])
    expect(settled({ born: '1990/2000', age: 25 }).sources('age')).toEqual(['age'])
  })
})

describe('nobody is younger now than then, nor was older then than now', () => {
  test.each<[Facts, string, string]>([
    [{ age: 17 }, '17', '0 to 17'],
    [{ age: { under: 18 } }, '0 to 17', '0 to 17'],
    [{ 'age-then': 17 }, '17 to 120', '17'],
    [{ 'age-then': { 'at-least': 18 } }, '18 to 120', '18 to 120'],
    [{ age: { under: 18 }, 'age-then': { 'at-least': 16 } }, '16 to 17', '16 to 17'],
    [{ age: 17, 'age-then': 17 }, '17', '17'],
  ])('%j: %s now, %s then', (facts, now, then) => {
    expect([known(facts, 'age'), known(facts, 'age-then'), settled(facts).contradictions]).toEqual([now, then, []])
  })

  test('the answer that gives the bound is among the sources', () => {
    expect(settled({ age: 17 }).sources('age-then')).toEqual(['age'])
    expect(settled({ 'age-then': 17 }).sources('age')).toEqual(['age-then'])
  })
})

describe('answers that cannot all be so are told, and each of them counts as unknown', () => {
  test.each<[Facts, string[][], Record<string, string>]>([
    [{ age: 16, 'age-then': 17 }, [['age', 'age-then']], { age: '0 to 120', 'age-then': '0 to 120' }],
    [{ age: 30, born: '2000-06-15' }, [['age', 'born']], { age: '0 to 120', born: '1900-01-01/2020-06-15' }],
    [{ born: '2010', began: '2009' }, [['born', 'began']], { born: '1900-01-01/2020-06-15', began: '1990-01-01/2020-06-15' }],
    [{ 'age-then': 20, born: '2000', began: '2015' }, [['age-then', 'born', 'began']], { 'age-then': '0 to 120', born: '1900-01-01/2020-06-15' }],
    [
      { work: 'none', paid: true, age: 16, 'age-then': 17 },
      [
        ['paid', 'work'],
        ['age', 'age-then'],
      ],
      { age: '0 to 120', paid: 'true or false' },
    ],
  ])('%j', (facts, contradictions, after) => {
    const result = settled(facts)
    expect(result.contradictions).toEqual(contradictions)
    expect(Object.fromEntries(Object.keys(after).map((fact) => [fact, words(result.known(fact), fact)]))).toEqual(after)
  })

  test('what is left after a contradiction is taken out is still used', () => {
    expect(known({ age: 30, born: '2000-06-15', here: true }, 'here')).toBe('true')
  })

  test('two contradictions with a fact in common are both told, each once', () => {
    const { contradictions } = settled({ age: 10, 'age-then': 12, born: '2010-06-15', began: '2019-06-15' })
    expect(contradictions).toEqual([
      ['age-then', 'born', 'began'],
      ['age', 'age-then'],
    ])
  })
})

describe('a fact that is simply left out may have an assumed value; one that is unknown has not', () => {
  test.each<[Facts, string, unknown[]]>([
    [{}, '2020-06-15', [{ fact: 'filed', value: '2020-06-15' }]],
    [{ filed: null }, '2020-06-15', [{ fact: 'filed', value: '2020-06-15' }]],
    [{ filed: '2019' }, '2019-01-01/2019-12-31', []],
    [{ filed: 'unknown' }, '1995-01-01/2020-06-15', []],
    [{ filed: 'declined' }, '1995-01-01/2020-06-15', []],
  ])('%j: filed %s', (facts, filed, assumptions) => {
    expect([known(facts, 'filed'), settled(facts).assumptions]).toEqual([filed, assumptions])
  })

  test('an assumed day is the as-of day, and no answer stands behind it', () => {
    expect([known({}, 'filed', '2001-02-03'), settled({}).sources('filed')]).toEqual(['2001-02-03', []])
  })

  test('on a day before the range of the date begins, the filing still counts as that day', () => {
    expect(known({}, 'filed', '1994-09-13')).toBe('1994-09-13')
    expect(known({ filed: 'unknown' }, 'filed', '1994-09-13')).toBe('1994-09-13')
  })
})

describe('facts that copy another', () => {
  const withCopy = smallRulebook({
    'facts/person.yaml': soundFiles()
      .find(({ path }) => path === 'facts/person.yaml')
      ?.text.replace('derived: { years-between: [born, began] }', 'derived: { same-as: age, when: { fact: here } }')
      .replace('    no-less-than: [age-then]\n', ''),
  })
  const copied = (facts: Facts): [string, string[][], readonly string[]] => {
    const { known: of, contradictions, sources } = settle(caseWith(facts, withCopy).answers, withCopy, checkedDay(ASOF))
    return [words(of('age-then'), 'age-then'), contradictions.map((group) => [...group]), sources('age-then')]
  }

  test.each<[Facts, [string, string[][], string[]]]>([
    [{ age: 17, here: true }, ['17', [], ['age', 'here']]],
    [{ age: { under: 18 }, here: true }, ['0 to 17', [], ['age', 'here']]],
    [{ age: 17, here: false }, ['0 to 120', [], []]],
    [{ age: 17 }, ['0 to 120', [], []]],
    [{ age: 17, here: true, 'age-then': 16 }, ['0 to 120', [['age-then', 'age', 'here']], []]],
    [{ age: 17, here: false, 'age-then': 16 }, ['16', [], ['age-then']]],
  ])('%j: %j', (facts, expected) => {
    expect(copied(facts)).toEqual(expected)
  })
})

test('every fact of the rulebook has a value on every kind of day', () => {
  const real = realRulebook()
  for (const asOf of ['1994-09-13', '2000-01-15', '2026-11-21', '2100-01-01']) {
    const { known: of, contradictions } = settle(new Map(), real, checkedDay(asOf))
    expect(contradictions).toEqual([])
    for (const { id, kind } of real.facts) {
      const knowledge = of(id)
      if (knowledge.kind === 'span') expect([id, asOf, knowledge.span.lo < knowledge.span.hi]).toEqual([id, asOf, true])
      else if (knowledge.kind !== 'many') expect([id, knowledge.possible.size > 0]).toEqual([id, true])
      else expect([id, kind]).toEqual([id, 'choices'])
    }
  }
})
