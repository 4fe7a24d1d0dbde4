import { describe, expect, test } from 'vitest'
import { readFixture } from '../../src/regression/fixture.ts'
import type { Mismatch } from '../../src/regression/run.ts'
import { runFixture } from '../../src/regression/run.ts'
import { smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()

/** The mismatches of the only example of a fixture in the folder of the option `aid`. */
const mismatches = (example: string, file = 'options/aid/present.yaml', base = '{ here: true, harms: [burn] }'): Mismatch[] => {
  const { fixture } = readFixture(file, `base: ${base}\nexamples:\n  - { name: n, from: f, ${example} }\n`)
  if (!fixture) throw new Error('no fixture')
  return runFixture(fixture, {}, rulebook, '2020-06-15').flatMap((result) => [...result.mismatches])
}

const short = (list: readonly Mismatch[]): string[] => list.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`)

describe('what comes as expected is no mismatch', () => {
  test.each([
    ['a criterion of the option', 'expect: { present: met }'],
    ['one by its option', 'expect: { aid/present: met }'],
    ['the outcome of an option', 'expect: { aid: may-qualify }'],
    ['the status of a definition', 'expect: { hurt: met }'],
    ['a criterion of a definition', 'expect: { hurt/hurt: met }'],
    ['nothing missing', 'missing: []'],
    ['something missing, in any order', 'set: { here: unknown, harms: unknown }, missing: [harms, here]'],
    ['a line', 'lines: [hello]'],
    ['a warning, by a part of it', 'as-of: 2021-06-15, warnings: [through 2020-12-31]'],
    ['an option before its first day', 'as-of: 1999-12-31, expect: { aid: not-in-force, present: absent }'],
  ])('%s', (_, example) => {
    expect(mismatches(example)).toEqual([])
  })
})

describe('what comes otherwise is told with what was expected and what came', () => {
  test.each([
    ['expect: { present: not-met }', ['present: expected not-met, got met']],
    ['expect: { aid: cannot-tell-yet }', ['aid: expected cannot-tell-yet, got may-qualify']],
    ['expect: { hurt: unknown }', ['hurt: expected unknown, got met']],
    ['expect: { aid: met }', ['aid: expected met, got may-qualify']],
    ['expect: { presence: met }', ['presence: expected met, got no such criterion, definition or option; did you mean `present`?']],
    ['expect: { xyzzy: absent }', ['xyzzy: expected absent, got no such criterion, definition or option']],
    ['expect: { present: absent }', ['present: expected absent, got met']],
    ['missing: [here]', ['missing: expected here, got ']],
    ['lines: [bye]', ['a line: expected bye, got nothing of the kind', 'a line: expected bye, got no such line']],
    ['no-lines: [hello]', ['a line: expected hello not said, got said']],
    ['warnings: [Reviewed]', ['a warning: expected Reviewed, got nothing of the kind']],
    ['set: { work: none, paid: true }, expect: { present: met }', ['the case: expected answers that can all be so, got a contradiction between paid, work']],
    [
      'set: { agee: 7 }, expect: { present: met }',
      [
        'the case: expected a case that can be read, got options/aid/present.yaml:3:5 at examples.0.facts.agee\nunknown fact `agee`; did you mean `age`?\n  list all facts with `tvpa facts`',
      ],
    ],
  ])('%s', (example, expected) => {
    expect(short(mismatches(example))).toEqual(expected)
  })
})

test('a mismatch shows the way through the proof to where it parts', () => {
  expect(mismatches('set: { harms: [] }, expect: { aid: may-qualify }')).toEqual([
    { what: 'aid', expected: 'may-qualify', got: 'appears-not-to-qualify', because: ['harmed  not met   Harmed', 'hurt  not met   harms: at least one told'] },
  ])
})

test('an example without a day is run under the law of today', () => {
  const { fixture } = readFixture('options/aid/x.yaml', 'base: { here: true }\nexamples: [{ name: n, from: f, expect: { aid: not-in-force } }]\n')
  expect(fixture && runFixture(fixture, {}, rulebook, '1999-12-31').flatMap((result) => result.mismatches)).toEqual([])
})

test('the facts of a fixture stand over those of its case file', () => {
  const { fixture } = readFixture(
    'options/aid/x.yaml',
    'case: x.json\nexamples: [{ name: n, from: f, set: { here: true }, expect: { present: met, hurt: met } }]\n',
  )
  expect(fixture && runFixture(fixture, { here: false, harms: ['cut'] }, rulebook, '2020-06-15').flatMap((result) => result.mismatches)).toEqual([])
})
