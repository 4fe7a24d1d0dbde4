import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf, isBetter } from '../../src/assessment/outcome.ts'
import type { Found } from '../../src/assessment/redline.ts'
import { differenceOf } from '../../src/assessment/redline.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay, isInForce } from '../../src/rulebook/span.ts'
import type { Subject } from '../../src/rulebook/subject.ts'
import { subjectsNamed } from '../../src/rulebook/subject.ts'
import { factsBelow, nodesOf } from '../../src/rulebook/tree.ts'
import { realRulebook, rulebookOf, smallRulebook } from '../support/rules.ts'

const FROM = checkedDay('2005-06-15')
const TO = checkedDay('2020-06-15')

const subject = (id: string, rulebook: Rulebook): Subject => {
  const [found] = subjectsNamed(id, rulebook)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const difference = (rulebook: Rulebook, id = 'aid', budget?: number): ReturnType<typeof differenceOf> =>
  differenceOf(rulebook, subject(id, rulebook), FROM, TO, budget)

const told = (found: Found): unknown => (found.who === 'nobody' ? 'nobody' : found.example && [found.example.before, found.example.after, found.example.facts])

describe('who is treated differently, with the simplest example', () => {
  const DATED = 'until: 2010-01-01'
  const SINCE = 'from: 2010-01-01'
  test.each<[string, string, unknown, unknown]>([
    ['nothing changes', 'fact: here', 'nobody', 'nobody'],
    [
      'an age limit rises',
      `any: [{ ${DATED}, fact: age, under: 15 }, { ${SINCE}, fact: age, under: 18 }]`,
      ['not-met', 'met', { age: { 'at-least': 15, under: 18 } }],
      'nobody',
    ],
    ['a condition falls away', `all: [{ fact: here }, { ${DATED}, fact: paid }]`, ['not-met', 'met', { here: true, work: 'none' }], 'nobody'],
    ['a condition is new', `all: [{ fact: here }, { ${SINCE}, fact: grave }]`, 'nobody', ['met', 'not-met', { here: true, grave: false }]],
    [
      'one thing is asked in place of another',
      `any: [{ ${DATED}, fact: work, is: farm }, { ${SINCE}, fact: work, is: shop }]`,
      ['not-met', 'met', { work: 'shop' }],
      ['met', 'not-met', { work: 'farm' }],
    ],
    [
      'a step of an office falls away: it is no longer waited for',
      `all: [{ fact: here }, { ${DATED}, await: { who: court, what: say so } }]`,
      ['agency', 'met', { here: true }],
      'nobody',
    ],
    ['a step of an office is new', `all: [{ fact: here }, { ${SINCE}, await: { who: court, what: say so } }]`, 'nobody', ['met', 'agency', { here: true }]],
    [
      'a rule for filings from a later day: who asks on the later day is under it',
      'any: [{ fact: here }, { fact: filed, on-or-after: 2010-01-01 }]',
      ['not-met', 'met', { here: false }],
      'nobody',
    ],
    [
      'a rule for what began before a day helps, and nothing in an example lies after the earlier day',
      `all: [{ ${SINCE}, fact: began, before: 2015-01-01 }, { ${DATED}, fact: began, before: 2000-01-01 }]`,
      ['not-met', 'met', { began: '2000-01-01/2005-06-15' }],
      'nobody',
    ],
    ['how two dates lie is the same on both days', 'fact: filed\nbefore: { day-of: began, plus-years: 1 }', 'nobody', 'nobody'],
    ['the same is asked in other words', `any: [{ ${DATED}, fact: here }, { ${SINCE}, not: { not: { fact: here } } }]`, 'nobody', 'nobody'],
  ])('%s', (_, form, helped, hurt) => {
    const found = difference(rulebookOf(form))
    expect(found.kind === 'compared' && [told(found.helped), told(found.hurt)]).toEqual([helped, hurt])
  })

  test('an option that is not law yet helps nobody; later it helps whom it is for', () => {
    const rulebook = rulebookOf('fact: here')
    const [early] = [differenceOf(rulebook, subject('aid', rulebook), checkedDay('1999-01-01'), TO)]
    expect(early.kind === 'compared' && [told(early.helped), told(early.hurt)]).toEqual([[undefined, 'met', { here: true }], 'nobody'])
  })

  test('who tells a fact that does not apply on the earlier day is somebody, of whom no example can be confirmed', () => {
    const rulebook = rulebookOf('fact: paid')
    const sinceThen: Node = { any: [{ fact: 'here' }, { from: '2010-01-01', not: { fact: 'here' } }] }
    const dated = { ...rulebook, facts: rulebook.facts.map((fact) => (fact.id === 'paid' ? { ...fact, 'only-if': sinceThen } : fact)) }
    expect(difference(dated)).toEqual({ kind: 'compared', helped: { who: 'somebody' }, hurt: { who: 'nobody' } })
  })

  test('a criterion that is law on one day has nothing to be held against', () => {
    const part = (id: string, more: string): string =>
      `{ id: ${id}, title: ${id}, ${more}, text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, fact: here }`
    const rulebook = rulebookOf(`any: [${part('old', 'until: 2010-01-01')}, ${part('older', 'until: 2001-01-01')}, ${part('always', 'from: 1995-01-01')}]`)
    expect([difference(rulebook, 'aid/old'), difference(rulebook, 'aid/older'), difference(rulebook, 'always').kind]).toEqual([
      { kind: 'law-on-one-day', day: FROM },
      { kind: 'law-on-neither-day' },
      'compared',
    ])
  })

  test('a rule that is too large is said to be', () => {
    expect(difference(rulebookOf('all: [{ fact: here }, { fact: grave }, { fact: harms, has: any }]'), 'aid', 2)).toEqual({ kind: 'too-large' })
  })

  test('what makes the difference is the innermost criterion that turned', () => {
    const found = differenceOf(realRulebook(), subject('t-status/cooperation', realRulebook()), checkedDay('2003-12-18'), checkedDay('2003-12-19'))
    expect(found.kind === 'compared' && found.helped.who === 'somebody' && found.helped.example?.turns).toEqual([
      { id: 'coop-age-exempt', title: 'Need not have helped because of age', before: 'not-met', after: 'met' },
    ])
  })
})

// ---- random dated rules against every case

const base = smallRulebook()
const withRule = (criteria: Node): Rulebook => ({ ...base, options: base.options.map((option) => ({ ...option, criteria, parts: [] })) })

const WORK = ['farm', 'shop', 'none']
const HARMS = ['burn', 'cut', 'other']
const AGES = [14, 16, 20]

const window = fc.constantFrom({}, {}, { until: '2010-01-01' }, { from: '2010-01-01' })
const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: 1 })
const leaf: fc.Arbitrary<Node> = fc
  .tuple(
    window,
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('here', 'grave', 'agrees', 'paid').map((fact): Node => ({ fact })) },
      some(WORK).map((members): Node => ({ fact: 'work', 'one-of': members })),
      some(HARMS).map((members): Node => ({ fact: 'harms', has: members })),
      fc.constantFrom(15, 18).map((under): Node => ({ fact: 'age', under })),
      fc.constantFrom(15, 18).map((limit): Node => ({ fact: 'age-then', 'at-least': limit })),
      fc.constantFrom<Node>({ fact: 'filed', before: '2012-01-01' }, { await: { who: 'court', what: 'say so' } }),
    ),
  )
  .map(([dated, node]): Node => ({ ...dated, ...node }))

const rule: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('node').map((not): Node => ({ not })),
    fc.tuple(window, fc.array(tie('node'), { minLength: 1, maxLength: 3 })).map(([dated, all]): Node => ({ ...dated, all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Node => ({ any })),
  ),
})).node

type Whole = Readonly<Record<string, unknown>>

/** Is a rule so for a whole case on a day? Undefined where it is absent. */
const holds = (node: Node, whole: Whole, court: boolean, day: number): boolean | undefined => {
  if (!isInForce(node, day)) return undefined
  const each = (nodes: readonly Node[]): boolean[] => nodes.map((inner) => holds(inner, whole, court, day)).filter((one) => one !== undefined)
  if ('all' in node) return each(node.all).length === 0 ? undefined : each(node.all).every(Boolean)
  if ('any' in node) return each(node.any).length === 0 ? undefined : each(node.any).some(Boolean)
  if ('not' in node) {
    const [inner] = each([node.not])
    return inner === undefined ? undefined : !inner
  }
  if ('await' in node) return court
  if (!('fact' in node)) throw new Error('no such form here')
  const value = whole[node.fact]
  if ('one-of' in node) return node['one-of'].includes(String(value))
  if ('has' in node) return (value as string[]).some((member) => node.has.includes(member))
  if ('under' in node) return Number(value) < Number(node.under)
  if ('at-least' in node) return Number(value) >= Number(node['at-least'])
  if ('before' in node && typeof node.before === 'string') return day < checkedDay(node.before)
  return value === true
}

/** Every whole case of the facts a rule reads, and of those they hang on. */
const wholeCases = (read: readonly string[]): Whole[] => {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    here: [true, false],
    grave: [true, false],
    agrees: [true, false],
    paid: [true, false],
    work: WORK,
    harms: HARMS.reduce<string[][]>((sets, member) => [...sets, ...sets.map((set) => [...set, member])], [[]]),
    age: AGES,
    'age-then': AGES,
  }
  return read
    .reduce<Whole[]>((cases, fact) => cases.flatMap((one) => (values[fact] ?? []).map((value) => ({ ...one, [fact]: value }))), [{}])
    .filter((one) => !(one['paid'] === true && one['work'] === 'none') && !(Number(one['age-then']) > Number(one['age'])))
}

/** 0 not met, 3 met, 2 where it hangs on the court. */
const rank = (node: Node, whole: Whole, day: number): number => {
  const [yes, no] = [holds(node, whole, true, day), holds(node, whole, false, day)]
  return yes === true && no === true ? 3 : yes !== true && no !== true ? 0 : 2
}

interface Ranked {
  readonly whole: Whole
  readonly worse: number
  readonly better: number
}

/** The fewest facts of a case that is surely so treated. */
const fewest = (ranked: readonly Ranked[], read: readonly string[], isSo: (one: Ranked) => boolean): number => {
  const sets = read.reduce<string[][]>((all, fact) => [...all, ...all.map((set) => [...set, fact])], [[]]).toSorted((a, b) => a.length - b.length)
  const found = sets.find((set) => {
    const surely = new Map<string, boolean>()
    for (const one of ranked) {
      const key = JSON.stringify(set.map((fact) => one.whole[fact]))
      surely.set(key, isSo(one) && surely.get(key) !== false)
    }
    return [...surely.values()].includes(true)
  })
  return found?.length ?? Infinity
}

const LEVELS: readonly ((one: Ranked) => boolean)[] = [
  ({ worse, better }) => worse === 0 && better === 3,
  ({ worse, better }) => worse === 0 && better > 0,
  ({ worse, better }) => worse < 3 && better === 3,
]

const readBy = (node: Node): string[] => [
  ...new Set(
    factsBelow(node).flatMap((fact) =>
      fact === 'paid' ? ['work', 'paid'] : fact === 'age' || fact === 'age-then' ? ['age', 'age-then'] : fact === 'filed' ? [] : [fact],
    ),
  ),
]

test('somebody is helped, or hurt, by 600 small dated rules if and only if some case is, and the example has the fewest facts there can be', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(rule, (node) => {
      const read = readBy(node)
      const cases = wholeCases(read)
      fc.pre(cases.length <= 2000)
      const found = difference(withRule(node))
      if (found.kind !== 'compared') {
        expect([found.kind, [...nodesOf(node)].length > 0]).toEqual(['law-on-neither-day', true])
        return
      }
      for (const [way, one, worseDay, betterDay] of [
        ['helped', found.helped, FROM, TO],
        ['hurt', found.hurt, TO, FROM],
      ] as const) {
        const ranked = cases.map((whole) => ({ whole, worse: rank(node, whole, worseDay), better: rank(node, whole, betterDay) }))
        const level = LEVELS.find((isSo) => ranked.some(isSo))
        expect([way, one.who]).toEqual([way, level ? 'somebody' : 'nobody'])
        if (!level || one.who === 'nobody') continue
        const { before, after, facts, fewest: isFewest } = one.example ?? {}
        const [worse, better] = way === 'helped' ? [before, after] : [after, before]
        expect(isBetter(outcomeOf(better), outcomeOf(worse))).toBe(true)
        // whoever tells of a fact that may not apply tells something of its condition too: there the page counts more facts
        if (read.includes('paid')) continue
        expect([isFewest, Object.keys(facts ?? {}).length]).toEqual([true, fewest(ranked, read, level)])
        met.add(`${way} ${String(LEVELS.indexOf(level))}`)
      }
    }),
    { numRuns: 600, seed: 20_031_219 },
  )
  expect([...met].toSorted()).toEqual(['helped 0', 'helped 1', 'helped 2', 'hurt 0', 'hurt 1', 'hurt 2'])
})
