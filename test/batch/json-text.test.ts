import { describe, expect, test } from 'vitest'
import { lineOf, placeIn, readJson } from '../../src/batch/json-text.ts'

const where = { file: 'case.json', path: [], line: 1 }

describe('JSON is read as it is written', () => {
  test.each<[string, unknown]>([
    ['{}', {}],
    ['[1, "a", null, true]', [1, 'a', null, true]],
    ['{ "a:b": "c:d", "e": "f\\":\\"g" }', { 'a:b': 'c:d', e: 'f":"g' }],
    ['{ "a": { "x": 1 }, "b": { "x": 1 } }', { a: { x: 1 }, b: { x: 1 } }],
    ['{ "a": "\\\\" , "b": ":" }', { a: '\\', b: ':' }],
    ['"text: with a colon"', 'text: with a colon'],
    ['{ "": 0 }', { '': 0 }],
  ])('%s', async (text, data) => {
    expect(await readJson(text, where)).toEqual({ data })
  })

  test('a key __proto__ is a key like any other', async () => {
    const { data } = await readJson('{ "__proto__": { "polluted": true } }', where)
    expect(Object.keys(data as object)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a key that stands twice in one object is found, however it is spelled, and told where it stands the second time', () => {
  test.each<[string, string, number, number]>([
    ['{ "a": 1, "a": 2 }', 'a', 1, 11],
    ['{ "a": 1,\n  "\\u0061": 2 }', 'a', 2, 3],
    ['[{ "b": { "a": 1, "a": 1 } }]', 'a', 1, 19],
    ['{ "__proto__": 1, "__proto__": 2 }', '__proto__', 1, 19],
    ['{ "1": 1, "1": 2 }', '1', 1, 11],
    ['{ "": 1, "": 2 }', '', 1, 10],
  ])('%s', async (text, key, line, column) => {
    expect((await readJson(text, where)).problem).toMatchObject({
      code: 'duplicate-key',
      where: { line, column },
      message: `the key \`${key}\` stands here twice`,
    })
  })
})

describe('the line and column of a place begin with one', () => {
  test.each([
    ['abc', 0, 1, 1, 1],
    ['abc', 2, 1, 1, 3],
    ['a\nbc', 2, 1, 2, 1],
    ['a\nbc', 3, 10, 11, 2],
    ['', 0, 1, 1, 1],
  ])('%j, %i characters in, from line %i: %i:%i', (text, offset, first, line, column) => {
    expect(lineOf(text, offset, first)).toEqual({ line, column })
  })
})

describe('the place of a value is that of its key, or of the nearest thing above it', () => {
  const text = '{\n  "facts": {\n    "age": { "under": 18 },\n    "harms": ["burn", "cut"]\n  }\n}'

  test.each<[(string | number)[], number, number]>([
    [[], 1, 1],
    [['facts'], 2, 3],
    [['facts', 'age'], 3, 5],
    [['facts', 'age', 'under'], 3, 14],
    [['facts', 'harms', 1], 4, 23],
    [['facts', 'age', 'over'], 3, 5],
    [['other'], 1, 1],
  ])('%j is at %i:%i', async (path, line, column) => {
    expect(await placeIn(text, { ...where, path })).toMatchObject({ line, column })
  })
})
