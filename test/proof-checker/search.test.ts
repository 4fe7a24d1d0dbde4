import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import { verdictsOn as verify } from '../../src/second-reading/verdicts.ts'
import type { Node } from '../../src/rulebook/criterion.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, smallRulebook } from '../support/rules.ts'

const base = smallRulebook()
const withRule = (criteria: Node): Rulebook => ({ ...base, options: base.options.map((option) => ({ ...option, criteria, parts: [] })) })

// ---- small rules over two facts, an assessment, an agency's view, a choice and an age, against every completion

const FARM = ['farm', 'shop', 'none']
const AGES = [14, 15, 17, 18, 30]
type Whole = Readonly<Record<string, boolean | string | number>>

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.constantFrom('here', 'grave', 'agrees', 'secret').map((fact): Node => ({ fact })),
  fc.subarray(FARM, { minLength: 1, maxLength: 2 }).map((members): Node => ({ fact: 'work', 'one-of': members })),
  fc.constantFrom(15, 18).map((under): Node => ({ fact: 'age', under })),
  fc.constant<Node>({ await: { who: 'court', what: 'say so' } }),
)
const rule = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('node').map((not): Node => ({ not })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Node => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Node => ({ any })),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((of): Node => ({ 'at-least': { count: 2, of } })),
  ),
})).node
const answers = fc.record(
  {
    here: fc.boolean(),
    grave: fc.boolean(),
    agrees: fc.boolean(),
    secret: fc.boolean(),
    work: fc.subarray(FARM, { minLength: 1 }).map((members) => ({ 'one-of': members })),
    age: fc.constantFrom(14, 17, 30, { under: 18 }, { 'at-least': 15 }),
  },
  { requiredKeys: [] },
)

const CLASS: Readonly<Record<string, string>> = { here: 'unknown', work: 'unknown', age: 'unknown', grave: 'judgment', secret: 'judgment' }

const holds = (node: Node, whole: Whole): boolean => {
  if ('all' in node) return node.all.every((inner) => holds(inner, whole))
  if ('any' in node) return node.any.some((inner) => holds(inner, whole))
  if ('not' in node) return !holds(node.not, whole)
  if ('await' in node) return whole['court'] === true
  if (!('fact' in node)) return 'at-least' in node && node['at-least'].of.filter((inner) => holds(inner, whole)).length >= 2
  const value = whole[node.fact]
  if ('one-of' in node) return node['one-of'].includes(String(value))
  return 'under' in node ? Number(value) < Number(node.under) : value === true
}

const wholes = (facts: Readonly<Record<string, unknown>>): Whole[] => {
  const { work = { 'one-of': FARM }, age = {} } = facts as { work?: { 'one-of': string[] }; age?: number | { under?: number; 'at-least'?: number } }
  const ages = typeof age === 'number' ? [age] : AGES.filter((one) => one < (age.under ?? 99) && one >= (age['at-least'] ?? 0))
  const yesNo = (fact: string): boolean[] => (typeof facts[fact] === 'boolean' ? [facts[fact]] : [true, false])
  let all: Whole[] = [{}]
  for (const [fact, values] of Object.entries({
    work: work['one-of'],
    age: ages,
    here: yesNo('here'),
    grave: yesNo('grave'),
    agrees: yesNo('agrees'),
    secret: yesNo('secret'),
    court: [true, false],
  }))
    all = all.flatMap((whole) => values.map((value) => ({ ...whole, [fact]: value })))
  return all
}

/** The status by the definition: settled when all completions agree, else the highest class of what changes it in some completion. */
const truth = (node: Node, facts: Readonly<Record<string, unknown>>): string => {
  const all = wholes(facts)
  const results = new Map(all.map((whole) => [JSON.stringify(whole), holds(node, whole)]))
  const values = new Set(results.values())
  if (values.size === 1) return values.has(true) ? 'met' : 'not-met'
  const classes = Object.keys(all[0] ?? {}).flatMap((fact) => {
    const turns = all.some((whole) =>
      all.some(
        (other) =>
          Object.keys(whole).every((key) => key === fact || whole[key] === other[key]) &&
          results.get(JSON.stringify(whole)) !== results.get(JSON.stringify(other)),
      ),
    )
    return turns ? [CLASS[fact] ?? 'agency'] : []
  })
  return ['unknown', 'judgment', 'agency'].find((one) => classes.includes(one)) ?? ''
}

test('of 150 small rules the checker accepts the status that every completion gives, and refuses the four others', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(rule, answers, (form, facts) => {
      const node = { ...form, id: 'root' } as Node
      const rulebook = withRule({ all: [node] })
      const person = caseWith(facts, rulebook)
      const { determination } = assess(rulebook, person, { asOf: checkedDay('2020-06-15'), reasons: false })
      const right = truth(node, facts)
      met.add(right)
      const verdicts = ['met', 'not-met', 'unknown', 'judgment', 'agency'].map((status) => {
        const options = determination.options.map((option) => ({ ...option, criteria: option.criteria.map((one) => ({ ...one, status })) }))
        return [status, verify(rulebook, { ...determination, options }, facts).find(({ claim }) => claim === 'aid/root')?.verdict]
      })
      expect(verdicts.filter(([, verdict]) => verdict === 'accepted')).toEqual([[right, 'accepted']])
      expect(verdicts.filter(([, verdict]) => verdict === 'refused').length).toBe(4)
    }),
    { numRuns: 150, seed: 20_001_028 },
  )
  expect([...met].toSorted()).toEqual(['agency', 'judgment', 'met', 'not-met', 'unknown'])
})
