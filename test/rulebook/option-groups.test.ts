import { expect, test } from 'vitest'
import { inGroups } from '../../src/rulebook/option-groups.ts'
import { extendedRulebook } from '../support/extended.ts'
import { smallRulebook } from '../support/rules.ts'

test('options stand under the groups of the rulebook in their order; a group without any is left out', () => {
  const rulebook = extendedRulebook()
  expect(inGroups(rulebook.options, rulebook).map(({ title, options }) => [title, ...options.map(({ id }) => id)])).toEqual([
    ['Staying', 'aid', 'leave', 'letter', 'pardon', 'pass', 'promise'],
    ['Money', 'fund', 'wage'],
  ])
})

test('where the rulebook has no groups, all stand together without a heading', () => {
  const rulebook = smallRulebook()
  expect(inGroups(rulebook.options, rulebook).map(({ title, options }) => [title, ...options.map(({ id }) => id)])).toEqual([[undefined, 'aid']])
})
