import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Questions } from '../../src/assessment/questions.ts'
import { folderWith, tvpa } from '../support/program.ts'

const CASE = 'fixtures/archive/deaf-vendors.json'
const asked = (list: Questions): string[] => list.next.flatMap((group) => group.questions.map(({ fact }) => fact))

test('says what is next to be asked of a case, and what is for a lawyer', () => {
  const { code, out, err } = tvpa(['questions', CASE, '--as-of', '2026-11-21'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n\n').map((block) => block.split('\n')[0])).toEqual(
    expect.arrayContaining(['THE OPTIONS FOR CASE ARCHIVE-DEAF-VENDORS, LAW OF 2026-11-21', 'NEXT: SAFETY']),
  )
  expect(out).toContain('WITH A LAWYER: ')
})

test('for chosen options, as JSON, from standard input', () => {
  const input = JSON.stringify({ facts: { 'us-citizen-or-national': true } })
  const { code, out } = tvpa(['questions', '-', '--option', 't-status', '--format', 'json', '--as-of', '2026-11-21'], { input })
  const list = JSON.parse(out) as Questions
  expect(code).toBe(0)
  expect(list.options).toEqual([{ option: 't-status', title: 'T nonimmigrant status', outcome: 'appears-not-to-qualify', open: 0 }])
  expect(list.next.flatMap((group) => group.questions.filter(({ reason }) => reason === 'can-matter'))).toEqual([])
})

test('an answer told takes the question away', () => {
  const from = (facts: Readonly<Record<string, unknown>>): string[] =>
    asked(JSON.parse(tvpa(['questions', '-', '--format', 'json', '--limit', '0'], { input: JSON.stringify({ facts }) }).out) as Questions)
  const before = from({ 'us-citizen-or-national': false })
  const after = from({ 'us-citizen-or-national': false, 'labor-or-services': false, 'commercial-sex-act': false })
  expect(before).toEqual(expect.arrayContaining(['labor-or-services', 'commercial-sex-act']))
  expect(after.length).toBeLessThan(before.length)
  expect(after).not.toContain('labor-or-services')
})

describe('what cannot be used is told', () => {
  test.each([
    ['an unknown option', [CASE, '--option', 't-statsu'], 2, 'unknown option `t-statsu`; did you mean `t-status`?'],
    ['a limit that is no number', [CASE, '--limit', 'many'], 2, '--limit: expected a whole number, found `many`'],
    ['a file that is not there', ['nowhere.json'], 2, 'nowhere.json'],
  ])('%s', (_, args, code, message) => {
    const run = tvpa(['questions', ...args])
    expect({ code: run.code, out: run.out }).toEqual({ code, out: '' })
    expect(run.err).toContain(message)
  })

  test('a second case in the file is not looked at', () => {
    const path = join(folderWith({ 'two.ndjson': '{"facts":{}}\n{"facts":{}}\n' }), 'two.ndjson')
    const run = tvpa(['questions', path, '--format', 'json'])
    expect(run.code).toBe(3)
    expect(asked(JSON.parse(run.out) as Questions).length).toBeGreaterThan(20)
    expect(run.err).toBe(`${path}\nholds more than one case; only the first was looked at: put each in a file of its own\n`)
  })

  test('a fact that nobody knows is told with its place', () => {
    const run = tvpa(['questions', '-'], { input: '{"facts":{"age-nwo":3}}' })
    expect(run.code).toBe(2)
    expect(run.err).toContain('unknown fact `age-nwo`; did you mean `age-now`?')
  })
})
