import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Test } from '../../src/logic/expression.ts'
import { programBuilder } from '../../src/logic/expression.ts'
import type { Knowledge } from '../../src/logic/knowledge.ts'
import type { Openness, Status } from '../../src/logic/truth.ts'
import { isOpen } from '../../src/logic/truth.ts'

/** A rule as a tree, in the fewest words. It is evaluated here once more, from whole values only, by the meaning of each form. */
type Rule = { test: Test } | { await: string } | { not: Rule } | { all: Rule[] } | { any: Rule[] } | { count: number; of: Rule[] }

/** A thing that can turn out one way or another: a fact, one member of a list, or what a public body still does. */
interface Variable {
  readonly name: string
  readonly openness: Openness
  readonly values: readonly (string | number | boolean)[]
}
type Completion = ReadonlyMap<string, string | number | boolean>
type Answers = Readonly<Record<string, Knowledge>>

// ---- a small vocabulary: one fact of each kind and class

const MEMBERS = { choice: ['a', 'b', 'c'], list: ['x', 'y', 'z'], act: ['not-asked', 'asked', 'done'] } as const
const OPENNESS: Record<string, Openness> = {
  first: 'unknown',
  second: 'unknown',
  weighed: 'judgment',
  decided: 'agency',
  choice: 'unknown',
  list: 'unknown',
  act: 'unknown',
  number: 'unknown',
  day: 'unknown',
  other: 'unknown',
}
const YES_NO = ['first', 'second', 'weighed', 'decided'] as const
const LARGEST = 4

const openness = (fact: string): Openness => OPENNESS[fact] ?? 'unknown'
const subset = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: 1 })

const aTest: fc.Arbitrary<Test> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...YES_NO).map((fact): Test => ({ fact, openness: openness(fact), kind: 'is', members: ['true'] })) },
  subset(MEMBERS.choice).map((members): Test => ({ fact: 'choice', openness: 'unknown', kind: 'is', members })),
  subset(MEMBERS.act).map((members): Test => ({ fact: 'act', openness: 'unknown', kind: 'is', members })),
  { weight: 2, arbitrary: subset(MEMBERS.list).map((members): Test => ({ fact: 'list', openness: 'unknown', kind: 'has', members })) },
  { weight: 2, arbitrary: fc.nat(LARGEST + 1).map((limit): Test => ({ fact: 'number', openness: 'unknown', kind: 'under', limit })) },
  fc.nat(LARGEST + 1).map((day): Test => ({ fact: 'day', openness: 'unknown', kind: 'before', bound: { day } })),
  fc.nat(2).map((days): Test => ({ fact: 'day', openness: 'unknown', kind: 'before', bound: { dayOf: 'other', shift: { days } } })),
)

const aRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; leaf: Rule }>((tie) => ({
  leaf: fc.oneof(
    { weight: 8, arbitrary: aTest.map((one): Rule => ({ test: one })) },
    { weight: 1, arbitrary: fc.constantFrom('office', 'court').map((who): Rule => ({ await: who })) },
  ),
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    tie('rule').map((rule): Rule => ({ not: rule })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all): Rule => ({ all })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any): Rule => ({ any })),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('rule'), { minLength: 2, maxLength: 3 })).map(([count, of]): Rule => ({ count, of })),
  ),
})).rule

const aSpan: fc.Arbitrary<Knowledge> = fc
  .tuple(fc.nat(LARGEST), fc.nat(LARGEST))
  .map(([a, b]): Knowledge => ({ kind: 'span', span: { lo: Math.min(a, b), hi: Math.max(a, b) + 1 } }))
const oneOf = (members: readonly string[]): fc.Arbitrary<Knowledge> =>
  subset(members).map((possible): Knowledge => ({ kind: 'one', possible: new Set(possible) }))
const ticks: fc.Arbitrary<Knowledge> = fc.tuple(...MEMBERS.list.map(() => fc.constantFrom('yes', 'no', 'open'))).map((told): Knowledge => {
  const having = (word: string): Set<string> => new Set(MEMBERS.list.filter((_, index) => told[index] === word))
  return { kind: 'many', yes: having('yes'), no: having('no') }
})

const someAnswers: fc.Arbitrary<Answers> = fc.record({
  ...Object.fromEntries(YES_NO.map((fact) => [fact, oneOf(['true', 'false'])])),
  choice: oneOf(MEMBERS.choice),
  act: subset(MEMBERS.act).map((possible): Knowledge => ({ kind: 'act', possible: new Set(possible), on: { lo: -Infinity, hi: Infinity } })),
  list: ticks,
  number: aSpan,
  day: aSpan,
  other: aSpan,
})

// ---- the rule, as the program evaluates it

const treeStatus = (rule: Rule, answers: Answers): Status => {
  const builder = programBuilder()
  const add = (inner: Rule): number => {
    if ('test' in inner) return builder.step({ op: 'test', test: builder.test(inner.test) })
    if ('await' in inner) return builder.step({ op: 'await', key: inner.await })
    if ('not' in inner) return builder.step({ op: 'not', of: add(inner.not) })
    if ('all' in inner) return builder.step({ op: 'all', of: inner.all.map(add) })
    if ('any' in inner) return builder.step({ op: 'any', of: inner.any.map(add) })
    return builder.step({ op: 'at-least', count: inner.count, of: inner.of.map(add) })
  }
  const root = add(rule)
  const known = (fact: string): Knowledge => {
    const knowledge = answers[fact]
    if (!knowledge) throw new Error(`nothing is known of ${fact}`)
    return knowledge
  }
  return evaluate(builder.program, known)[root] ?? 'unknown'
}

// ---- the rule, by its meaning: every completion of the answers (semantics.md, sections 5 and 6)

const holds = (rule: Rule, whole: Completion): boolean => {
  if ('await' in rule) return whole.get(rule.await) === true
  if ('not' in rule) return !holds(rule.not, whole)
  if ('all' in rule) return rule.all.every((inner) => holds(inner, whole))
  if ('any' in rule) return rule.any.some((inner) => holds(inner, whole))
  if ('of' in rule) return rule.of.filter((inner) => holds(inner, whole)).length >= rule.count
  const { test } = rule
  const value = whole.get(test.fact)
  if (test.kind === 'is') return test.members.includes(String(value))
  if (test.kind === 'has') return test.members.some((member) => whole.get(`${test.fact} ${member}`) === true)
  if (test.kind === 'under') return Number(value) < test.limit
  const limit = 'day' in test.bound ? test.bound.day : Number(whole.get(test.bound.dayOf)) + (test.bound.shift.days ?? 0)
  return Number(value) < limit
}

const factsIn = (rule: Rule): string[] => {
  if ('test' in rule) return [rule.test.fact, ...(rule.test.kind === 'before' && 'dayOf' in rule.test.bound ? [rule.test.bound.dayOf] : [])]
  if ('await' in rule) return [rule.await]
  return ('not' in rule ? [rule.not] : 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of).flatMap(factsIn)
}

const variablesOf = (rule: Rule, answers: Answers): Variable[] =>
  [...new Set(factsIn(rule))].flatMap((name): Variable[] => {
    const knowledge = answers[name]
    if (!knowledge) return [{ name, openness: 'agency', values: [true, false] }]
    if (knowledge.kind === 'one' || knowledge.kind === 'act') return [{ name, openness: openness(name), values: [...knowledge.possible] }]
    if (knowledge.kind === 'span')
      return [
        { name, openness: openness(name), values: Array.from({ length: knowledge.span.hi - knowledge.span.lo }, (_, index) => knowledge.span.lo + index) },
      ]
    return MEMBERS.list.map((member) => ({
      name: `${name} ${member}`,
      openness: openness(name),
      values: knowledge.yes.has(member) ? [true] : knowledge.no.has(member) ? [false] : [true, false],
    }))
  })

const sizeOf = (variables: readonly Variable[]): number => variables.reduce((size, { values }) => size * values.length, 1)

const RANK: Record<Openness, number> = { agency: 0, judgment: 1, unknown: 2 }
const rank = (status: Status): number => (isOpen(status) ? RANK[status] : -1)

/** All true: met. All false: not met. Else the highest class among the variables on which the result really depends. */
const exactStatus = (rule: Rule, variables: readonly Variable[]): Status => {
  const results: boolean[] = []
  const completion = new Map<string, string | number | boolean>()
  const fill = (index: number): void => {
    const variable = variables[index]
    if (!variable) {
      results.push(holds(rule, completion))
      return
    }
    for (const value of variable.values) {
      completion.set(variable.name, value)
      fill(index + 1)
    }
  }
  fill(0)
  if (results.every((result) => result)) return 'met'
  if (results.every((result) => !result)) return 'not-met'
  let status: Openness = 'agency'
  let stride = results.length
  for (const { values, openness: own } of variables) {
    const block = stride
    stride /= values.length
    const matters = results.some((result, index) => index % block >= stride && results[index - stride] !== result)
    if (matters && RANK[own] > RANK[status]) status = own
  }
  return status
}

const RUNS = { numRuns: 2500, seed: 20_001_028 }

test('a settled status by the tree is the exact one, and a class by the tree is never lower than the exact one, in 2,500 small rules', () => {
  let settled = 0
  let open = 0
  fc.assert(
    fc.property(aRule, someAnswers, (rule, answers) => {
      const variables = variablesOf(rule, answers)
      fc.pre(sizeOf(variables) <= 4096)
      const tree = treeStatus(rule, answers)
      const exact = exactStatus(rule, variables)
      if (isOpen(tree)) {
        open += 1
        expect(rank(tree)).toBeGreaterThanOrEqual(rank(exact))
      } else {
        settled += 1
        expect(tree).toBe(exact)
      }
    }),
    RUNS,
  )
  expect(Math.min(settled, open)).toBeGreaterThan(500)
})

const whole = (knowledge: Knowledge): Knowledge => {
  if (knowledge.kind === 'span') return { kind: 'span', span: { lo: knowledge.span.lo, hi: knowledge.span.lo + 1 } }
  if (knowledge.kind === 'many') return { kind: 'many', yes: knowledge.yes, no: new Set(MEMBERS.list.filter((member) => !knowledge.yes.has(member))) }
  return { ...knowledge, possible: new Set([...knowledge.possible].slice(-1)) }
}

test('one more consistent answer never turns a settled status around and never raises a class, in 2,500 small rules', () => {
  fc.assert(
    fc.property(aRule, someAnswers, (rule, answers) => {
      const before = treeStatus(rule, answers)
      for (const fact of new Set(factsIn(rule))) {
        const knowledge = answers[fact]
        if (!knowledge) continue
        const after = treeStatus(rule, { ...answers, [fact]: whole(knowledge) })
        if (isOpen(before)) expect(rank(after)).toBeLessThanOrEqual(rank(before))
        else expect(after).toBe(before)
      }
    }),
    RUNS,
  )
})

test('when every fact is known and nothing waits for a public body, the tree is settled as the rule says, in 2,500 small rules', () => {
  fc.assert(
    fc.property(aRule, someAnswers, (rule, answers) => {
      fc.pre(!factsIn(rule).some((name) => name === 'office' || name === 'court'))
      const known = Object.fromEntries(Object.entries(answers).map(([fact, knowledge]) => [fact, whole(knowledge)]))
      const [completion] = [new Map(variablesOf(rule, known).map(({ name, values }) => [name, values[0] ?? false]))]
      expect(treeStatus(rule, known)).toBe(holds(rule, completion) ? 'met' : 'not-met')
    }),
    RUNS,
  )
})
