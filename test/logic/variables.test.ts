import { expect, test } from 'vitest'
import { parseDay } from '../../src/logic/day.ts'
import type { Test } from '../../src/logic/expression.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import { cellWithin, pairImplies, possibleValues, reordered, variablesOf } from '../../src/logic/variables.ts'

const members = (fact: string): readonly string[] => (fact === 'list' ? ['x', 'y', 'z'] : ['a', 'b', 'c'])
const is = (...names: string[]): Test => ({ fact: 'choice', openness: 'unknown', kind: 'is', members: names })
const has = (...names: string[]): Test => ({ fact: 'list', openness: 'judgment', kind: 'has', members: names })
const under = (limit: number): Test => ({ fact: 'age', openness: 'unknown', kind: 'under', limit })
const pair = (months: number, shortMonth: 'last-day' | 'next-day', days = 0): Test => ({
  fact: 'filed',
  openness: 'unknown',
  kind: 'before',
  bound: { dayOf: 'signed', shift: { months, shortMonth, ...(days === 0 ? {} : { days }) } },
})

test('members that no test tells apart are one value; limits cut a number into cells; each group of a list is a variable', () => {
  const variables = variablesOf([is('a'), has('x'), has('x', 'y'), under(15), under(18)], ['court'], members)
  expect(variables.list).toEqual([
    { fact: 'choice', openness: 'unknown', kind: 'one', groups: [['a'], ['b', 'c']] },
    { fact: 'list', openness: 'judgment', kind: 'ticked', members: ['x'] },
    { fact: 'list', openness: 'judgment', kind: 'ticked', members: ['y'] },
    {
      fact: 'age',
      openness: 'unknown',
      kind: 'cells',
      cells: [
        { lo: -Infinity, hi: 15 },
        { lo: 15, hi: 18 },
        { lo: 18, hi: Infinity },
      ],
    },
    { fact: 'court', openness: 'agency', kind: 'await' },
  ])
  expect(variables.literals(has('x', 'y'))).toEqual([
    { variable: 1, values: 2 },
    { variable: 2, values: 2 },
  ])
  expect(variables.literals(under(18))).toEqual([{ variable: 3, values: 3 }])
  expect(variables.awaited('court')).toBe(4)
  const turned = reordered(variables, [4, 3, 2, 1, 0])
  expect([turned.awaited('court'), turned.literals(under(15)), turned.sizes]).toEqual([0, [{ variable: 1, values: 1 }], [2, 3, 2, 2, 2]])
})

test.each<[string, Test, Knowledge, number]>([
  ['a choice narrowed to two alike', is('a'), { kind: 'one', possible: new Set(['b', 'c']) }, 0b10],
  ['a list with one ticked', has('x'), { kind: 'many', yes: new Set(['x']), no: new Set() }, 0b10],
  ['a list with it not ticked', has('x'), { kind: 'many', yes: new Set(), no: new Set(['x']) }, 0b01],
  ['an age under eighteen', under(18), { kind: 'span', span: { lo: 0, hi: 18 } }, 0b01],
  ['an age around eighteen', under(18), { kind: 'span', span: { lo: 17, hi: 19 } }, 0b11],
])('what is known leaves these values: %s', (_, one, knowledge, values) => {
  const [variable] = variablesOf([one], [], members).list
  expect(variable && possibleValues(variable, () => knowledge)).toBe(values)
})

test('a cell is cut with what is known of its number', () => {
  expect(cellWithin({ lo: -Infinity, hi: 18 }, 'age', () => ({ kind: 'span', span: { lo: 12, hi: 40 } }))).toEqual({ lo: 12, hi: 18 })
})

test('before the last day of a short month implies before the day after it, and not the other way round', () => {
  expect(pairImplies(pair(6, 'last-day'), pair(6, 'next-day'))).toBe(true)
  expect(pairImplies(pair(6, 'next-day'), pair(6, 'last-day'))).toBe(false)
  expect(pairImplies(pair(6, 'next-day'), pair(6, 'last-day', 1))).toBe(true)
  expect(parseDay('2000-01-01')).toBe(10_957)
})
