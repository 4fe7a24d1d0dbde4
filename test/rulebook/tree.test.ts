import { describe, expect, test } from 'vitest'
import type { Node } from '../../src/rulebook/criterion.ts'
import { childrenOf, factsBelow, factsOf, nodesOf } from '../../src/rulebook/tree.ts'

describe('a leaf names its fact, and every fact of its limit', () => {
  test.each<[Node, string[]]>([
    [{ fact: 'a' }, ['a']],
    [{ fact: 'a', 'at-least': 3 }, ['a']],
    [{ fact: 'a', before: '2001-01-01' }, ['a']],
    [{ fact: 'a', before: 'b' }, ['a', 'b']],
    [{ fact: 'a', 'up-to': 'b' }, ['a', 'b']],
    [{ fact: 'a', after: 'b' }, ['a', 'b']],
    [{ fact: 'a', 'on-or-after': { 'day-of': 'b', 'plus-days': 1 } }, ['a', 'b']],
    [{ act: 'a' }, ['a']],
    [{ await: 'a' }, ['a']],
    [{ await: { who: 'court', what: 'x' } }, []],
    [{ definition: 'd' }, []],
    [{ all: [{ fact: 'a' }] }, []],
  ])('%j: %j', (node, facts) => {
    expect(factsOf(node)).toEqual(facts)
  })
})

const tree: Node = {
  all: [{ id: 'x', any: [{ fact: 'a' }, { not: { fact: 'b' } }] }, { bar: { 'at-least': { count: 1, of: [{ fact: 'c' }, { fact: 'a' }] } } }],
}

test('a tree is walked from the top, each node before its children, in the order of the rule', () => {
  expect([...nodesOf(tree)].map((node) => Object.keys(node).find((key) => key !== 'id'))).toEqual([
    'all',
    'any',
    'fact',
    'not',
    'fact',
    'bar',
    'at-least',
    'fact',
    'fact',
  ])
  expect(factsBelow(tree)).toEqual(['a', 'b', 'c'])
  expect(childrenOf({ fact: 'a', 'at-least': 3 })).toEqual([])
})

test('a tree of any depth is walked', () => {
  let deep: Node = { fact: 'a' }
  for (let depth = 0; depth < 100_000; depth += 1) deep = { not: deep }
  expect([...nodesOf(deep)]).toHaveLength(100_001)
})
