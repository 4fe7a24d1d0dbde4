import type { Rulebook } from '../rulebook/rulebook.ts'
import { daysOf } from './day.ts'
import type { Status } from './evaluate.ts'
import type { Formula } from './law.ts'
import { inForce, lawful } from './law.ts'
import type { Found, Witness } from './search.ts'
import { exact, testsOf } from './search.ts'
import { settle } from './settle.ts'
import { part } from './value.ts'

export type { Trial } from './search.ts'

/** What became of one claim: where it stands, by ids; what it says; what it should be, where it is refused; what shows it, where it is open. */
export interface Verdict {
  readonly claim: string
  readonly said: string
  readonly verdict: 'accepted' | 'refused' | 'not-verified'
  readonly should?: string
  readonly witness?: Witness
}

const OUTCOME: Readonly<Record<Status, string>> = {
  met: 'may-qualify',
  'not-met': 'appears-not-to-qualify',
  unknown: 'cannot-tell-yet',
  judgment: 'depends-on-others',
  agency: 'depends-on-others',
}

/**
 * Looks at every status and outcome of a determination anew, by a second evaluation that shares nothing with the first but the schema
 * of rules: each claim is accepted, refused with what it should be, or not verified when one question about it would need more than `budget` cases.
 * `determination` is what was read from JSON; `answers` are the facts of its case, values without a wrapper, its own when left out.
 */
export const verify = (rulebook: Rulebook, determination: unknown, answers: unknown = part(determination, 'facts'), budget = 20_000): Verdict[] => {
  const verdicts: Verdict[] = []
  const refuse = (claim: string, said: unknown, should: string): void => void verdicts.push({ claim, said: text(said), verdict: 'refused', should })
  const digest = part(part(determination, 'rulebook'), 'digest')
  if (digest !== rulebook.digest) refuse('rulebook', digest, rulebook.digest)
  const day = text(part(determination, 'as-of'))
  const [asOf] = /^\d{4}-\d\d-\d\d$/.test(day) ? (daysOf(day) ?? []) : []
  if (asOf === undefined) refuse('as-of', day, 'a whole day')
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) refuse('facts', answers, 'an object of facts')
  for (const key of ['options', 'definitions']) if (!Array.isArray(part(determination, key))) refuse(key, part(determination, key), 'a list')
  if (verdicts.length > 0 || asOf === undefined) return verdicts
  const { world, misfits } = settle({ rulebook, day, asOf: day, parts: [], insists: new Set() }, answers as Record<string, unknown>, asOf)
  for (const id of misfits) refuse(`facts/${id}`, part(answers, id), 'a fact of the rulebook and a value of it')
  if (misfits.length > 0) return verdicts

  const found = new Map<unknown, Found>()
  const judge = (claim: string, said: unknown, formula: Formula, words: Readonly<Record<Status, string>> | undefined, missing: unknown): void => {
    if (!found.has(formula.node)) found.set(formula.node, exact(formula, world, budget))
    const { status, witness } = found.get(formula.node) ?? {}
    if (status === undefined) verdicts.push({ claim, said: text(said), verdict: 'not-verified' })
    else if (said !== (words?.[status] ?? status))
      verdicts.push({ claim, said: text(said), verdict: 'refused', should: words?.[status] ?? status, ...(witness && { witness }) })
    else verdicts.push({ claim, said, verdict: 'accepted', ...(witness && { witness }) })
    const open = status === 'unknown' ? testsOf(formula, status, world.look).flatMap(({ fact, than }) => (than ? [fact, than.dayOf] : [fact])) : []
    if (
      status !== undefined &&
      missing !== undefined &&
      !(items(missing).every((id) => open.includes(text(id))) && (open.length === 0 || items(missing).length > 0))
    )
      refuse(`${claim} missing`, items(missing).map(text).join(', '), open.join(', '))
  }
  const compare = (claim: string, shown: unknown, formula: Formula): void => {
    const [list, below] = [items(shown), criteriaOf(formula)]
    const [ids, wanted] = [list.map((one) => text(part(one, 'id'))).join(', '), below.map(({ node }) => node?.id ?? '').join(', ')]
    if (ids !== wanted) {
      refuse(`${claim} criteria`, ids, wanted)
      return
    }
    for (const [index, one] of below.entries()) {
      const name = `${claim}/${one.node?.id ?? ''}`
      judge(name, part(list[index], 'status'), one, undefined, part(list[index], 'missing'))
      compare(name, part(list[index], 'criteria'), one)
    }
  }
  for (const own of items(part(determination, 'options'))) {
    const option = rulebook.options.find(({ id }) => id === part(own, 'id'))
    const formula = option && inForce(option, day) ? lawful(option.criteria, { ...world.place, parts: option.parts }) : undefined
    const outcome = part(own, 'outcome')
    if (!option) refuse('options', part(own, 'id'), 'an option of the rulebook')
    else if (!formula)
      verdicts.push({
        claim: option.id,
        said: text(outcome),
        ...(outcome === 'not-in-force' ? { verdict: 'accepted' } : { verdict: 'refused', should: 'not-in-force' }),
      })
    else {
      judge(option.id, outcome, formula, OUTCOME, part(own, 'missing'))
      compare(option.id, part(own, 'criteria'), formula)
    }
  }
  const terms = rulebook.definitions.flatMap((node) => lawful(node, world.place) ?? [])
  const [said, ids] = [items(part(determination, 'definitions')), terms.map(({ node }) => node?.id ?? '')]
  if (said.map((one) => text(part(one, 'id'))).join() !== ids.join()) refuse('definitions', said.map((one) => text(part(one, 'id'))).join(', '), ids.join(', '))
  else
    for (const [index, formula] of terms.entries()) {
      judge(ids[index] ?? '', part(said[index], 'status'), formula, undefined, undefined)
      compare(ids[index] ?? '', part(said[index], 'criteria'), formula)
    }
  return verdicts
}

/** The criteria beneath a formula, each without those beneath it; what stands in a definition is told there. */
const criteriaOf = (formula: Formula): Formula[] => {
  if ('test' in formula || (formula.node && 'definition' in formula.node)) return []
  return ('of' in formula ? formula.of : [formula.not]).flatMap((one) => (one.node?.id === undefined ? criteriaOf(one) : [one]))
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? 'nothing' : 'something that is no text')
