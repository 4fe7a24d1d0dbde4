import { EVERYTHING } from '../logic/interval.ts'
import type { Knowledge } from '../logic/knowledge.ts'
import type { Fact } from './fact.ts'

/** A fact known to have one member. */
export const oneMember = (fact: Fact, member: string): Knowledge =>
  fact.kind === 'agency-act' ? { kind: 'act', possible: new Set([member]), on: EVERYTHING } : { kind: 'one', possible: new Set([member]) }

/** The value a fact has while it does not apply. */
export const otherwiseOf = (fact: Fact): Knowledge => {
  if (fact.kind === 'choices') {
    const yes = new Set(fact.otherwise ?? [])
    return { kind: 'many', yes, no: new Set(fact.members.filter((member) => !yes.has(member))) }
  }
  if (fact.kind === 'number' || fact.kind === 'date') throw new TypeError(`${fact.id} has no value while it does not apply`)
  return oneMember(fact, String(fact.otherwise))
}
