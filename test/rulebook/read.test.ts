import { expect, test } from 'vitest'
import { digestOf, readRulebook } from '../../src/rulebook/read.ts'
import { extendedFiles } from '../support/extended.ts'
import { readWith, smallRulebook, soundFiles } from '../support/rules.ts'

test('the order in which files are given does not matter', () => {
  expect(readRulebook(soundFiles().toReversed())).toMatchObject({ rulebook: smallRulebook(), problems: [] })
})

test('facts stand in the order of the topics, options in the order in which they are shown', () => {
  const rulebook = smallRulebook({
    'rulebook.yaml': soundFiles()
      .find(({ path }) => path === 'rulebook.yaml')
      ?.text.replace('options: [aid]', 'options: [zest, aid]')
      .replace(/ {2}- \{ id: person.*\n {2}- \{ id: office.*\n/, '  - { id: office, title: O }\n  - { id: person, title: P }\n'),
    'options/zest/option.yaml': 'id: zest\ntitle: Zest\ntext: Z.\ncite: [{ source: act, at: "9" }]\ntag: V\ncriteria: { fact: here }\n',
    'options/also/option.yaml': 'id: also\ntitle: Also\ntext: A.\ncite: [{ source: act, at: "9" }]\ntag: V\ncriteria: { fact: here }\n',
  })
  expect(rulebook.facts.slice(0, 5).map(({ id, topic }) => `${topic}/${id}`)).toEqual([
    'office/filed',
    'office/paper',
    'office/agrees',
    'office/count',
    'person/here',
  ])
  expect(rulebook.options.map(({ id }) => id)).toEqual(['zest', 'aid', 'also'])
})

test('the digest is of what the rules say, not of how the files are laid out', () => {
  const sound = smallRulebook()
  const present = soundFiles().find(({ path }) => path === 'options/aid/present.yaml')?.text ?? ''
  const spaced = smallRulebook({ 'options/aid/present.yaml': `# a comment\n${present.replace('fact: here', "fact: 'here'")}\n` })
  const changed = smallRulebook({ 'options/aid/present.yaml': present.replace('The person is here.', 'The person is near.') })
  expect(spaced.digest).toBe(sound.digest)
  expect(changed.digest).not.toBe(sound.digest)
  const { digest, ...content } = sound
  expect(digestOf(content)).toBe(digest)
})

test('where any file has a problem there is no rulebook, but places can still be told', () => {
  const { rulebook, locate } = readWith({ 'options/aid/present.yaml': 'id: present\nfact: [' })
  expect(rulebook).toBeUndefined()
  expect(locate('options/aid/option.yaml', ['criteria', 'all', 1])).toMatchObject({ file: 'options/aid/option.yaml', line: 10, column: 7 })
})

test('yes, no, on and dates are plain text', () => {
  const changed = soundFiles()
    .find(({ path }) => path === 'facts/person.yaml')
    ?.text.replace('[farm, shop, none]', '[yes, no, on]')
    .replace('only-if: { fact: work, one-of: [farm, shop] }', 'only-if: { fact: work, is: yes }')
  const work = smallRulebook({ 'facts/person.yaml': changed }).facts.find(({ id }) => id === 'work')
  expect(work).toMatchObject({ members: ['yes', 'no', 'on'] })
})

test('options that the rulebook does not name come after those it does: core before extended, by group, then by id', () => {
  const plain = extendedFiles['options/aid/option.yaml']?.replace('id: aid', 'id: zest').replace(/criteria:[^]*$/, 'criteria: { fact: here }\n') ?? ''
  const rulebook = smallRulebook({ ...extendedFiles, 'options/zest/option.yaml': plain })
  expect(rulebook.options.map(({ id, tier }) => `${id} ${tier}`)).toEqual([
    'aid core',
    'zest core',
    'leave extended',
    'letter extended',
    'pardon extended',
    'pass extended',
    'promise extended',
    'fund extended',
    'wage extended',
  ])
})

test('a rule nested so deep that it cannot be read is a problem of its file, at any depth', () => {
  const chain = (depth: number): string => `id: present\nnot: ${'{ not: '.repeat(depth)}{ fact: here }${' }'.repeat(depth)}\n`
  for (const depth of [600, 700, 800, 1000, 2000, 5000]) {
    const { rulebook, problems } = readWith({ 'options/aid/present.yaml': chain(depth) })
    expect([depth, rulebook, problems.map(({ code, where }) => [code, where.file])]).toEqual([depth, undefined, [['too-deep', 'options/aid/present.yaml']]])
  }
})
