import { expect, test } from 'vitest'
import { lawOn } from '../../src/rulebook/in-force.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { clauseFor, subjectsNamed, subjectsOf } from '../../src/rulebook/subject.ts'
import { rulebookOf, smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()

test('options, their criteria and definitions can be compared, each by its path', () => {
  expect(subjectsOf(rulebook).map(({ path, kind, owner }) => [path, kind, owner])).toEqual([
    ['aid', 'option', 'aid'],
    ['aid/harmed', 'criterion', 'aid'],
    ['aid/present', 'criterion', 'aid'],
    ['hurt', 'definition', 'hurt'],
  ])
})

test.each([
  ['aid/present', ['aid/present']],
  ['present', ['aid/present']],
  ['hurt', ['hurt']],
  ['nothing', []],
])('%s means %j', (id, paths) => {
  expect(subjectsNamed(id, rulebook).map(({ path }) => path)).toEqual(paths)
})

test('a subject is found in the law of a day, and nowhere where it is not law', () => {
  const part = (id: string, more: string): string =>
    `{ id: ${id}, title: ${id}, ${more}text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, fact: here }`
  const dated = rulebookOf(`any: [${part('old', 'until: 2010-01-01, ')}, ${part('new', '')}]`)
  const law = lawOn(dated, checkedDay('2020-06-15'))
  const found = ['aid', 'aid/old', 'aid/new', 'hurt'].map((id) => {
    const [subject] = subjectsNamed(id, dated)
    return subject && clauseFor(subject, law)?.node.id
  })
  expect(found).toEqual([undefined, undefined, 'new', 'hurt'])
})
