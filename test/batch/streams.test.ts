import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readInputs } from '../../src/batch/streams.ts'
import { problemText } from '../../src/rulebook/problem.ts'
import { folderWith } from '../support/program.ts'

/** What is read from some files of a folder: texts with their place, or problems, with the folder left out. */
const read = (files: Readonly<Record<string, string | Buffer>>, ...names: string[]): string[] => {
  const folder = folderWith(files)
  return [...readInputs(names.map((name) => join(folder, name)))].map((piece) =>
    ('problem' in piece ? problemText(piece.problem) : `${piece.where.file}:${String(piece.where.line)} ${piece.text}`)
      .replaceAll(`${folder}/`, '')
      .replaceAll(folder, '.'),
  )
}

describe('files are read whole, line files line by line', () => {
  test.each<[string, string | Buffer, string[]]>([
    ['a.json', '{\n}', ['a.json:1 {\n}']],
    ['a.txt', '{}', ['a.txt:1 {}']],
    ['a.ndjson', '1\n2\n', ['a.ndjson:1 1', 'a.ndjson:2 2']],
    ['a.jsonl', '1\n2', ['a.jsonl:1 1', 'a.jsonl:2 2']],
    ['a.ndjson', '1\r\n\r\n  \n2\r\n', ['a.ndjson:1 1\r', 'a.ndjson:4 2\r']],
    ['a.ndjson', Buffer.from('\ufeff1\n2\n'), ['a.ndjson:1 1', 'a.ndjson:2 2']],
    ['a.json', Buffer.from('\ufeff{}'), ['a.json:1 {}']],
    ['a.ndjson', '', ['a.ndjson\nis empty\n  expected one case a line, as JSON']],
    ['a.ndjson', `"${'é'.repeat(1_000_000)}"\n2\n`, [`a.ndjson:1 "${'é'.repeat(1_000_000)}"`, 'a.ndjson:2 2']],
  ])('%s holding %.20j', (name, content, pieces) => {
    expect(read({ [name]: content }, name)).toEqual(pieces)
  })

  test('a line of more than 16 MiB is told and passed over', () => {
    expect(read({ 'a.ndjson': `1\n${'x'.repeat(16 * 1024 * 1024 + 1)}\n3\n` }, 'a.ndjson')).toEqual([
      'a.ndjson:1 1',
      'a.ndjson:2\nholds a line of more than 16 MiB, more than the 16 MiB this kind of file may hold',
      'a.ndjson:3 3',
    ])
  })
})

describe('folders are searched, in the order of the paths', () => {
  test('for files of cases, at any depth', () => {
    const folder = folderWith({ 'b.json': 'b', 'a.ndjson': 'a', 'notes.md': 'n', 'c.jsonl': 'c' })
    mkdirSync(join(folder, 'inner'))
    writeFileSync(join(folder, 'inner', 'd.json'), 'd')
    expect([...readInputs([folder])].map((piece) => ('text' in piece ? piece.text : ''))).toEqual(['a', 'b', 'c', 'd'])
  })

  test('one without any is told', () => {
    expect(read({ 'notes.md': 'n' }, '')).toEqual(['.\nholds no case\n  expected .json, .ndjson or .jsonl files'])
  })

  test('what is not there is told', () => {
    expect(read({}, 'none.json')).toEqual(['none.json\ncannot be read: there is no such file or folder'])
  })

  test('a link that leads in a circle is told', () => {
    const folder = folderWith({})
    symlinkSync(join(folder, 'x.json'), join(folder, 'x.json'))
    expect([...readInputs([join(folder, 'x.json')])].map((piece) => ('problem' in piece ? piece.problem.message : ''))).toEqual([
      'cannot be read: its links lead in a circle',
    ])
  })
})
