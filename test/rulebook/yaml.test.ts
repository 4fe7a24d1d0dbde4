import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/rulebook/yaml.ts'

const text = `id: x
all:
  - { fact: a }
  - not:
      fact: b
`

describe('the place of a value is its first character, and of a key the key', () => {
  const { locate } = readYaml('x.yaml', text)

  test.each<[(string | number)[], string | undefined, number, number]>([
    [[], undefined, 1, 1],
    [['id'], undefined, 1, 5],
    [[], 'all', 2, 1],
    [['all'], undefined, 3, 3],
    [['all', 0], undefined, 3, 5],
    [['all', 0, 'fact'], undefined, 3, 13],
    [['all', 1, 'not', 'fact'], undefined, 5, 13],
    [['all', 1, 'not'], 'fact', 5, 7],
    [['all', 1, 'not', 'nothing', 'here'], undefined, 5, 7],
    [['all', 7], undefined, 3, 3],
  ])('%j %s is at %i:%i', (path, key, line, column) => {
    expect(locate(path, key)).toMatchObject({ file: 'x.yaml', line, column })
  })
})

describe('plain YAML 1.2 is plain text, numbers and true or false', () => {
  test.each<[string, unknown]>([
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['2003-12-19', '2003-12-19'],
    ['12:30', '12:30'],
    ['0123', 123],
    ['1_000', '1_000'],
    ['true', true],
    ['~', null],
    ['1101(a)', '1101(a)'],
    ['"2.10"', '2.10'],
  ])('%s', (written, value) => {
    expect(readYaml('x.yaml', `a: ${written}\n`).data).toEqual({ a: value })
  })

  test('a key called __proto__ is a key like any other, and changes nothing else', () => {
    const { data } = readYaml('x.yaml', '__proto__: { fact: a }\n')
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect(Object.keys(data as object)).toEqual(['__proto__'])
  })
})

test('a file with a problem gives no data', () => {
  expect(readYaml('x.yaml', 'a: 1\na: 2\n')).toMatchObject({ data: undefined, problems: [{ code: 'duplicate-key', where: { line: 2, column: 1 } }] })
})
