import { describe, expect, test } from 'vitest'
import { formOf, forms, Node } from '../../src/rulebook/criterion.ts'

describe('a node has exactly one form, told by the key that marks it', () => {
  test.each<[object, ReturnType<typeof formOf>]>([
    [{ all: [] }, 'all'],
    [{ any: [] }, 'any'],
    [{ not: {} }, 'not'],
    [{ bar: {} }, 'bar'],
    [{ 'at-least': {} }, 'at-least'],
    [{ definition: 'd' }, 'definition'],
    [{ criterion: 'c' }, 'criterion'],
    [{ await: 'a' }, 'await'],
    [{ act: 'a' }, 'act'],
    [{ fact: 'f' }, 'fact'],
    [{ fact: 'f', is: 'm' }, 'fact is'],
    [{ fact: 'f', 'one-of': [] }, 'fact one-of'],
    [{ fact: 'f', has: 'any' }, 'fact has'],
    [{ fact: 'f', 'has-other-than': [] }, 'fact has-other-than'],
    [{ fact: 'f', under: 1 }, 'fact under'],
    [{ fact: 'f', 'at-least': 1 }, 'fact at-least'],
    [{ fact: 'f', before: 'd' }, 'fact before'],
    [{ fact: 'f', 'up-to': 'd' }, 'fact up-to'],
    [{ fact: 'f', after: 'd' }, 'fact after'],
    [{ fact: 'f', 'on-or-after': 'd' }, 'fact on-or-after'],
    [{}, 'none'],
    [{ id: 'i', title: 't' }, 'none'],
    [{ all: [], any: [] }, 'several'],
    [{ fact: 'f', not: {} }, 'several'],
    [{ fact: 'f', under: 1, 'at-least': 0 }, 'several'],
    [Object.create({ fact: 'f' }) as object, 'none'],
  ])('%j: %s', (value, form) => {
    expect(formOf(value)).toBe(form)
  })

  test('there are twenty forms and no more', () => {
    expect(Object.keys(forms)).toHaveLength(20)
  })
})

describe('keys of a node are read as rule-format.md says', () => {
  test('a note or a reading may be one or a list, and a note may be its text alone', () => {
    const reading = { reading: 'so', alternative: 'or so', authority: 'nobody' }
    expect(Node.parse({ note: 'One.', reading, fact: 'f' })).toEqual({ note: [{ text: 'One.' }], reading: [reading], fact: 'f' })
    expect(Node.parse({ note: ['One.', { text: 'Two.', until: '2001-01-01' }], reading: [reading], fact: 'f' })).toEqual({
      note: [{ text: 'One.' }, { text: 'Two.', until: '2001-01-01' }],
      reading: [reading],
      fact: 'f',
    })
  })

  test.each([
    [{ fact: 'f', again: true }],
    [{ act: 'f', again: false }],
    [{ fact: 'F' }],
    [{ fact: 'a--b' }],
    [{ all: [{ fact: 'f' }], if: 'x' }],
    [{ definition: 'd', 'law-of': '2001' }],
    [{ fact: 'f', before: { 'day-of': 'g', 'plus-months': 1.5 } }],
    [{ fact: 'f', before: { 'day-of': 'g', 'short-month': 'sometimes' } }],
    [{ fact: 'f', before: '2001-02-29' }],
    [{ from: '2001-1-1', fact: 'f' }],
    [{ 'in-force': [], fact: 'f' }],
    [{ 'at-least': { count: 1, of: [] } }],
    [{ await: { who: 'somebody', what: 'x' } }],
    [{ fact: 'f', has: [] }],
    [{ fact: 'f', has: 'all' }],
    [{ fact: 'f', under: { parameter: 'p', plus: 1 } }],
  ])('%j is no node', (value) => {
    expect(Node.safeParse(value).success).toBe(false)
  })
})
