import type { Formula, Status } from './law.ts'
import { inForce, lawful } from './law.ts'
import type { Found, Witness, World } from './search.ts'
import { exact } from './search.ts'

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
 * A verdict on every status and outcome that is claimed, and on those that should be and are not. `claims` says what each option, definition and criterion
 * (`option/criterion/criterion`) is said to be. A claim is not verified when one question about it would need more than `budget` cases.
 */
export const verify = (world: World, claims: ReadonlyMap<string, string>, budget = 20_000): Verdict[] => {
  const { rulebook, day } = world.place
  const found = new Map<unknown, Found>()
  const verdictOn = (claim: string, should: string | undefined, witness?: Witness): Verdict => {
    const said = claims.get(claim) ?? 'nothing'
    if (should === undefined) return { claim, said, verdict: 'not-verified' }
    return { claim, said, ...(said === should ? { verdict: 'accepted' } : { verdict: 'refused', should }), ...(witness && { witness }) }
  }
  const judged = (claim: string, formula: Formula, words?: typeof OUTCOME): Verdict[] => {
    if (!found.has(formula.node)) found.set(formula.node, exact(formula, world, budget))
    const { status, witness } = found.get(formula.node) ?? {}
    return [verdictOn(claim, status && (words?.[status] ?? status), witness), ...judgedAll(`${claim}/`, criteriaOf(formula))]
  }
  const judgedAll = (above: string, formulas: readonly Formula[]): Verdict[] => {
    const ids = formulas.map(({ node }) => node?.id ?? '')
    const names = namesOf(above, ids)
    return formulas.flatMap((one, place) => judged(names[place] ?? '', one))
  }
  const options = rulebook.options
    .filter(({ id }) => claims.has(id))
    .flatMap((option) => {
      const formula = inForce(option, day) ? lawful(option.criteria, { ...world.place, parts: option.parts }) : undefined
      return formula ? judged(option.id, formula, OUTCOME) : [verdictOn(option.id, 'not-in-force')]
    })
  const terms = rulebook.definitions.flatMap((node) => lawful(node, world.place) ?? [])
  const verdicts = [...options, ...judgedAll('', terms)]
  const known = new Set(verdicts.map(({ claim }) => claim))
  const others = [...claims].filter(([claim]) => !known.has(claim))
  return [...verdicts, ...others.map(([claim, said]): Verdict => ({ claim, said, verdict: 'refused', should: 'nothing' }))]
}

/** The names of claims that stand beneath one place, from their ids; an id that stands there again is counted. */
export const namesOf = (above: string, ids: readonly string[]): string[] => {
  const nth = (place: number): number => ids.slice(0, place + 1).filter((id) => id === ids[place]).length
  return ids.map((id, place) => `${above}${id}${nth(place) > 1 ? ` (${String(nth(place))})` : ''}`)
}

/** The criteria beneath a formula, each without those beneath it; what stands in a definition is told there. */
const criteriaOf = (formula: Formula): Formula[] => {
  if ('test' in formula || (formula.node && 'definition' in formula.node)) return []
  return formula.of.flatMap((one) => (one.node?.id === undefined ? criteriaOf(one) : [one]))
}
