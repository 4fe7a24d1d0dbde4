import type { Day } from '../logic/day.ts'
import { EVERYTHING } from '../logic/interval.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import type { Fact } from './fact.ts'
import { membersOf } from './openness.ts'
import { checkedDay } from './span.ts'

/** Everything a fact could be while nobody has said; a clock lies no later than the as-of day. */
export const anything = (fact: Fact, asOf: Day): Knowledge => {
  switch (fact.kind) {
    case 'choices':
      return { kind: 'many', yes: new Set(), no: new Set() }
    case 'number':
      return { kind: 'span', span: { lo: fact.range.from, hi: fact.range.to + 1 } }
    case 'date':
      return { kind: 'span', span: { lo: Math.min(checkedDay(fact.range.from), asOf), hi: latest(fact.range.to, asOf) + 1 } }
    case 'agency-act':
      return { kind: 'act', possible: new Set(fact.members), on: EVERYTHING }
    case 'yes-no':
    case 'judgment':
    case 'choice':
      return { kind: 'one', possible: new Set(membersOf(fact)) }
  }
}

/** The latest day a date can lie on, seen from a day. */
export const latest = (to: 'as-of' | 'as-of-plus-one-year', asOf: Day): Day => (to === 'as-of' ? asOf : asOf + 366)
