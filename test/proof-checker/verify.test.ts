import { describe, expect, test } from 'vitest'
import { withAnswers } from '../../src/assessment/with-answers.ts'
import { assess } from '../../src/assessment/assess.ts'
import type { Verdict } from '../../src/proof-checker/verify.ts'
import { verdictsOn as verify } from '../../src/second-reading/verdicts.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { caseWith, realRulebook, smallRulebook } from '../support/rules.ts'
import type { Data } from './fixtures.ts'
import { fixtureDeterminations } from './fixtures.ts'

const real = realRulebook()
const ALL = process.env['TVPA_ALL'] === '1'
const tally = (verdicts: readonly Verdict[]): string[] => verdicts.filter(({ verdict }) => verdict !== 'accepted').map((one) => `${one.claim} ${one.verdict}`)

test('every claim of the determinations of the fixtures is accepted', { timeout: 3_600_000 }, () => {
  let accepted = 0
  const others: string[] = []
  for (const determination of fixtureDeterminations(real, ALL ? 1 : 149)) {
    const verdicts = verify(real, determination)
    accepted += verdicts.filter(({ verdict }) => verdict === 'accepted').length
    others.push(...tally(verdicts))
  }
  expect(others).toEqual([])
  expect(accepted).toBeGreaterThan(ALL ? 400_000 : 2500)
})

interface Claims {
  status?: string
  outcome?: string
  criteria?: Claims[]
  options?: Claims[]
  definitions?: Claims[]
}
const STATUSES = ['met', 'not-met', 'unknown', 'judgment', 'agency']
const OUTCOMES = ['may-qualify', 'appears-not-to-qualify', 'cannot-tell-yet', 'depends-on-others', 'not-in-force']

/** Every claim of a determination, each as a place that can be overwritten. */
const claimsIn = ({ options = [], definitions = [] }: Claims): Claims[] => {
  const below = (claim: Claims): Claims[] => [claim, ...(claim.criteria ?? []).flatMap(below)]
  return [...options, ...definitions].flatMap(below)
}

test('a determination in which all claims are overwritten by others has each of them refused', { timeout: 3_600_000 }, () => {
  let changed = 0
  for (const determination of fixtureDeterminations(real, ALL ? 31 : 900)) {
    for (const by of [1, 2, 3, 4]) {
      const tampered = structuredClone(determination) as Data & Claims
      const claims = claimsIn(tampered)
      for (const claim of claims) {
        if (claim.status !== undefined) claim.status = STATUSES[(STATUSES.indexOf(claim.status) + by) % 5] ?? ''
        if (claim.outcome !== undefined) claim.outcome = OUTCOMES[(OUTCOMES.indexOf(claim.outcome) + by) % 5] ?? ''
      }
      const verdicts = verify(real, tampered)
      expect(verdicts.filter(({ verdict }) => verdict === 'refused').length).toBe(claims.length)
      expect(verdicts.length).toBe(claims.length)
      changed += claims.length
    }
  }
  expect(changed).toBeGreaterThan(ALL ? 50_000 : 2000)
})

// ---- a small rulebook: one claim changed at a time, and damage of every kind

const small = smallRulebook()
const determined = (facts: Data): Data => {
  const person = caseWith(facts, small)
  return JSON.parse(JSON.stringify(withAnswers(assess(small, person, { asOf: checkedDay('2020-06-15') }).determination, person))) as Data
}
const sound = determined({ here: true })

test('an open option is shown open by two ways that differ in one thing', () => {
  const verdicts = verify(small, sound).map(({ claim, said, verdict, witness }) => [
    claim,
    said,
    verdict,
    witness?.met.test.key,
    witness?.met.to,
    witness?.notMet.to,
  ])
  expect(verdicts).toEqual([
    ['aid', 'cannot-tell-yet', 'accepted', 'harms: burn', [[1, 1]], [[0, 0]]],
    ['aid/present', 'met', 'accepted', undefined, undefined, undefined],
    ['aid/harmed', 'unknown', 'accepted', 'harms: burn', [[1, 1]], [[0, 0]]],
    ['hurt', 'unknown', 'accepted', 'harms: burn', [[1, 1]], [[0, 0]]],
  ])
})

test('with too small a budget a claim that needs more cases is not verified, and never accepted unseen', () => {
  const open = determined({})
  expect(verify(small, open, undefined, 1).map(({ claim, verdict }) => [claim, verdict])).toEqual([
    ['aid', 'accepted'],
    ['aid/present', 'accepted'],
    ['aid/harmed', 'not-verified'],
    ['hurt', 'not-verified'],
  ])
})

describe('what was changed by hand is refused, with what it should be', () => {
  const first = (sound['options'] as Data[])[0] ?? {}
  const [present, harmed] = first['criteria'] as Data[]
  const withOption = (change: Data): Data => ({ ...sound, options: [{ ...first, ...change }] })

  test.each<[string, Data, string[]]>([
    ['an outcome', withOption({ outcome: 'may-qualify' }), ['aid: may-qualify, not cannot-tell-yet']],
    ['a status', withOption({ criteria: [{ ...present, status: 'not-met' }, harmed] }), ['aid/present: not-met, not met']],
    ['a status of another type', withOption({ criteria: [{ ...present, status: ['met'] }, harmed] }), ['aid/present: something that is no text, not met']],
    ['a criterion taken out', withOption({ criteria: [harmed] }), ['aid/present: nothing, not met']],
    ['a criterion put in', withOption({ criteria: [present, harmed, present] }), ['aid/present (2): met, not nothing']],
    [
      'criteria that are no list',
      withOption({ criteria: 'all met' }),
      ['aid/present: nothing, not met', 'aid/harmed: nothing, not unknown', 'aid/criteria: no list, not nothing'],
    ],
    [
      'an option that is none',
      withOption({ id: 'aids' }),
      ['aids: cannot-tell-yet, not nothing', 'aids/present: met, not nothing', 'aids/harmed: unknown, not nothing'],
    ],
    ['a definition taken out', { ...sound, definitions: [] }, ['hurt: nothing, not unknown']],
    ['another rulebook', { ...sound, rulebook: { digest: 'sha256:0' } }, [`rulebook: sha256:0, not ${small.digest}`]],
    [
      'another day, with other law',
      { ...sound, 'as-of': '1999-12-31' },
      ['aid: cannot-tell-yet, not not-in-force', 'aid/present: met, not nothing', 'aid/harmed: unknown, not nothing'],
    ],
    ['no day', { ...sound, 'as-of': '2020-02-30' }, ['as-of: 2020-02-30, not a whole day']],
    ['half a day', { ...sound, 'as-of': '2020-02' }, ['as-of: 2020-02, not a whole day']],
    ['another answer', { ...sound, facts: { here: false } }, ['aid: cannot-tell-yet, not appears-not-to-qualify', 'aid/present: met, not not-met']],
    ['an answer of another kind', { ...sound, facts: { here: 'yes' } }, ['facts/here: yes, not a fact of the rulebook and a value of it']],
    [
      'an answer to nothing',
      { ...sound, facts: { constructor: true } },
      ['facts/constructor: something that is no text, not a fact of the rulebook and a value of it'],
    ],
    ['no answers', { ...sound, facts: [true] }, ['facts: something that is no text, not an object of facts']],
    ['no options', { ...sound, options: { aid: 'met' } }, ['options: something that is no text, not a list of what is claimed']],
  ])('%s', (_, data, refused) => {
    const found = verify(small, data).filter(({ verdict }) => verdict === 'refused')
    expect(found.map(({ claim, said, should }) => `${claim}: ${said}, not ${should ?? ''}`)).toEqual(refused)
  })
})

describe('whatever is handed in, the checker ends with a refusal', () => {
  const deep = (depth: number): unknown => JSON.parse(`${'{"criteria":['.repeat(depth)}${']}'.repeat(depth)}`)

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', [[]]],
    ['an empty object', {}],
    ['criteria within criteria, two thousand deep', { ...sound, options: [{ id: 'aid', outcome: 'may-qualify', ...(deep(2000) as object) }] }],
    ['names of an object’s own', JSON.parse('{"__proto__": {"options": []}, "constructor": {}, "facts": {"__proto__": true}}')],
  ])('%s', (_, data) => {
    expect(verify(small, data).some(({ verdict }) => verdict === 'refused')).toBe(true)
  })
})
