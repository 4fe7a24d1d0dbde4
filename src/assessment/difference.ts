import type { Status } from '../logic/truth.ts'
import type { Await, CitationShown, CriterionShown, Determination, OptionShown, WarningShown } from './determination.ts'
import type { Outcome } from './outcome.ts'

/** The status of a criterion on one side of a difference. */
export interface CriterionState {
  readonly status: Status
  /** It is open, but the option no longer depends on it. */
  readonly moot: boolean
}

/** A criterion whose status differs; `null` where it is not law. The citations are those of the later side, if it has the criterion. */
export interface CriterionDifference {
  readonly id: string
  readonly title: string
  readonly before: CriterionState | null
  readonly after: CriterionState | null
  readonly citations: readonly CitationShown[]
}

/** What came and what went. */
export interface ComeAndGone<T> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
}

/** What differs in one option. */
export interface OptionDifference {
  readonly id: string
  readonly title: string
  readonly outcome: { readonly before: Outcome; readonly after: Outcome }
  readonly criteria: readonly CriterionDifference[]
  readonly missing: ComeAndGone<string>
  readonly awaits: ComeAndGone<Await>
}

/** What differs in one definition. */
export interface DefinitionDifference {
  readonly id: string
  readonly title: string
  readonly before: Status | null
  readonly after: Status | null
  readonly criteria: readonly CriterionDifference[]
}

/** What differs between two determinations. What is the same in both is left out; options that are the same are only named. */
export interface Difference {
  readonly options: readonly OptionDifference[]
  readonly same: readonly string[]
  readonly definitions: readonly DefinitionDifference[]
  readonly warnings: ComeAndGone<WarningShown>
}

/** Compares two determinations of the same rulebook that speak of the same options, in the order of the second. */
export const differenceOf = (before: Determination, after: Determination): Difference => {
  const options = after.options.flatMap((later): OptionDifference[] => {
    const earlier = before.options.find(({ id }) => id === later.id)
    return earlier ? [optionDifference(earlier, later)] : []
  })
  return {
    options: options.filter(differs),
    same: options.filter((option) => !differs(option)).map(({ id }) => id),
    definitions: definitionDifferences(before, after),
    warnings: comeAndGone(before.warnings, after.warnings, ({ text, option = '' }) => `${option} ${text}`),
  }
}

const optionDifference = (before: OptionShown, after: OptionShown): OptionDifference => ({
  id: after.id,
  title: after.title,
  outcome: { before: before.outcome, after: after.outcome },
  criteria: criteriaDifference(before.criteria, after.criteria),
  missing: comeAndGone(before.missing, after.missing, (fact) => fact),
  awaits: comeAndGone(before.awaits, after.awaits, ({ criterion, fact, what }) => `${criterion} ${fact ?? what}`),
})

const differs = ({ outcome, criteria, missing, awaits }: OptionDifference): boolean =>
  outcome.before !== outcome.after || criteria.length > 0 || [missing, awaits].some(({ added, removed }) => added.length + removed.length > 0)

/** The criteria whose status differs, in the order of the later list; those that are gone stand last. */
export const criteriaDifference = (before: readonly CriterionShown[], after: readonly CriterionShown[]): CriterionDifference[] => {
  const [earlier, later] = [criteriaById(before), criteriaById(after)]
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id): CriterionDifference[] => {
    const [from, to] = [earlier.get(id), later.get(id)]
    const shown = to ?? from
    if (!shown || (from?.status === to?.status && from?.moot === to?.moot)) return []
    return [{ id, title: shown.title, before: stateOf(from), after: stateOf(to), citations: shown.citations }]
  })
}

const stateOf = (criterion: CriterionShown | undefined): CriterionState | null => (criterion ? { status: criterion.status, moot: criterion.moot } : null)

/** Every criterion, at any depth, by its id, in the order in which they are read; by a worklist, so that no depth overflows. */
export const criteriaById = (criteria: readonly CriterionShown[]): ReadonlyMap<string, CriterionShown> => {
  const all = new Map<string, CriterionShown>()
  const left = criteria.toReversed()
  for (let criterion = left.pop(); criterion; criterion = left.pop()) {
    if (!all.has(criterion.id)) all.set(criterion.id, criterion)
    left.push(...criterion.criteria.toReversed())
  }
  return all
}

const definitionDifferences = (before: Determination, after: Determination): DefinitionDifference[] => {
  const ids = new Set([...after.definitions, ...before.definitions].map(({ id }) => id))
  return [...ids].flatMap((id): DefinitionDifference[] => {
    const [from, to] = [before, after].map(({ definitions }) => definitions.find((one) => one.id === id))
    const criteria = criteriaDifference(from?.criteria ?? [], to?.criteria ?? [])
    if (from?.status === to?.status && criteria.length === 0) return []
    return [{ id, title: to?.title ?? from?.title ?? '', before: from?.status ?? null, after: to?.status ?? null, criteria }]
  })
}

const comeAndGone = <T>(before: readonly T[], after: readonly T[], key: (one: T) => string): ComeAndGone<T> => {
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
  return { added: after.filter((one) => !had.has(key(one))), removed: before.filter((one) => !has.has(key(one))) }
}
