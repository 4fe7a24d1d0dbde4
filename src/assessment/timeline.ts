import type { Day } from '../logic/day.ts'
import { formatDay } from '../logic/day.ts'
import { evaluate } from '../logic/evaluate.ts'
import { isOpen } from '../logic/truth.ts'
import { changeDays } from '../rulebook/change-days.ts'
import type { Law } from '../rulebook/in-force.ts'
import type { WholeOption } from '../rulebook/option.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { lawOf } from './assess.ts'
import type { Case } from './case.ts'
import type { CitationShown, CriterionShown } from './determination.ts'
import type { CriterionDifference } from './difference.ts'
import { criteriaDifference } from './difference.ts'
import { lawBegun, textChanges } from './law-begun.ts'
import type { Moved } from './moving-days.ts'
import { movedOn, movingDays } from './moving-days.ts'
import { conditionsHold } from './occasion.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import { prove } from './proof.ts'
import { optionFunctions, readerOf } from './reader.ts'
import { settle } from './settle.ts'
import { citationsShown, criteriaShown } from './shown.ts'

/** What to look at: the days from the first, up to but not including the last, and the options (all when not given). */
export interface Period {
  readonly from: Day
  readonly until: Day
  readonly options?: readonly string[] | undefined
  /** Also tell days on which only criteria change, not the outcome. */
  readonly criteria?: boolean | undefined
}

/** One case under the law of every day of a period. Days are ISO days; each span is half-open. */
export interface Timeline {
  readonly case: string
  readonly rulebook: { readonly version: string; readonly digest: string; readonly 'reviewed-through': string }
  readonly notice: string
  readonly from: string
  readonly until: string
  readonly options: readonly OptionTimeline[]
  readonly warnings: readonly string[]
}

/** One option through time. */
export interface OptionTimeline {
  readonly id: string
  readonly title: string
  /** Nobody raised it on any of the days. */
  readonly quiet?: true
  readonly spans: readonly OutcomeSpan[]
}

/** Days on which the outcome is the same, and what changed on the first of them; nothing on the first day of the period. */
export interface OutcomeSpan {
  readonly from: string
  readonly until: string
  readonly outcome: Outcome
  readonly changed?: {
    readonly criteria: readonly CriterionDifference[]
    /** The text of the option's law changed on this day; these citations begin on it. Absent when it is the same law. */
    readonly law?: readonly CitationShown[]
    /** What the day made of the case by itself: ages and dates that are others than on the day before. */
    readonly moved: Moved
  }
}

/**
 * The outcome of each option on every day of a period. The law is compiled once for each of its texts, and the case is read
 * anew on each day on which the law or what is known of the case changes (`movingDays`); on all days between nothing can.
 */
export const timeline = (rulebook: Rulebook, person: Case, period: Period): Timeline => {
  const { from, until } = period
  const asked = rulebook.options.filter(({ id }) => period.options?.includes(id) ?? true)
  const edges = [from, ...changeDays(rulebook).filter((day) => from < day && day < until), until]
  const moments = edges.slice(0, -1).flatMap((lo, index) => {
    const law = lawOf(rulebook, lo)
    const hi = edges[index + 1] ?? until
    return [lo, ...movingDays(rulebook, law, person.answers, { lo, hi })].map((day) => ({ day, law }))
  })
  const states = moments.map((moment) => statesOn(rulebook, person, asked, moment))
  const { about } = rulebook
  return {
    case: person.reference,
    rulebook: { version: about.version, digest: rulebook.digest, 'reviewed-through': about['reviewed-through'] },
    notice: about.notice,
    from: formatDay(from),
    until: formatDay(until),
    options: asked.map((option) =>
      optionTimeline(
        option,
        moments.map((moment, index) => ({ ...moment, ...(states[index]?.get(option.id) ?? NOT_LAW) })),
        { rulebook, person, period },
      ),
    ),
    warnings: [
      ...(until - 1 > checkedDay(about['reviewed-through']) ? [about.warnings['beyond-review'].replace('{reviewed-through}', about['reviewed-through'])] : []),
      ...(from < checkedDay(about['first-day']) ? [about.warnings['before-first-day'].replace('{first-day}', about['first-day'])] : []),
    ],
  }
}

/** A day on which something may change, with the law of its span of days. */
interface Moment {
  readonly day: Day
  readonly law: Law
}

interface State {
  readonly outcome: Outcome
  readonly quiet: boolean
  readonly criteria: readonly CriterionShown[]
}

const NOT_LAW: State = { outcome: 'not-in-force', quiet: false, criteria: [] }

interface Asked {
  readonly rulebook: Rulebook
  readonly person: Case
  readonly period: Period
}

const statesOn = (rulebook: Rulebook, person: Case, options: readonly WholeOption[], { day, law }: Moment): Map<string, State> => {
  const settled = settle(person.answers, rulebook, day)
  const statuses = evaluate(law.program, settled.known)
  const showing = { rulebook, settled, asOf: day }
  return new Map(
    options.map((option): [string, State] => {
      const quiet = option['raised-by'] !== undefined && !conditionsHold({ known: option['raised-by'] }, showing)
      const clause = law.options.get(option.id)
      if (!clause) return [option.id, { ...NOT_LAW, quiet }]
      const reader = readerOf(optionFunctions(rulebook, law, option.id), rulebook, person.answers, settled)
      const proof = prove(clause, statuses, reader.status)
      const live = new Set(isOpen(proof.status) ? reader.dependsOn(clause.step) : [])
      return [option.id, { outcome: outcomeOf(proof.status), quiet, criteria: criteriaShown(proof, { ...showing, reader, live }) }]
    }),
  )
}

const optionTimeline = (option: WholeOption, points: readonly (Moment & State)[], { rulebook, person, period }: Asked): OptionTimeline => {
  const own = new Set(textChanges(rulebook, option))
  const starts = points.flatMap((point, index): Pick<OutcomeSpan, 'from' | 'outcome' | 'changed'>[] => {
    const [before, from] = [points[index - 1], formatDay(point.day)]
    if (!before) return [{ from, outcome: point.outcome }]
    const criteria = criteriaDifference(before.criteria, point.criteria)
    if (before.outcome === point.outcome && !(period.criteria === true && criteria.length > 0)) return []
    const law = own.has(point.day) ? { law: lawComing(option, before, point, criteria, rulebook) } : {}
    const moved = movedOn(rulebook, point.law, person.answers, point.day, factsRead(rulebook, point.law, option.id))
    return [{ from, outcome: point.outcome, changed: { criteria, ...law, moved } }]
  })
  return {
    id: option.id,
    title: option.title,
    ...(points.every(({ quiet }) => quiet) ? { quiet: true as const } : {}),
    spans: starts.map(({ from, ...rest }, index) => ({ from, until: starts[index + 1]?.from ?? formatDay(period.until), ...rest })),
  }
}

/** The law that begins with a change: the option's own where the whole option begins; none where it ends. */
const lawComing = (
  option: WholeOption,
  before: State,
  point: Moment & State,
  criteria: readonly CriterionDifference[],
  rulebook: Rulebook,
): CitationShown[] => {
  if (point.outcome === 'not-in-force') return []
  if (before.outcome === 'not-in-force') return citationsShown(option.cite, { rulebook, asOf: point.day })
  return lawBegun(rulebook, option, point.day, new Set(criteria.map(({ id }) => id)))
}

/** Every fact that can matter to an option under a law. */
const factsRead = (rulebook: Rulebook, law: Law, option: string): Set<string> =>
  new Set(
    optionFunctions(rulebook, law, option).variables.list.flatMap((variable) =>
      variable.kind === 'pair' && variable.test.kind === 'before' && 'dayOf' in variable.test.bound
        ? [variable.fact, variable.test.bound.dayOf]
        : [variable.fact],
    ),
  )
