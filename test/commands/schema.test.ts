import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/assessment/case.ts'
import { archive } from '../support/faces.ts'
import { tvpa } from '../support/program.ts'
import { smallRulebook, textOf } from '../support/rules.ts'

const schemaOf = (...flags: string[]): object => JSON.parse(tvpa([...flags, 'schema']).out) as object
const compiled = (schema: object): ((data: unknown) => boolean) => {
  const validate = new Ajv2020({ strict: false }).compile(schema)
  return (data) => validate(data)
}

describe('every case of the archive fits the schema of cases', () => {
  const fits = compiled(schemaOf())

  test.each(archive)('%s', (name) => {
    expect(fits(JSON.parse(textOf(`fixtures/archive/${name}`)))).toBe(true)
  })
})

describe('the schema and the reader of cases agree', () => {
  const small = smallRulebook()
  const fits = compiled(schemaOf('--rules', 'test/support/sound'))
  const values: [string, unknown][] = [
    ...[
      true,
      false,
      null,
      'unknown',
      'declined',
      'yes',
      1,
      {},
      [],
      { value: true },
      { value: true, basis: 'person' },
      { value: true, basis: 'x' },
      { value: { value: true } },
    ].map((value): [string, unknown] => ['here', value]),
    ...['farm', 'farms', true, ['farm'], { 'one-of': ['farm'] }, { 'one-of': [] }, { is: 'farm' }].map((value): [string, unknown] => ['work', value]),
    ...[['burn'], [], 'burn', ['burns'], { yes: ['burn'] }, { no: [] }, { yes: ['burn'], maybe: [] }, {}].map((value): [string, unknown] => ['harms', value]),
    ...[0, 17, 120, 121, -1, 17.5, '17', { under: 18 }, { 'at-least': 16, under: 18 }, { over: 3 }, {}].map((value): [string, unknown] => ['age', value]),
    ...['2019-05-04', '2019-05', '2019', '2001/2004', '../2000-10-27', '2000/..', '20190', 'May', 2019, '2019-5'].map((value): [string, unknown] => [
      'began',
      value,
    ]),
    ...[
      'done',
      'don',
      { state: 'done' },
      { state: 'done', on: '2019' },
      { state: 'done', on: null },
      { on: '2019' },
      { 'one-of': ['done'] },
      { state: 'done', by: 'x' },
    ].map((value): [string, unknown] => ['paper', value]),
  ]

  test.each(values)('%s: %j', (fact, value) => {
    const data = { facts: { [fact]: value } }
    expect(fits(data)).toBe(readCase(data, small, { file: 'x', path: [] }).problems.length === 0)
  })

  test.each<[unknown]>([
    [{}],
    [{ facts: {}, case: 1 }],
    [{ facts: {}, other: 1 }],
    [{ facts: { other: 1 } }],
    [{ facts: {}, relatives: [{ ref: 'A' }] }],
    [{ facts: {}, relatives: [{ facts: {} }] }],
    [{ facts: {}, 'as-of': '2026-11-21' }],
    [{ facts: {}, 'as-of': '2026' }],
    [7],
  ])('%j', (data) => {
    expect(fits(data)).toBe(readCase(data, small, { file: 'x', path: [] }).problems.length === 0)
  })
})
