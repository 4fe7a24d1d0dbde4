import type { Day } from '../logic/day.ts'
import type { Status } from '../logic/truth.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { assess } from './assess.ts'
import type { Case } from './case.ts'
import type { CitationShown, CriterionShown, Determination } from './determination.ts'
import { criteriaById } from './difference.ts'
import type { Outcome } from './outcome.ts'

/** A criterion on one of several days; `null` in its place where it is not law. */
export interface CriterionOnDay {
  readonly status: Status
  readonly moot: boolean
  readonly text: string
  readonly citations: readonly CitationShown[]
}

/** A criterion whose status or law is not the same on all days. */
export interface CriterionAcrossDays {
  readonly id: string
  readonly title: string
  readonly days: readonly (CriterionOnDay | null)[]
}

/** One option under the law of several days. Lists stand in the order of the days. */
export interface OptionAcrossDays {
  readonly id: string
  readonly title: string
  /** Nobody raised it on any of the days. */
  readonly quiet?: true
  readonly outcomes: readonly Outcome[]
  readonly criteria: readonly CriterionAcrossDays[]
  /** How many criteria are the same on all days. */
  readonly same: number
}

/** One case under the law of several days. */
export interface AcrossDays {
  readonly determinations: readonly Determination[]
  readonly options: readonly OptionAcrossDays[]
}

/** Assesses a case under the law of each of some days (at least one), whatever day the case itself asks for. */
export const acrossDays = (rulebook: Rulebook, person: Case, days: readonly Day[], options?: readonly string[]): AcrossDays => {
  const determinations = days.map((asOf) => assess(rulebook, person, { asOf, options, asOfOverrides: true, reasons: false }).determination)
  const [first] = determinations
  return {
    determinations,
    options: (first?.options ?? []).map(({ id, title }) => {
      const each = determinations.flatMap((one) => one.options.filter((option) => option.id === id))
      const criteria = criteriaAcross(each.map((option) => criteriaById(option.criteria)))
      const different = criteria.filter(({ days: on }) => on.some((one) => !isSame(one, on[0] ?? null)))
      return {
        id,
        title,
        ...(each.every(({ quiet }) => quiet === true) ? { quiet: true as const } : {}),
        outcomes: each.map(({ outcome }) => outcome),
        criteria: different,
        same: criteria.length - different.length,
      }
    }),
  }
}

const criteriaAcross = (days: readonly ReadonlyMap<string, CriterionShown>[]): CriterionAcrossDays[] => {
  const ids = new Set(days.toReversed().flatMap((on) => [...on.keys()]))
  return [...ids].map((id) => {
    const each = days.map((on) => on.get(id))
    const title = each.findLast((criterion) => criterion !== undefined)?.title ?? id
    return { id, title, days: each.map((criterion) => criterion && onDay(criterion)).map((one) => one ?? null) }
  })
}

const onDay = ({ status, moot, text, citations }: CriterionShown): CriterionOnDay => ({ status, moot, text, citations })

const isSame = (a: CriterionOnDay | null, b: CriterionOnDay | null): boolean =>
  a === b || (a !== null && b !== null && a.status === b.status && a.moot === b.moot && a.text === b.text && isSameLaw(a, b))

/** Are the same places cited on both days? */
export const isSameLaw = (a: CriterionOnDay, b: CriterionOnDay): boolean =>
  a.citations.map(({ text }) => text).join('; ') === b.citations.map(({ text }) => text).join('; ')
