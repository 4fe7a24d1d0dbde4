import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { entry, heading, paragraph, sides, table } from '../../src/report/layout.ts'
import { plain } from '../support/faces.ts'

describe('a paragraph is wrapped between words, each line after the first set in further', () => {
  test.each<[string, number, number, number, string[]]>([
    ['short', 40, 0, 0, ['short']],
    ['one two three four five six seven eight', 24, 2, 4, ['  one two three four', '    five six seven eight']],
    ['', 40, 2, 4, ['  ']],
    ['a-word-that-is-longer-than-the-page-is-wide stays whole', 24, 0, 2, ['a-word-that-is-longer-than-the-page-is-wide', '  stays whole']],
    ['two\nlines', 40, 2, 4, ['  two', '    lines']],
    ['日本語日本語 日本語日本語', 24, 0, 0, ['日本語日本語', '日本語日本語']],
  ])('%j on %i columns, set in %i and %i', (text, columns, indent, hang, lines) => {
    expect(paragraph(text, plain(columns), indent, hang).split('\n')).toEqual(lines)
  })
})

test('a heading stands in capitals', () => {
  expect(heading('The options', plain(40))).toBe('THE OPTIONS')
})

describe('text at the left and at the right of a line', () => {
  test.each<[string, string, number, string[]]>([
    ['left', 'right', 80, [`left${' '.repeat(71)}right`]],
    ['left', 'right', 75, ['left', '    right']],
    ['l'.repeat(50), 'r'.repeat(40), 80, ['l'.repeat(50), `    ${'r'.repeat(40)}`]],
    ['left', '', 80, ['left']],
  ])('%.8s and %.8s on %i columns', (left, right, columns, lines) => {
    expect(sides(left, right, plain(columns)).split('\n')).toEqual(lines)
  })
})

describe('a word in a column, with text that hangs beside it', () => {
  test.each<[number, string[]]>([
    [80, ['  word      one two three']],
    [60, ['  word      one two three']],
    [59, ['  word', '    one two three']],
  ])('on %i columns', (columns, lines) => {
    expect(entry('word', 'one two three', plain(columns), 2, 10).split('\n')).toEqual(lines)
  })

  test('a long text keeps its column', () => {
    const lines = entry('word', 'one two three four five six seven eight nine ten eleven twelve thirteen', plain(60), 2, 10).split('\n')
    expect(lines).toEqual(['  word      one two three four five six seven eight nine ten', '            eleven twelve thirteen'])
  })
})

describe('a table stands in columns, or on a narrow page as lines with their headings', () => {
  const rows = [['first row', 'a cell', 'another cell']]

  test.each<[number, string[]]>([
    [90, ['                              T                             U', 'first row                     a cell                        another cell']],
    [40, ['first row', '  T: a cell', '  U: another cell']],
  ])('on %i columns', (columns, lines) => {
    expect(table(['', 'T', 'U'], rows, plain(columns), 0)).toEqual(lines)
  })

  test('no line of it is wider than the page', () => {
    const long = [['one two three four five six seven', 'a b c d e f g '.repeat(10), 'h i j k l m n '.repeat(10)]]
    for (const columns of [40, 60, 80, 100, 120])
      expect(
        Math.max(
          ...table(['', 'T', 'U'], long, plain(columns), 2)
            .flatMap((text) => text.split('\n'))
            .map((line) => stringWidth(line)),
        ),
      ).toBeLessThanOrEqual(columns)
  })
})
