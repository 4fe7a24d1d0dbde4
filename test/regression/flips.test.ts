import { expect, test } from 'vitest'
import { readFixture } from '../../src/regression/fixture.ts'
import { flipsOf } from '../../src/regression/flips.ts'
import type { LoadedFixture } from '../../src/regression/load.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import type { Subject } from '../../src/rulebook/subject.ts'
import { subjectsNamed } from '../../src/rulebook/subject.ts'
import { rulebookOf } from '../support/rules.ts'

const rulebook = rulebookOf('any: [{ until: 2010-01-01, fact: age, under: 15 }, { from: 2010-01-01, fact: age, under: 18 }]')

const fixture = (file: string, text: string): LoadedFixture => {
  const { fixture: read, problems } = readFixture(file, text)
  if (!read) throw new Error(problems.map(({ code }) => code).join())
  return { fixture: read, caseFacts: {} }
}

const subject = (id: string): Subject => {
  const [found] = subjectsNamed(id, rulebook)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const own = fixture(
  'options/aid/root.yaml',
  `examples:
  - name: sixteen
    from: here
    as-of: 2009-12-31
    set: { age: 16 }
    expect: { root: not-met }
    vary:
      - { as-of: 2010-01-01, expect: { root: met } }
      - { set: { age: 14 }, expect: { root: met } }
`,
)
const other = fixture('definitions/hurt.yaml', 'examples:\n  - { name: a burn, from: here, set: { age: 16 }, expect: { hurt: unknown } }\n')
const naming = fixture('archive/one.yaml', 'examples:\n  - { name: seventeen, from: here, set: { age: 17 }, expect: { aid: may-qualify } }\n')

test('each case that bears on a rule is looked at once, on both days, whatever day its fixture is about', () => {
  const days = [checkedDay('2005-06-15'), checkedDay('2020-06-15')] as const
  expect(flipsOf([own, other, naming], subject('aid'), rulebook, ...days)).toEqual({
    cases: 3,
    flips: [
      { name: 'sixteen', file: 'options/aid/root.yaml', line: 2, before: 'not-met', after: 'met' },
      { name: 'seventeen', file: 'archive/one.yaml', line: 2, before: 'not-met', after: 'met' },
    ],
  })
  expect(flipsOf([own, other, naming], subject('hurt'), rulebook, ...days)).toEqual({ cases: 1, flips: [] })
})
