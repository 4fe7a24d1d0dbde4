import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRulebook } from '../../src/rulebook/checks/list.ts'
import { loadPrebuilt, prebuiltText, ruleFiles, shippedRules } from '../../src/rulebook/load.ts'
import { readRulebook } from '../../src/rulebook/read.ts'
import { realRulebook, soundFiles, smallRulebook } from '../support/rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'tvpa-load-'))

test('the rulebook that ships has no problem, and its prebuilt form is the same rulebook', () => {
  const { rulebook, problems, locate } = readRulebook(ruleFiles(shippedRules().folder))
  expect(problems).toEqual([])
  expect(rulebook && checkRulebook(rulebook, locate)).toEqual([])
  expect(realRulebook().digest).toBe(rulebook?.digest)
  expect(realRulebook()).toEqual(JSON.parse(JSON.stringify(rulebook)))
})

test('the small rulebook of the tests has no problem', () => {
  const { rulebook, problems, locate } = readRulebook(soundFiles())
  expect(problems).toEqual([])
  expect(rulebook && checkRulebook(rulebook, locate)).toEqual([])
})

test('a prebuilt rulebook comes back as it was', () => {
  const path = join(folder, 'rulebook.json')
  writeFileSync(path, prebuiltText(smallRulebook()))
  expect(loadPrebuilt(path)).toEqual(JSON.parse(JSON.stringify(smallRulebook())))
})

test('a prebuilt rulebook in which one letter was changed is not used', () => {
  const path = join(folder, 'changed.json')
  writeFileSync(path, prebuiltText(smallRulebook()).replace('The person is here', 'The person is hers'))
  expect(readFileSync(path, 'utf8')).toContain('hers')
  expect(() => loadPrebuilt(path)).toThrow(new Error(`${path} is damaged: build it again with \`npm run build\``))
})

test('where nothing is prebuilt there is no rulebook', () => {
  expect(loadPrebuilt(join(folder, 'none.json'))).toBeUndefined()
})

test('rule files are read in the order of their paths, and hidden files are left out', () => {
  const rules = mkdtempSync(join(tmpdir(), 'tvpa-files-'))
  for (const name of ['b.yaml', 'a.yaml', '.hidden.yaml']) writeFileSync(join(rules, name), name)
  expect(ruleFiles(rules)).toEqual([
    { path: 'a.yaml', text: 'a.yaml' },
    { path: 'b.yaml', text: 'b.yaml' },
  ])
})
