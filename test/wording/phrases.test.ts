import { describe, expect, test } from 'vitest'
import type { Node } from '../../src/rulebook/criterion.ts'
import { nodeWords, spanWords } from '../../src/wording/phrases.ts'

describe('what a node asks for, and its opposite', () => {
  const leaf: Node = { fact: 'here' }

  test.each<[Node, string, string]>([
    [{ all: [leaf] }, 'all of these', 'not all of these'],
    [{ any: [leaf] }, 'any of these', 'none of these'],
    [{ not: leaf }, 'not this', 'this'],
    [{ bar: leaf }, 'no bar: not this', 'this bar applies'],
    [{ 'at-least': { count: 2, of: [leaf] } }, 'at least 2 of these', 'fewer than 2 of these'],
    [{ definition: 'debt-bondage' }, 'debt bondage (as defined)', 'not debt bondage (as defined)'],
    [
      { definition: 'debt-bondage', 'law-of': '2000-10-28' },
      'debt bondage (as defined), as the law stood on 2000-10-28',
      'not debt bondage (as defined), as the law stood on 2000-10-28',
    ],
    [{ fact: 'here' }, 'here: yes', 'here: no'],
    [{ fact: 'work', is: 'farm' }, 'work is "farm"', 'work is not "farm"'],
    [{ fact: 'work', 'one-of': ['farm', 'shop'] }, 'work is one of "farm" or "shop"', 'work is none of "farm" or "shop"'],
    [{ fact: 'harms', has: 'any' }, 'harms: at least one told', 'harms: none told'],
    [{ fact: 'harms', has: ['burn', 'cut'] }, 'harms: "burn" or "cut"', 'harms: not "burn" and "cut"'],
    [{ fact: 'harms', 'has-other-than': ['burn'] }, 'harms: something besides "burn"', 'harms: nothing besides "burn"'],
    [{ fact: 'age', under: 18 }, 'age is under 18', 'age is 18 or more'],
    [{ fact: 'age', 'at-least': 18 }, 'age is 18 or more', 'age is under 18'],
    [{ fact: 'count', under: { parameter: 's5-cap' } }, 'count is under S-5 cap', 'count is S-5 cap or more'],
    [{ fact: 'began', before: '2001-01-01' }, 'began is before 2001-01-01', 'began is on or after 2001-01-01'],
    [{ fact: 'began', 'up-to': '2001-01-01' }, 'began is no later than 2001-01-01', 'began is after 2001-01-01'],
    [{ fact: 'began', after: 'filed' }, 'began is after filed', 'began is no later than filed'],
    [
      { fact: 'began', 'on-or-after': { 'day-of': 'paper', 'plus-months': 6 } },
      'began is on or after 6 months after the day of paper',
      'began is before 6 months after the day of paper',
    ],
    [{ await: { who: 'court', what: 'say so' } }, 'court has yet to say so', 'court has yet to say so'],
    [{ await: 'paper' }, 'paper: still to be done by a public body', 'paper: still to be done by a public body'],
    [{ act: 'paper' }, 'paper: done, or still to be done', 'paper: not done, or still to be done'],
  ])('%j: %s', (node, words, turned) => {
    expect([nodeWords(node), nodeWords(node, true)]).toEqual([words, turned])
  })
})

describe('when a node is law', () => {
  test.each([
    [{}, ''],
    [{ from: '2001-01-01' }, 'from 2001-01-01'],
    [{ until: '2001-01-01' }, 'until 2001-01-01'],
    [{ from: '2001-01-01', until: '2002-01-01' }, 'from 2001-01-01 until 2002-01-01'],
    [{ 'in-force': [{ until: '2001-01-01' }, { from: '2002-01-01' }] }, 'until 2001-01-01; from 2002-01-01'],
  ])('%j: %s', (span, words) => {
    expect(spanWords(span)).toBe(words)
  })
})
