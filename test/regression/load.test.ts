import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadFixtures } from '../../src/regression/load.ts'
import { problemText } from '../../src/rulebook/problem.ts'
import { folderWith } from '../support/program.ts'

const EXAMPLE = 'examples: [{ name: n, from: f, expect: { present: met } }]\n'

const folder = folderWith({ 'origins.yaml': 'digest.md: [row]\n', 'notes.md': 'Notes.\n', 'x.json': '{ "facts": { "here": true } }' })
mkdirSync(join(folder, 'options', 'aid'), { recursive: true })
mkdirSync(join(folder, 'archive'))
writeFileSync(join(folder, 'options', 'aid', 'present.yaml'), EXAMPLE)
writeFileSync(join(folder, 'archive', 'x.yaml'), `case: x.json\n${EXAMPLE}`)
writeFileSync(join(folder, 'archive', 'x.json'), '{ "case": "x", "facts": { "here": true } }')
writeFileSync(join(folder, 'archive', 'y.yaml'), `case: y.json\n${EXAMPLE}`)

test('a folder is searched for fixtures, each known by its path inside the fixtures; the register of origins is none', () => {
  const { fixtures, problems } = loadFixtures([join(folder, 'options'), join(folder, 'archive', 'x.yaml')])
  expect(problems).toEqual([])
  expect(fixtures.map(({ fixture, caseFacts }) => [fixture.file, fixture.examples[0]?.where.file, caseFacts])).toEqual([
    ['archive/x.yaml', join(folder, 'archive', 'x.yaml'), { here: true }],
    ['options/aid/present.yaml', join(folder, 'options', 'aid', 'present.yaml'), {}],
  ])
  expect(loadFixtures([folder]).fixtures).toHaveLength(3)
})

test('what is not there is told', () => {
  expect(loadFixtures([join(folder, 'none')]).problems.map(problemText)).toEqual([`${join(folder, 'none')}\ncannot be read: there is no such file or folder`])
})

test('a fixture whose case file cannot be read is told', () => {
  const { problems } = loadFixtures([join(folder, 'archive', 'y.yaml')])
  expect(problems.map(({ code, where }) => [code, where.file])).toEqual([['unreadable', join(folder, 'archive', 'y.json')]])
})
