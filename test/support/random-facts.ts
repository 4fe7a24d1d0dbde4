import fc from 'fast-check'
import type { Case } from '../../src/assessment/case.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { membersOf } from '../../src/rulebook/openness.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { caseWith } from './rules.ts'

const DAYS = [
  '1985-02-03',
  '1988-02-29',
  '1991',
  '1999-12',
  '2000-10-27',
  '2001/2004',
  '2005-05-05',
  '2008-12-22',
  '2012-02-29',
  '2024-03',
  '../1998',
  '2003-07-01/..',
]

const anAnswer = (fact: TopicFact): fc.Arbitrary<unknown> => {
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return fc.boolean()
  if (fact.kind === 'number') return fc.oneof(fc.integer({ min: 10, max: 30 }), fc.constantFrom({ under: 18 }, { 'at-least': 15, under: 21 }))
  if (fact.kind === 'date') return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...DAYS.filter((day) => fits(fact, day))) }, fc.constant('unknown'))
  const members = [...membersOf(fact)]
  if (fact.kind === 'choices') return fc.subarray(members, { maxLength: 3 })
  if (fact.kind === 'agency-act' && members.includes('done'))
    return fc.oneof(fc.constantFrom(...members), fc.constantFrom({ state: 'done', on: '2010-08-31' }, { state: 'done', on: '2009' }))
  return fc.constantFrom(...members)
}

const fits = (fact: TopicFact & { kind: 'date' }, day: string): boolean => day >= fact.range.from || day.endsWith('/..')

/** A case with up to `most` random answers; dates that move with the day are told more often than others. */
export const aCase = (rulebook: Rulebook, most: number): fc.Arbitrary<Case> => {
  const dates = rulebook.facts.filter(({ kind, id }) => kind === 'date' || id.startsWith('age-'))
  return fc
    .tuple(fc.subarray([...rulebook.facts], { maxLength: most }), fc.subarray(dates))
    .chain((lists) => fc.tuple(...[...new Set(lists.flat())].map((fact) => fc.tuple(fc.constant(fact.id), anAnswer(fact)))))
    .map((told) => caseWith(Object.fromEntries(told), rulebook))
}
