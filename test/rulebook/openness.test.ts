import { expect, test } from 'vitest'
import { byId } from '../../src/rulebook/by-id.ts'
import { isPublicBody, membersOf, opennessOf } from '../../src/rulebook/openness.ts'
import { Decider } from '../../src/rulebook/vocabulary.ts'
import { realRulebook, smallRulebook } from '../support/rules.ts'

const facts = byId(smallRulebook().facts)

test.each([
  ['here', 'unknown', ['true', 'false']],
  ['work', 'unknown', ['farm', 'shop', 'none']],
  ['harms', 'unknown', ['burn', 'cut', 'other']],
  ['age', 'unknown', []],
  ['born', 'unknown', []],
  ['grave', 'judgment', ['true', 'false']],
  ['secret', 'judgment', ['true', 'false']],
  ['agrees', 'agency', ['true', 'false']],
  ['count', 'agency', []],
  ['paper', 'unknown', ['not-asked', 'asked', 'done', 'refused', 'withdrawn']],
] as const)('%s is open as %s and can be %j', (id, openness, members) => {
  const fact = facts.get(id)
  expect(fact && [opennessOf(fact), membersOf(fact)]).toEqual([openness, members])
})

test('four of the deciders are no public body', () => {
  expect(Decider.options.filter((decider) => !isPublicBody(decider))).toEqual(['facts', 'person', 'document', 'professional'])
})

test('what a lawyer records first is never missing: it is open as a judgment, whatever its kind', () => {
  const lawyers = realRulebook().facts.filter(({ recording }) => recording === 'lawyer-first')
  expect(new Set(lawyers.map(opennessOf))).toEqual(new Set(['judgment']))
})
