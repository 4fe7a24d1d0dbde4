import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OptionShown } from '../../src/assessment/determination.ts'
import type { Outcome } from '../../src/assessment/outcome.ts'
import { isBetter } from '../../src/assessment/outcome.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { factsBelow, nodesOf } from '../../src/rulebook/tree.ts'
import { firstOption, rulebookOf, smallRulebook } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

describe('an outcome is exact: it hangs only on what can still change it (semantics.md, sections 5 and 6)', () => {
  test.each<[string, string, Facts, Outcome, string[], string[]]>([
    ['either way it is met', 'any: [{ fact: here }, { not: { fact: here } }]', {}, 'may-qualify', [], []],
    ['neither way it is met', 'all: [{ fact: here }, { not: { fact: here } }]', {}, 'appears-not-to-qualify', [], []],
    ['the limits of an age overlap', 'any: [{ fact: age, under: 18 }, { fact: age, at-least: 15 }]', {}, 'may-qualify', [], []],
    ['under 15 is under 18', 'all: [{ fact: age, under: 15 }, { fact: age, at-least: 18 }]', {}, 'appears-not-to-qualify', [], []],
    ['a choice has one value', 'all: [{ fact: work, is: farm }, { fact: work, is: shop }]', {}, 'appears-not-to-qualify', [], []],
    [
      'one of the two that are left',
      'any: [{ fact: work, is: farm }, { fact: work, is: shop }]',
      { work: { 'one-of': ['farm', 'shop'] } },
      'may-qualify',
      [],
      [],
    ],
    ['older then than now is nobody', 'all: [{ fact: age, under: 18 }, { fact: age-then, at-least: 18 }]', {}, 'appears-not-to-qualify', [], []],
    ['paid without work is nobody', 'all: [{ fact: work, is: none }, { fact: paid }]', {}, 'appears-not-to-qualify', [], []],
    [
      'two texts on either side of a day',
      'any: [{ fact: filed, before: 2010-01-01 }, { fact: filed, on-or-after: 2010-01-01 }]',
      { filed: 'unknown' },
      'may-qualify',
      [],
      [],
    ],
    [
      'whatever the fact, only the assessment matters',
      'any: [{ all: [{ fact: here }, { fact: grave }] }, { all: [{ not: { fact: here } }, { fact: grave }] }]',
      {},
      'depends-on-others',
      [],
      ['grave'],
    ],
    [
      'whatever the assessment, only the fact matters',
      'any: [{ all: [{ fact: here }, { fact: grave }] }, { all: [{ fact: here }, { not: { fact: grave } }] }]',
      {},
      'cannot-tell-yet',
      ['here'],
      [],
    ],
    ['an act is done, or still to be asked for', 'any: [{ fact: paper, is: done }, { not: { fact: paper, is: done } }]', {}, 'may-qualify', [], []],
  ])('%s', (_, form, facts, outcome, missing, awaited) => {
    const option = firstOption(rulebookOf(form), facts)
    expect([option.outcome, option.missing, option.awaits.map(({ fact }) => fact)]).toEqual([outcome, missing, awaited])
  })

  test('the exact status of a criterion can be settled where none of its parts is', () => {
    const part = (id: string, form: string): string =>
      `{ id: ${id}, title: ${id}, text: T., decided-by: facts, cite: [{ source: act, at: "2" }], tag: V, ${form} }`
    const rulebook = rulebookOf(`any: [${part('young', 'fact: age, under: 18')}, ${part('old', 'fact: age, at-least: 15')}]`)
    const [root] = firstOption(rulebook, {}).criteria
    expect([root?.status, root?.missing, root?.criteria.map(({ status, moot }) => [status, moot])]).toEqual([
      'met',
      [],
      [
        ['unknown', true],
        ['unknown', true],
      ],
    ])
  })
})

// ---- random rules against every completion

const base = smallRulebook()
const withRule = (criteria: Node): Rulebook => ({ ...base, options: base.options.map((option) => ({ ...option, criteria, parts: [] })) })

const MEMBERS = { work: ['farm', 'shop', 'none'], harms: ['burn', 'cut', 'other'], paper: ['not-asked', 'asked', 'done', 'refused', 'withdrawn'] } as const
const AGES = [14, 15, 16, 17, 18, 20, 21, 30]
const LIMITS = [15, 18, 21]
const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: 1 })
const yesNo = ['here', 'paid', 'grave', 'agrees', 'secret'] as const

const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...yesNo).map((fact): Node => ({ fact })) },
  { weight: 2, arbitrary: some(MEMBERS.work).map((members): Node => ({ fact: 'work', 'one-of': members })) },
  { weight: 2, arbitrary: some(MEMBERS.harms).map((members): Node => ({ fact: 'harms', has: members })) },
  some(MEMBERS.harms).map((members): Node => ({ fact: 'harms', 'has-other-than': members })),
  { weight: 2, arbitrary: fc.constantFrom(...LIMITS).map((under): Node => ({ fact: 'age', under })) },
  { weight: 2, arbitrary: fc.constantFrom(...LIMITS).map((limit): Node => ({ fact: 'age-then', 'at-least': limit })) },
  some(MEMBERS.paper).map((members): Node => ({ fact: 'paper', 'one-of': members })),
  fc.boolean().map((again): Node => (again ? { act: 'paper', again: true } : { act: 'paper' })),
  fc.constant<Node>({ await: { who: 'court', what: 'say so' } }),
)

const rule: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('node').map((not): Node => ({ not })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Node => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Node => ({ any })),
    fc.tuple(fc.integer({ min: 1, max: 2 }), fc.array(tie('node'), { minLength: 2, maxLength: 3 })).map(([count, of]): Node => ({ 'at-least': { count, of } })),
  ),
})).node

const left = fc.constant(undefined)
const answers: fc.Arbitrary<Facts> = fc
  .record({
    ...Object.fromEntries(yesNo.map((fact) => [fact, fc.oneof(left, fc.boolean())])),
    work: fc.oneof(
      left,
      some(MEMBERS.work).map((members) => ({ 'one-of': members })),
    ),
    harms: fc.oneof(
      left,
      fc
        .tuple(...MEMBERS.harms.map(() => fc.constantFrom('yes', 'no', 'open')))
        .map((told) => ({ yes: MEMBERS.harms.filter((_, i) => told[i] === 'yes'), no: MEMBERS.harms.filter((_, i) => told[i] === 'no') })),
    ),
    age: fc.oneof(left, fc.constantFrom(14, 16, 18, 30, { under: 18 }, { 'at-least': 16 }, { 'at-least': 15, under: 21 })),
    'age-then': fc.oneof(left, fc.constantFrom(14, { under: 18 }, { 'at-least': 16 })),
    paper: fc.oneof(
      left,
      some(MEMBERS.paper).map((members) => ({ 'one-of': members })),
    ),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))

/** Something that can turn out one way or another, with the values that the answers leave it. */
interface Variable {
  readonly name: string
  readonly fact: string
  readonly openness: 'unknown' | 'judgment' | 'agency'
  readonly values: readonly (string | number | boolean)[]
}
type Completion = Readonly<Record<string, string | number | boolean>>

const CLASS: Readonly<Record<string, Variable['openness']>> = { grave: 'judgment', secret: 'judgment', agrees: 'agency' }

const agesLeft = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  const { 'at-least': from = 0, under = 121 } = (value ?? {}) as { 'at-least'?: number; under?: number }
  return AGES.filter((age) => age >= from && age < under)
}

const variablesOf = (node: Node, facts: Facts): Variable[] => {
  // a fact that another is bound by belongs to the completion too
  const read = new Set(
    factsBelow(node).flatMap((fact) => (fact === 'paid' ? ['work', 'paid'] : fact === 'age' || fact === 'age-then' ? ['age', 'age-then'] : [fact])),
  )
  const own = [...read].flatMap((fact): Variable[] => {
    const value = facts[fact]
    const variable = { name: fact, fact, openness: CLASS[fact] ?? ('unknown' as const) }
    if (fact === 'age' || fact === 'age-then') return [{ ...variable, values: agesLeft(value) }]
    if (fact === 'harms') {
      const { yes, no } = (value ?? { yes: [], no: [] }) as { yes: string[]; no: string[] }
      return MEMBERS.harms.map((member) => ({
        ...variable,
        name: `harms ${member}`,
        values: yes.includes(member) ? [true] : no.includes(member) ? [false] : [true, false],
      }))
    }
    if (fact === 'work' || fact === 'paper') return [{ ...variable, values: (value as { 'one-of': string[] } | undefined)?.['one-of'] ?? MEMBERS[fact] }]
    return [{ ...variable, values: value === undefined ? [true, false] : [value === true] }]
  })
  const awaited = [...nodesOf(node)].flatMap((inner) => ('act' in inner ? ['paper'] : 'await' in inner ? ['court'] : []))
  return [
    ...own,
    ...[...new Set(awaited)].map((who): Variable => ({
      name: `await ${who}`,
      fact: who === 'paper' ? 'paper' : 'say so',
      openness: 'agency',
      values: [true, false],
    })),
  ]
}

const works = (whole: Completion): boolean => whole['work'] === 'farm' || whole['work'] === 'shop'

const isAllowed = (whole: Completion): boolean => !(whole['paid'] === true && !works(whole)) && !(Number(whole['age-then']) > Number(whole['age']))

const holds = (node: Node, whole: Completion): boolean => {
  if ('all' in node) return node.all.every((inner) => holds(inner, whole))
  if ('any' in node) return node.any.some((inner) => holds(inner, whole))
  if ('not' in node) return !holds(node.not, whole)
  if ('await' in node) return whole['await court'] === true
  if ('act' in node) {
    const open = node.again === true ? ['not-asked', 'asked', 'refused', 'withdrawn'] : ['not-asked', 'asked']
    return whole['paper'] === 'done' || (open.includes(String(whole['paper'])) && whole['await paper'] === true)
  }
  if (!('fact' in node)) return 'at-least' in node && node['at-least'].of.filter((inner) => holds(inner, whole)).length >= node['at-least'].count
  const value = whole[node.fact]
  if ('one-of' in node) return node['one-of'].includes(String(value))
  if ('has' in node) return node.has !== 'any' && node.has.some((member) => whole[`harms ${member}`] === true)
  if ('has-other-than' in node) return MEMBERS.harms.some((member) => !node['has-other-than'].includes(member) && whole[`harms ${member}`] === true)
  if ('under' in node) return Number(value) < Number(node.under)
  if ('at-least' in node) return Number(value) >= Number(node['at-least'])
  return value === true
}

interface Truth {
  readonly outcome: Outcome
  readonly missing: readonly string[]
  readonly awaited: readonly string[]
}

/** The outcome, and what it really hangs on, from every completion; undefined where the answers contradict each other. */
const truth = (node: Node, variables: readonly Variable[]): Truth | undefined => {
  const results = new Map<string, boolean>()
  const whole: Record<string, string | number | boolean> = {}
  const keyOf = (): string => variables.map(({ name }) => String(whole[name])).join('|')
  const each = (index: number, visit: () => void): void => {
    const variable = variables[index]
    if (!variable) {
      if (isAllowed(whole)) visit()
      return
    }
    for (const value of variable.values) {
      whole[variable.name] = value
      each(index + 1, visit)
    }
  }
  each(0, () => results.set(keyOf(), holds(node, whole)))
  if (results.size === 0) return undefined
  const values = new Set(results.values())
  if (values.size === 1) return { outcome: values.has(true) ? 'may-qualify' : 'appears-not-to-qualify', missing: [], awaited: [] }
  const support = variables.filter(({ name, values: own }) => {
    const others: boolean[] = []
    each(0, () => {
      const result = results.get(keyOf())
      const was = whole[name] ?? false
      for (const value of own) {
        whole[name] = value
        const other = isAllowed(whole) ? results.get(keyOf()) : undefined
        if (other !== undefined) others.push(other !== result)
      }
      whole[name] = was
    })
    return others.includes(true)
  })
  const of = (wanted: (variable: Variable) => boolean): string[] => [...new Set(support.filter(wanted).map(({ fact }) => fact))].toSorted()
  const missing = of(({ openness }) => openness === 'unknown')
  return { outcome: missing.length > 0 ? 'cannot-tell-yet' : 'depends-on-others', missing, awaited: of(({ openness }) => openness !== 'unknown') }
}

const sizeOf = (variables: readonly Variable[]): number => variables.reduce((size, { values }) => size * values.length, 1)
const RUNS = { numRuns: 600, seed: 20_001_028 }

const shown = (option: OptionShown): Truth => ({
  outcome: option.outcome,
  missing: option.missing.toSorted(),
  awaited: [...new Set(option.awaits.map(({ fact, what }) => fact ?? what))].toSorted(),
})

/** Answers of one case that can all be so: a gated fact is told only of those it applies to, and nobody was older then. */
const consistent = (facts: Facts): boolean => {
  const worked = (facts['work'] as { 'one-of': string[] } | undefined)?.['one-of'] ?? MEMBERS.work
  const ages = agesLeft(facts['age'])
  const then = agesLeft(facts['age-then'])
  return (facts['paid'] !== true || worked.some((where) => where !== 'none')) && Math.min(...then) <= Math.max(...ages)
}

test('the outcome of 600 small rules is what every completion of the answers says', () => {
  const met = new Set<Outcome>()
  fc.assert(
    fc.property(rule, answers, (node, facts) => {
      const variables = variablesOf(node, facts)
      fc.pre(consistent(facts) && sizeOf(variables) <= 4096)
      const expected = truth(node, variables)
      fc.pre(expected !== undefined)
      met.add(expected.outcome)
      expect(firstOption(withRule(node), facts).outcome).toBe(expected.outcome)
    }),
    RUNS,
  )
  expect([...met].toSorted()).toEqual(['appears-not-to-qualify', 'cannot-tell-yet', 'depends-on-others', 'may-qualify'])
})

test('what is missing and awaited in 600 small rules is what the outcome really hangs on', () => {
  fc.assert(
    fc.property(rule, answers, (node, facts) => {
      const variables = variablesOf(node, facts)
      // whether a fact that may not apply, or the fact that decides so, is named first is left open by the page
      fc.pre(consistent(facts) && !factsBelow(node).includes('paid') && sizeOf(variables) <= 4096)
      expect(shown(firstOption(withRule(node), facts))).toEqual(truth(node, variables))
    }),
    RUNS,
  )
})

const subsets = <T>(items: readonly T[]): T[][] => items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])

test('a settled outcome of 200 small rules rests on the fewest answers, and of those on the ones asked first', () => {
  const order = base.facts.map(({ id }) => id)
  fc.assert(
    fc.property(rule, answers, (node, facts) => {
      fc.pre(consistent(facts) && sizeOf(variablesOf(node, {})) <= 1024)
      const rulebook = withRule(node)
      const option = firstOption(rulebook, facts)
      fc.pre(option.outcome === 'may-qualify' || option.outcome === 'appears-not-to-qualify')
      const read = order.filter((fact) => Object.hasOwn(facts, fact) && variablesOf(node, facts).some((variable) => variable.fact === fact))
      const enough = subsets(read).filter((kept) => {
        const only = Object.fromEntries(kept.map((fact) => [fact, facts[fact]]))
        return truth(node, variablesOf(node, only))?.outcome === option.outcome
      })
      const fewest = Math.min(...enough.map(({ length }) => length))
      const ranks = (set: readonly string[]): string => set.map((fact) => String(order.indexOf(fact)).padStart(3, '0')).join(' ')
      const [first] = enough.filter(({ length }) => length === fewest).toSorted((a, b) => (ranks(a) < ranks(b) ? -1 : 1))
      expect(option['rests-on']).toEqual(first)
    }),
    { ...RUNS, numRuns: 200 },
  )
})

test('would-change of 200 small rules names every smallest set of assessments and acts that betters the outcome, and no other', () => {
  const steps: [string, unknown][] = [
    ['grave', true],
    ['grave', false],
    ['agrees', true],
    ['agrees', false],
    ['paper', 'done'],
  ]
  fc.assert(
    fc.property(rule, answers, (node, facts) => {
      fc.pre(consistent(facts) && sizeOf(variablesOf(node, facts)) <= 1024)
      const option = firstOption(withRule(node), facts)
      const outcomeWith = (set: readonly (readonly [string, unknown])[]): Outcome | undefined => {
        const changed = { ...facts, ...Object.fromEntries(set.map(([fact, to]) => [fact, fact === 'paper' ? { 'one-of': [to] } : to])) }
        return truth(node, variablesOf(node, changed))?.outcome
      }
      const betters = (set: readonly (readonly [string, unknown])[]): boolean => {
        const outcome = outcomeWith(set)
        return outcome !== undefined && isBetter(outcome, option.outcome)
      }
      const changes = subsets(steps).filter(
        (set) => set.length > 0 && new Set(set.map(([fact]) => fact)).size === set.length && set.every(([fact]) => factsBelow(node).includes(fact)),
      )
      const better = changes.filter(betters)
      const smallest = better.filter((set) => !better.some((other) => other.length < set.length && other.every((step) => set.includes(step))))
      const words = (sets: readonly (readonly (readonly [string, unknown])[])[]): string[] =>
        sets
          .map((set) =>
            set
              .map(([fact, to]) => `${fact} ${String(to)}`)
              .toSorted()
              .join(' and '),
          )
          .toSorted()
      expect(words(option['would-change'].map((set) => set.map(({ fact, to }) => [fact, to] as const)))).toEqual(words(smallest))
    }),
    { ...RUNS, numRuns: 200 },
  )
})
