import { describe, expect, test } from 'vitest'
import { checkDeeply } from '../../../../src/rulebook/checks/deep/list.ts'
import { checkRulebook } from '../../../../src/rulebook/checks/list.ts'
import type { Problem } from '../../../../src/rulebook/problem.ts'
import { problemText } from '../../../../src/rulebook/problem.ts'
import { criterionFile, readWith } from '../../../support/rules.ts'

const present = 'options/aid/present.yaml'

/** What the diagrams show of the small rulebook with another first criterion, once all else is sound. */
const foundIn = (form: string, head = '', more: Readonly<Record<string, string>> = {}, budget?: number): Problem[] => {
  const { rulebook, problems, locate } = readWith({ [present]: criterionFile('present', form, head), ...more })
  if (!rulebook || problems.length > 0) throw new Error(problems.map(problemText).join('\n'))
  const before = checkRulebook(rulebook, locate)
  if (before.length > 0) throw new Error(before.map(problemText).join('\n'))
  return checkDeeply(rulebook, locate, budget)
}

const codes = (problems: readonly Problem[]): string[] => problems.map(({ code, where }) => `${code} ${where.path.join('.')}`)

describe('what reads like the law, and is no mistake', () => {
  test.each<[string, string]>([
    [
      'a step of a public body may come or not, whatever is known',
      'all:\n  - { fact: here }\n  - any: [{ fact: agrees }, { await: { who: court, what: decide } }]',
    ],
    ['an act that was not yet asked for', 'all: [{ fact: here }, { act: paper, again: true }]'],
    ['a rule says again what the condition of a fact says', 'all:\n  - { fact: here }\n  - { not: { fact: work, is: none } }\n  - { fact: paid }'],
    ['an older text stays for those who filed before a day that is still to come', 'all: [{ fact: here }, { fact: filed, before: 2090-01-01 }]'],
    ['a list that ends with all others names every member', 'all: [{ fact: here }, { fact: work, one-of: [farm, shop, none] }]'],
    ['two criteria named by the law say the same', 'any:\n  - { fact: here }\n  - { definition: hurt }\n  - { definition: hurt }'],
    ['a judgment is closed by a fact', 'any:\n  - { fact: here }\n  - { all: [{ fact: paid }, { fact: grave }] }'],
  ])('%s', (_, form) => {
    expect(codes(foundIn(form))).toEqual([])
  })

  test('a criterion that gives its reading may be left to a judgment', () => {
    const reading = 'reading: { reading: Grave harm is weighed., alternative: It is counted., authority: The office }\n'
    expect(codes(foundIn('any: [{ fact: here }, { fact: grave }]', reading))).toEqual([])
  })

  test('a criterion that a professional settles may be left to a judgment', () => {
    const file = criterionFile('present', 'any: [{ fact: here }, { fact: grave }]').replace('decided-by: facts', 'decided-by: professional')
    expect(codes(foundIn('fact: here', '', { [present]: file }))).toEqual([])
  })

  test('a judgment with a criterion of its own speaks for itself', () => {
    const inner = '{ id: weighed, title: Weighed, text: It is grave., decided-by: professional, cite: [{ source: act, at: "2" }], tag: V, fact: grave }'
    expect(codes(foundIn(`any:\n  - { fact: here }\n  - ${inner}`))).toEqual([])
  })
})

describe('what can never matter', () => {
  test.each<[string, string, string[]]>([
    ['a condition that another one implies', 'all: [{ fact: here }, { fact: age, at-least: 18 }, { fact: age, at-least: 15 }]', ['idle all.2']],
    ['an age that cannot be lower than another', 'any: [{ fact: here }, { fact: age, under: 15 }, { fact: age-then, under: 18 }]', ['idle any.1']],
    ['fewer members of the same list', 'any: [{ fact: here }, { fact: harms, has: [burn, cut] }, { fact: harms, has: [cut] }]', ['idle any.2']],
    ['a part of a bar', 'bar: { any: [{ not: { fact: here } }, { all: [{ not: { fact: here } }, { fact: agrees }] }] }', ['idle bar.any.1']],
    ['the same twice', 'any: [{ fact: here }, { fact: here }]', ['idle any.0', 'idle any.1']],
    [
      'one of three of which two are enough, when two are the same',
      'at-least: { count: 2, of: [{ fact: here }, { fact: here }, { fact: agrees }] }',
      ['idle at-least.of.2'],
    ],
  ])('%s', (_, form, found) => {
    expect(codes(foundIn(form))).toEqual(found)
  })
})

test('a mistake of some days is told once, with the first of them', () => {
  const form = 'any:\n  - { fact: here }\n  - { from: 2004-01-01, all: [{ fact: here }, { fact: agrees }] }\n  - { from: 2010-01-01, fact: paid }'
  expect(foundIn(form).map(({ message }) => message)).toEqual(['can never matter for `present` on 2004-01-01: without it every case comes to the same'])
})

test('a rule whose diagrams outgrow the budget is told, with the day and the budget, and all others are looked at', () => {
  const form = 'any:\n  - { fact: here }\n  - { all: [{ fact: work, is: farm }, { fact: agrees }] }\n  - { all: [{ fact: here }, { fact: secret }] }'
  expect(foundIn(form, '', {}, 6).map(problemText)).toEqual([
    'options/aid/option.yaml:8:3 at criteria\n`aid` needs more than 6 diagram nodes on 2000-01-01, so what it depends on cannot be told\n' +
      '  split it into options, or test fewer members of one fact together',
  ])
})
