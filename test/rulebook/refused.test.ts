import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkDeeply } from '../../src/rulebook/checks/deep/list.ts'
import { checkRulebook } from '../../src/rulebook/checks/list.ts'
import { ruleFiles } from '../../src/rulebook/load.ts'
import type { Problem } from '../../src/rulebook/problem.ts'
import { problemCodes, problemText } from '../../src/rulebook/problem.ts'
import { fromRoot, readWith, soundFiles } from '../support/rules.ts'

const folder = fromRoot('test/rulebook/refused')
const names = readdirSync(folder).toSorted()

/** The problems of the small rulebook when some files take the place of its own; its diagrams are looked at when all else is sound. */
const problemsOf = (changed: Readonly<Record<string, string | undefined>>): Problem[] => {
  const { rulebook, problems, locate } = readWith(changed)
  const found = [...problems, ...(rulebook ? checkRulebook(rulebook, locate) : [])]
  return rulebook && found.length === 0 ? checkDeeply(rulebook, locate) : found
}

const filesOf = (name: string): Record<string, string> =>
  Object.fromEntries(ruleFiles(`${folder}/${name}`).flatMap(({ path, text }) => (path === 'message.txt' ? [] : [[path, text]])))

const textOf = (problems: readonly Problem[]): string => `${problems.map(problemText).join('\n\n')}\n`

/** A file of the small rulebook in which some words are written otherwise. */
const rewritten = (path: string, from: string, to: string): Record<string, string> => {
  const text = soundFiles().find((file) => file.path === path)?.text ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { [path]: text.replace(from, () => to) }
}

describe('a small rulebook with a mistake is refused with a message that says where, what, and how to put it right', () => {
  test.each(names)('%s', (name) => {
    const message = existsSync(`${folder}/${name}/message.txt`) ? readFileSync(`${folder}/${name}/message.txt`, 'utf8') : 'no message.txt'
    expect(textOf(problemsOf(filesOf(name)))).toBe(message)
  })
})

describe('each folder is named for the code of the first problem in it', () => {
  test.each(names.filter((name) => name !== 'several-at-once'))('%s', (name) => {
    const codes = problemCodes.filter((code) => name === code || name.startsWith(`${code}-`)).toSorted((a, b) => b.length - a.length)
    expect(problemsOf(filesOf(name))[0]?.code).toBe(codes[0])
  })
})

test('problems of several files are told together, in the order of the files', () => {
  expect(problemsOf(filesOf('several-at-once')).map(({ where }) => where.file)).toEqual([
    'options/aid/harmed.yaml',
    ...Array<string>(5).fill('options/aid/present.yaml'),
    'notes.md',
  ])
})

const person = 'facts/person.yaml'
const present = 'options/aid/present.yaml'
const form = (to: string): Record<string, string> => rewritten(present, 'fact: here', to)

describe('what would never work, or work otherwise than it reads, is refused where it stands', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a date is held against a number', form('fact: filed\nbefore: age'), present],
    ['a date is held against a day that does not exist', form('fact: filed\nbefore: 2001-02-29'), present],
    ['a date is held against half a day', form('fact: filed\nbefore: 2001-02'), present],
    ['a date is held against the day of a number', form('fact: filed\nbefore: { day-of: age, plus-years: 1 }'), present],
    [
      'a fact that does not apply has a value it cannot have',
      rewritten(person, 'members: [farm, shop, none]', 'members: [farm, shop, none]\n    only-if: { fact: here }\n    otherwise: nowhere'),
      person,
    ],
    [
      'a fact left out has a value it cannot have',
      rewritten(person, 'members: [farm, shop, none]', 'members: [farm, shop, none]\n    assumed: nowhere'),
      person,
    ],
    ['an age is counted from a fact that is no date', rewritten(person, 'years-between: [born, began]', 'years-between: [here, began]'), person],
    ['a key date is counted from a fact that does not exist', rewritten('key-dates/grown.yaml', 'day-of: born', 'day-of: burn'), 'key-dates/grown.yaml'],
    ['a key date is counted from a fact that is no date', rewritten('key-dates/grown.yaml', 'day-of: born', 'day-of: age'), 'key-dates/grown.yaml'],
    ['the order of options names one that does not exist', rewritten('rulebook.yaml', 'options: [aid]', 'options: [aids]'), 'rulebook.yaml'],
    [
      'two criteria of one option have the same id',
      form('any:\n  - { id: harmed, title: H, text: H., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, fact: here }\n  - { fact: paid }'),
      present,
    ],
    [
      'a number is held against a parameter that has no value yet',
      {
        ...form('fact: count\nunder: { parameter: cap }'),
        ...rewritten('parameters/cap.yaml', '{ from: 2000-01-01, until: 2010-01-01, value: 100 }', '{ from: 2005-01-01, until: 2010-01-01, value: 100 }'),
      },
      present,
    ],
    [
      'a definition has the id of an option',
      { 'definitions/aid.yaml': rewritten('definitions/hurt.yaml', 'id: hurt', 'id: aid')['definitions/hurt.yaml'] ?? '' },
      'definitions/aid.yaml',
    ],
    ['a pinpoint that reads as a number would lose its last nought', rewritten(present, 'at: "2(a)"', 'at: 214.10'), present],
    ['more children are asked for than there are', form('at-least: { count: 3, of: [{ fact: here }, { fact: paid }] }'), present],
  ])('%s', (_, changed, file) => {
    expect(problemsOf(changed).map(({ where }) => where.file)).toEqual([file])
  })
})

describe('what is too long to stand in a file of its own', () => {
  test('a rulebook without its first file is no rulebook', () => {
    expect(textOf(problemsOf({ 'rulebook.yaml': undefined }))).toBe('rulebook.yaml\ncannot be read: the rulebook has no such file\n')
  })

  test('a file of more than four million characters is not read', () => {
    const text = `# ${'x'.repeat(4 * 1024 * 1024)}\n`
    expect(textOf(problemsOf({ [present]: text }))).toBe(
      `options/aid/present.yaml\nholds ${String(text.length)} characters, more than the 4194304 characters this kind of file may hold\n`,
    )
  })
})

test('every code of a problem of a rulebook is earned here; those of cases in test/batch, what is too large or too deep in tests of their own', () => {
  const elsewhere = ['rule-too-large', 'not-utf8', 'json-syntax', 'unknown-fact', 'wrong-answer', 'not-a-case', 'no-cases', 'several-cases', 'too-deep']
  const earned = [...names.flatMap((name) => problemsOf(filesOf(name)).map(({ code }) => code)), 'unreadable', 'too-large']
  expect(problemCodes.filter((code) => !earned.includes(code) && !elsewhere.includes(code))).toEqual([])
})
