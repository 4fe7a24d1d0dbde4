import { expect, test } from 'vitest'
import { programBuilder } from '../../src/logic/expression.ts'

test('a test that stands twice in a rule is kept once, and so is a step', () => {
  const builder = programBuilder()
  const isHere = { fact: 'here', openness: 'unknown', kind: 'is', members: ['true'] } as const
  const first = builder.step({ op: 'test', test: builder.test(isHere) })
  const second = builder.step({ op: 'test', test: builder.test({ ...isHere }) })
  const away = builder.step({ op: 'not', of: second })
  expect([first, second, away]).toEqual([0, 0, 1])
  expect(builder.program).toEqual({
    tests: [isHere],
    steps: [
      { op: 'test', test: 0 },
      { op: 'not', of: 0 },
    ],
  })
})

test('tests that differ only in the class of their fact are two tests', () => {
  const builder = programBuilder()
  const asked = builder.test({ fact: 'here', openness: 'unknown', kind: 'is', members: ['true'] })
  const assessed = builder.test({ fact: 'here', openness: 'judgment', kind: 'is', members: ['true'] })
  expect([asked, assessed]).toEqual([0, 1])
})
