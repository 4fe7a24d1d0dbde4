import { describe, expect, test } from 'vitest'
import type { Record } from '../../src/batch/records.ts'
import { recordsOf } from '../../src/batch/records.ts'
import { smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()
const recordsIn = async (text: string): Promise<Record[]> => {
  const records: Record[] = []
  for await (const record of recordsOf({ text, where: { file: 'cases.json', path: [], line: 1 } }, rulebook)) records.push(record)
  return records
}

describe('a piece of input holds one case, or a list of cases', () => {
  test.each<[string, (string | undefined)[]]>([
    ['{ "case": "a", "facts": {} }', ['a']],
    ['[{ "case": "a", "facts": {} }, { "case": "b", "facts": {} }]', ['a', 'b']],
    ['[{ "case": "a", "facts": {} }, 7, { "case": "b", "facts": {} }]', ['a', undefined, 'b']],
    ['[]', [undefined]],
    ['', [undefined]],
  ])('%s', async (text, references) => {
    expect((await recordsIn(text)).map((record) => record.case?.reference)).toEqual(references)
  })
})

test('a record of a list is told by its number', async () => {
  const records = await recordsIn('[{ "facts": {} }, { "facts": {} }]')
  expect(records.map(({ where }) => where.record)).toEqual(['record 1', 'record 2'])
})

test('all problems of a record are told, and a bad one takes no other with it', async () => {
  const records = await recordsIn('[{ "facts": { "here": 7, "age": -1 } }, { "case": "b", "facts": {} }]')
  expect([records[0]?.problems?.map(({ where }) => where.path.join('.')), records[1]?.case?.reference]).toEqual([['facts.here', 'facts.age'], 'b'])
})

describe('a value nested a hundred thousand deep is a wrong answer, not the end of the program', () => {
  test.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"value":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('%s', async (_, value) => {
    const records = await recordsIn(`[{ "facts": { "here": ${value} } }, { "case": "b", "facts": {} }]`)
    expect([records[0]?.problems?.map(({ code }) => code), records[1]?.case?.reference]).toEqual([['wrong-answer'], 'b'])
  })
})
