import { describe, expect, test } from 'vitest'
import { aimOf, goalsOf } from '../../src/assessment/goals.ts'
import { worthOf } from '../../src/assessment/look-ahead.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, rulebookOf, textOf } from '../support/rules.ts'

const fact = (id: string, body: string): string =>
  `  - id: ${id}\n${body}\n    question: Q?\n    why: W.\n    recording: open\n    relevance: rules\n    tier: core\n    decided-by: person\n`
const yesNo = (id: string, burden = 'light'): string => fact(id, `    kind: yes-no\n    burden: ${burden}`)

/** What each of some facts is worth asking, for a rule. */
const worths = (form: string, facts: Readonly<Record<string, string>>, told: Readonly<Record<string, unknown>> = {}): Record<string, number> => {
  const rulebook = rulebookOf(form, { 'facts/office.yaml': `${textOf('test/support/sound/facts/office.yaml')}${Object.values(facts).join('')}` })
  const { list, settled } = goalsOf(rulebook, caseWith(told, rulebook).answers, checkedDay('2020-06-15'), ['aid'])
  const worth = worthOf(list.map(aimOf), settled.known, (id) => Object.hasOwn(facts, id))
  return Object.fromEntries(rulebook.facts.flatMap((one) => (Object.hasOwn(facts, one.id) ? [[one.id, worth(one)]] : [])))
}

describe('a question is worth the open points it takes away, in the mean over its answers', () => {
  test('a fact that closes the whole on one answer is worth more than one that never does', () => {
    // a: no settles all three (0 left), yes leaves 2; b: yes leaves a alone, no leaves a and c
    expect(worths('all: [{ fact: a }, { any: [{ fact: b }, { fact: c }] }]', { a: yesNo('a'), b: yesNo('b'), c: yesNo('c') })).toEqual({
      a: 3 - (0 + 2) / 2,
      b: 3 - (1 + 2) / 2,
      c: 3 - (1 + 2) / 2,
    })
  })

  test('what it costs to be asked divides what it is worth', () => {
    expect(worths('all: [{ fact: a }, { fact: b }, { fact: c }]', { a: yesNo('a'), b: yesNo('b', 'personal'), c: yesNo('c', 'distressing') })).toEqual({
      a: 2,
      b: 2 / 1.5,
      c: 2 / 4,
    })
  })

  test('every member of a choice is as likely, and members that the rule treats alike count together', () => {
    const choice = fact('k', '    kind: choice\n    members: [p, q, r]\n    burden: light')
    // p settles; q and r leave b: 2 - (0 + 1 + 1) / 3
    expect(worths('any: [{ fact: k, is: p }, { fact: b }]', { k: choice, b: yesNo('b') })['k']).toBeCloseTo(4 / 3, 12)
  })

  test('of a list nothing is as likely as something', () => {
    const list = fact('k', '    kind: choices\n    members: [p, q, r]\n    burden: light')
    expect(worths('any: [{ fact: k, has: any }, { fact: b }]', { k: list, b: yesNo('b') })['k']).toBe(2 - (1 + 0) / 2)
    // nothing (3 of 6): b left; p (1 of 6): settled; q or r (2 of 6): b left
    expect(worths('any: [{ fact: k, has: [p] }, { all: [{ fact: k, has: [q, r] }, { fact: b }] }]', { k: list, b: yesNo('b') })['k']).toBeCloseTo(
      2 - (3 * 0 + 1 * 0 + 2 * 1) / 6,
      12,
    )
  })

  test('the cells of a number between its limits count alike', () => {
    const number = fact('n', '    kind: number\n    range: { from: 0, to: 120, unit: years }\n    burden: light')
    expect(worths('any: [{ fact: n, under: 15 }, { all: [{ fact: n, under: 18 }, { fact: b }] }]', { n: number, b: yesNo('b') })['n']).toBeCloseTo(
      2 - (0 + 1 + 0) / 3,
      12,
    )
  })

  test('of two dates held against each other, one settles nothing until the other is known', () => {
    const date = (id: string): string => fact(id, '    kind: date\n    range: { from: 1990-01-01, to: as-of }\n    burden: light')
    const form = 'all: [{ fact: d, before: { day-of: e, plus-months: 6, short-month: last-day } }, { fact: b }]'
    const facts = { d: date('d'), e: date('e'), b: yesNo('b') }
    expect(worths(form, facts)).toEqual({ d: 0, e: 0, b: 3 - (0 + 2) / 2 })
    expect(worths(form, facts, { e: '2019-03-04' })['d']).toBe(2 - (1 + 0) / 2)
  })

  test('a fact on which nothing hangs is worth nothing', () => {
    expect(worths('all: [{ fact: a }, { fact: b }]', { a: yesNo('a'), b: yesNo('b'), c: yesNo('c') }, { a: false })).toEqual({ a: 0, b: 0, c: 0 })
  })
})

test('only facts that can still be asked count', () => {
  const rulebook = rulebookOf('all: [{ fact: here }, { fact: paid }]')
  const { list, settled } = goalsOf(rulebook, new Map(), checkedDay('2020-06-15'), ['aid'])
  const here = rulebook.facts.find(({ id }) => id === 'here')
  expect(here && worthOf(list.map(aimOf), settled.known, (id) => id === 'here')(here)).toBe(1)
})
