import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recordsOf } from '../../src/batch/records.ts'
import { readInputs } from '../../src/batch/streams.ts'
import { problemCodes, problemText } from '../../src/rulebook/problem.ts'
import { fromRoot, smallRulebook } from '../support/rules.ts'

const folder = fromRoot('test/batch/refused')
const names = readdirSync(folder).filter((name) => !name.endsWith('.txt'))
const rulebook = smallRulebook()

/** What is told of a file of cases: each problem in full, and where a case could be read, that there is one. */
const told = async (name: string): Promise<{ codes: string[]; text: string }> => {
  const codes: string[] = []
  const texts: string[] = []
  for (const read of readInputs([`${folder}/${name}`])) {
    const records = 'problem' in read ? [{ problems: [read.problem] }] : recordsOf(read, rulebook)
    for await (const { problems } of records) {
      texts.push(...(problems?.map(problemText) ?? ['(a case)']))
      codes.push(...(problems?.map(({ code }) => code) ?? []))
    }
  }
  return { codes, text: `${texts.join('\n')}\n`.replaceAll(`${folder}/`, '') }
}

describe('a file of cases with a mistake in it earns the message beside it', () => {
  test.each(names)('%s', async (name) => {
    const message = readFileSync(`${folder}/${name}.message.txt`, 'utf8')
    const { text } = await told(name)
    // the words of a JSON reader differ from one version of Node to the next; they are one short phrase and quote nothing of the file
    expect(text.replace(/is not JSON: (?!.*position)[a-z][^"\n]*$/m, 'is not JSON: …')).toBe(message)
  })
})

describe('a file is named for the code of its problem', () => {
  test.each(names)('%s', async (name) => {
    const { codes } = await told(name)
    const fitting = problemCodes.filter((code) => name.startsWith(`${code}.`) || name.startsWith(`${code}-`)).toSorted((a, b) => b.length - a.length)
    expect(new Set(codes)).toEqual(new Set(fitting.slice(0, 1)))
  })
})

test('every code of a problem of cases is earned here, but for those of folders and of what is too large, in test/commands/evaluate.test.ts', async () => {
  const earned = new Set((await Promise.all(names.map(told))).flatMap(({ codes }) => codes))
  expect(
    ['not-utf8', 'json-syntax', 'duplicate-key', 'unknown-fact', 'wrong-answer', 'not-a-case', 'missing-key', 'unknown-key', 'empty'].filter(
      (code) => !earned.has(code as never),
    ),
  ).toEqual([])
})
