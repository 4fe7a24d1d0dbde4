import { describe, expect, test } from 'vitest'
import { deciding, openLeaves } from '../../src/assessment/proof.ts'
import type { Proof } from '../../src/assessment/proof.ts'
import { assessed, rulebookOf } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

/** The proof of the only criterion of the small option. */
const proofOf = (form: string, facts: Facts): Proof => {
  const root = assessed(rulebookOf(form), facts).proofs.get('aid')?.children[0]
  if (!root) throw new Error('no proof')
  return root
}

const words = ({ clause: { node } }: Proof): string =>
  'fact' in node ? node.fact : 'act' in node ? `act ${node.act}` : 'await' in node ? 'await' : (Object.keys(node).at(-1) ?? '')

describe('the children that settle a node are all of them, or only those that decide', () => {
  test.each<[string, string, Facts, string[]]>([
    ['all, met', 'all: [{ fact: here }, { fact: grave }]', { here: true, grave: true }, ['here', 'grave']],
    ['all, not met', 'all: [{ fact: here }, { fact: grave }]', { here: true, grave: false }, ['grave']],
    ['all, not met, the rest open', 'all: [{ fact: here }, { fact: grave }]', { here: false }, ['here']],
    ['any, met', 'any: [{ fact: here }, { fact: grave }]', { here: true, grave: false }, ['here']],
    ['any, not met', 'any: [{ fact: here }, { fact: grave }]', { here: false, grave: false }, ['here', 'grave']],
    [
      'at least two, met',
      'at-least: { count: 2, of: [{ fact: here }, { fact: grave }, { fact: agrees }] }',
      { here: true, grave: true, agrees: false },
      ['here', 'grave'],
    ],
    [
      'at least two, not met',
      'at-least: { count: 2, of: [{ fact: here }, { fact: grave }, { fact: agrees }] }',
      { here: true, grave: false, agrees: false },
      ['grave', 'agrees'],
    ],
    ['not', 'not: { fact: here }', { here: true }, ['here']],
    ['an act', 'act: paper', { paper: 'done' }, ['paper']],
    ['none while it is open', 'all: [{ fact: here }, { fact: grave }]', { here: true }, []],
    ['all where only the whole settles it', 'any: [{ fact: age, under: 18 }, { fact: age, at-least: 15 }]', {}, ['age', 'age']],
  ])('%s', (_, form, facts, expected) => {
    expect(deciding(proofOf(form, facts)).map(words)).toEqual(expected)
  })
})

describe('open leaves are reached through open nodes only, each with the innermost criterion', () => {
  test.each<[string, string, Facts, string[]]>([
    ['all of an open all', 'all: [{ fact: here }, { fact: grave }]', {}, ['here', 'grave']],
    ['not those of a settled branch', 'all: [{ fact: here }, { any: [{ fact: grave }, { fact: agrees }] }]', { grave: true }, ['here']],
    ['none of a settled node', 'all: [{ fact: here }, { fact: grave }]', { here: false }, []],
    ['what an act waits for', 'act: paper', { paper: 'asked' }, ['await']],
  ])('%s', (_, form, facts, expected) => {
    expect(openLeaves(proofOf(form, facts)).map(({ proof, criterion }) => `${String(criterion)} ${words(proof)}`)).toEqual(
      expected.map((leaf) => `root ${leaf}`),
    )
  })
})

test('a proof leaves nothing out: branches that did not decide stay in it', () => {
  const proof = proofOf('any: [{ fact: here }, { all: [{ fact: grave }, { fact: agrees }] }]', { here: true })
  expect([proof.status, proof.children.map((child) => [child.status, child.children.map(({ status }) => status)])]).toEqual([
    'met',
    [
      ['met', []],
      ['judgment', ['judgment', 'agency']],
    ],
  ])
})
