import { expect, test } from 'vitest'
import type { Proof } from '../../src/assessment/proof.ts'
import { decidingLines } from '../../src/wording/proof-lines.ts'
import { assessed, rulebookOf } from '../support/rules.ts'

const linesOf = (form: string, facts: Readonly<Record<string, unknown>>): string[] => {
  const proof: Proof | undefined = assessed(rulebookOf(form), facts).proofs.get('aid')
  return proof ? decidingLines(proof) : []
}

test.each<[string, string, Record<string, unknown>, string[]]>([
  ['to the leaf that decides', 'all: [{ fact: here }, { fact: grave }]', { here: false }, ['root  not met   root', '·  not met   here: yes']],
  ['to the leaf that keeps it open', 'all: [{ fact: here }, { fact: grave }]', { here: true }, ['root  judgment   root', '·  judgment   grave: yes']],
  [
    'with the days on which a leaf is law',
    'any: [{ from: 2010-01-01, fact: here }]',
    { here: true },
    ['root  met   root', '·  met   here: yes   (in force from 2010-01-01)'],
  ],
  ['through a definition', 'all: [{ definition: hurt }]', { harms: [] }, ['root  not met   root', 'hurt  not met   harms: at least one told']],
])('the way goes from the top %s', (_, form, facts, lines) => {
  expect(linesOf(form, facts)).toEqual(lines)
})
