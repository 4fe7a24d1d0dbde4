import fc from 'fast-check'
import type { Node } from '../../src/rulebook/criterion.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import type { Facts } from './random-cases.ts'
import { smallRulebook, textOf } from './rules.ts'

/** The small rulebook, with more facts that are tied to one another: by conditions, by bounds, by dates. */
const base = smallRulebook({ 'facts/ties.yaml': textOf('test/support/ties.yaml') })

/** The vocabulary of the small rules. */
export const smallFacts = base.facts

/** The day on which small rules are looked at. */
export const SMALL_DAY = checkedDay('2020-06-15')

/** The rulebook whose only option has one rule. */
export const withRule = (criteria: Node): Rulebook => ({ ...base, options: base.options.map((option) => ({ ...option, criteria, parts: [] })) })

const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: 1 })

const membersOf = (id: string): readonly string[] => {
  const fact = base.facts.find((one) => one.id === id)
  return fact && 'members' in fact ? fact.members : []
}

const YES_NO = ['here', 'paid', 'grave', 'agrees', 'secret', 'kin-near', 'kin-hurt', 'view', 'lost'] as const
const DATES = ['filed', 'born', 'began', 'ended'] as const
const DAYS = ['2001-01-01', '2005-07-01', '2015-03-01', '2018-05-05', '2020-06-15'] as const

const oneOf = (fact: string): fc.Arbitrary<Node> => some(membersOf(fact)).map((members): Node => ({ fact, 'one-of': members }))
const numberTest = (facts: readonly string[], limits: readonly number[]): fc.Arbitrary<Node> =>
  fc
    .tuple(fc.constantFrom(...facts), fc.constantFrom(...limits), fc.boolean())
    .map(([fact, limit, under]): Node => (under ? { fact, under: limit } : { fact, 'at-least': limit }))
const dateTest: fc.Arbitrary<Node> = fc
  .tuple(fc.constantFrom(...DATES), fc.constantFrom(...DAYS), fc.constantFrom('before', 'up-to', 'after', 'on-or-after'))
  .map(([fact, day, key]) => ({ fact, [key]: day }))
/** Tests of the same two dates, of which some may imply others. */
const pairTests: fc.Arbitrary<Node[]> = fc.constantFrom<[string, string]>(['filed', 'began'], ['began', 'born'], ['filed', 'paper']).chain(([fact, other]) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom({}, { 'plus-days': 30 }, { 'plus-months': 6 }, { 'plus-years': 3 }, { 'plus-years': 18, 'plus-days': 1 }),
        fc.constantFrom('before', 'up-to', 'after', 'on-or-after'),
      )
      .map(([shift, key]) => ({ fact, [key]: { 'day-of': other, ...shift } })),
    { minLength: 0, maxLength: 3 },
  ),
)

/** A test of one fact, or a step that a public body still has to take; few rules read the same facts if there are many. */
const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...YES_NO).map((fact): Node => ({ fact })) },
  { weight: 2, arbitrary: oneOf('work') },
  { weight: 2, arbitrary: oneOf('kin') },
  { weight: 2, arbitrary: some(membersOf('harms')).map((members): Node => ({ fact: 'harms', has: members })) },
  some(membersOf('harms')).map((members): Node => ({ fact: 'harms', 'has-other-than': members })),
  fc.constantFrom<Node>({ fact: 'marks', has: 'any' }, { fact: 'marks', has: ['m'] }, { fact: 'marks', 'has-other-than': ['n'] }),
  { weight: 4, arbitrary: numberTest(['age', 'age-then'], [15, 18, 21]) },
  { weight: 3, arbitrary: numberTest(['first', 'middle', 'latest'], [2, 5]) },
  { weight: 2, arbitrary: dateTest },
  oneOf('paper'),
  oneOf('reply'),
  fc.boolean().map((again): Node => (again ? { act: 'paper', again: true } : { act: 'paper' })),
  fc.constant<Node>({ act: 'reply' }),
  fc.constant<Node>({ await: { who: 'court', what: 'say so' } }),
)

const several = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.oneof(
    fc.array(node, { minLength: 2, maxLength: 4 }).map((all): Node => ({ all })),
    fc.array(node, { minLength: 2, maxLength: 4 }).map((any): Node => ({ any })),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(node, { minLength: 2, maxLength: 4 })).map(([count, of]): Node => ({ 'at-least': { count, of } })),
  )

/** Rules over a few of these leaves, so that parts of a rule speak of the same facts. */
export const smallRule: fc.Arbitrary<Node> = fc
  .tuple(fc.array(leaf, { minLength: 2, maxLength: 8 }), pairTests)
  .map((parts) => parts.flat())
  .chain((leaves) => {
    const { node } = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...leaves),
        tie('node').map((not): Node => ({ not })),
        tie('node').map((bar): Node => ({ bar })),
        several(tie('node')),
      ),
    }))
    return several(node)
  })

const oneAnswer = (id: string): fc.Arbitrary<unknown> => {
  const fact = base.facts.find((one) => one.id === id)
  switch (fact?.kind) {
    case 'choice':
      return fc.oneof(
        fc.constantFrom(...fact.members),
        some(fact.members).map((members) => ({ 'one-of': members })),
      )
    case 'agency-act':
      return fc.oneof(
        fc.constantFrom(...fact.members),
        some(fact.members).map((members) => ({ 'one-of': members })),
        fc.constantFrom('2019', '2018-11-01', '2020-02').map((on) => ({ state: 'done', on })),
      )
    case 'choices':
      return fc.oneof(
        fc.subarray(fact.members),
        fc.array(fc.constantFrom('yes', 'no', 'open'), { minLength: fact.members.length, maxLength: fact.members.length }).map((said) => ({
          yes: fact.members.filter((_, index) => said[index] === 'yes'),
          no: fact.members.filter((_, index) => said[index] === 'no'),
        })),
      )
    case 'number':
      return fact.range.unit === 'times'
        ? fc.constantFrom<unknown>(0, 1, 2, 3, 6, { under: 5 }, { 'at-least': 2 }, { 'at-least': 1, under: 4 })
        : fc.constantFrom<unknown>(14, 16, 18, 30, { under: 18 }, { 'at-least': 16 }, { 'at-least': 15, under: 21 })
    case 'date':
      return fc.constantFrom('2000', '2002', '2004-03', '2005-07-01', '2014/2016', '2018-05-05', '../2018-05', '2019/..', '2020-06-15', '2020-06-14', 'unknown')
    default:
      return fc.boolean()
  }
}

/** Answers to some of the facts: whole, a part of what could be said, or that nobody knows. */
export const smallAnswers: fc.Arbitrary<Facts> = fc
  .record(
    Object.fromEntries(
      base.facts.map(({ id }) => [
        id,
        fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 4, arbitrary: oneAnswer(id) }, fc.constant('unknown')),
      ]),
    ),
  )
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))
