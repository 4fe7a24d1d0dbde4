import { expect, test } from 'vitest'
import { byId } from '../../src/rulebook/by-id.ts'

test('a list of things with ids is a table by id, made once', () => {
  const list = [{ id: 'a' }, { id: 'constructor' }]
  expect([...byId(list)]).toEqual([
    ['a', list[0]],
    ['constructor', list[1]],
  ])
  expect(byId(list)).toBe(byId(list))
  expect(byId(list).get('toString')).toBeUndefined()
})
