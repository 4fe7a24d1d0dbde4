import type { Diagram, Diagrams, Values } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Change } from './determination.ts'
import type { Freed } from './freed.ts'
import type { Outcome } from './outcome.ts'
import type { PossibleChange } from './possible-changes.ts'

/** How many sets are looked at before the search ends with what it has. */
const MOST = 4000

/**
 * Every set of assessments, acts and changeable facts that would better an outcome, with nothing in it that could be left out:
 * few before many, a professional before a public body. Only what has a next step is ever named, and a fact only if it was
 * answered. What the option comes to is held as functions of the changeable facts alone (`freed`); each set that is not yet enough
 * is widened by the changes that speak against a reason why it is not (Reiter 1987). `confirmed` has the last word on each set.
 */
export const wouldChange = (
  outcome: Outcome,
  changes: readonly PossibleChange[],
  freed: () => Freed,
  confirmed: (changes: readonly PossibleChange[]) => boolean,
): Change[][] => {
  if (outcome === 'may-qualify' || outcome === 'not-in-force' || changes.length === 0) return []
  const held = freed()
  if (isHopeless(outcome, held)) return []
  const widening = wideningOf(outcome, changes, held)
  const found: (readonly number[])[] = []
  const seen = new Set<string>()
  let ways: (readonly number[])[] = [[]]
  while (ways.length > 0) {
    const wider: (readonly number[])[] = []
    for (const way of ways) {
      if (seen.size > MOST || found.some((smaller) => smaller.every((one) => way.includes(one)))) continue
      const against = widening(way)
      if (against === undefined && confirmed(picked(changes, way))) found.push(way)
      for (const one of against ?? []) {
        const more = [...way, one].toSorted((a, b) => a - b)
        if (!seen.has(more.join())) wider.push(more)
        seen.add(more.join())
      }
    }
    ways = wider
  }
  const cost = (way: readonly number[]): number =>
    way.length * 1000 + picked(changes, way).reduce((sum, { fact }) => sum + (fact.kind === 'agency-act' ? 10 : 1), 0)
  return found.toSorted((a, b) => cost(a) - cost(b) || compared(a, b)).map((way) => picked(changes, way).map(({ change }) => change))
}

const picked = (changes: readonly PossibleChange[], way: readonly number[]): PossibleChange[] => way.flatMap((index) => changes[index] ?? [])

const compared = (a: readonly number[], b: readonly number[]): number => (a[0] ?? 0) - (b[0] ?? 0) || (a.length > 1 ? compared(a.slice(1), b.slice(1)) : 0)

/**
 * Undefined where a set of changes betters the outcome; else the changes of which every larger set that does has one. "Appears not"
 * is bettered where the root can be so at all; "cannot tell" where it is then the same whatever the facts nobody knows, for the same
 * assessments and acts; "depends" where it cannot be otherwise.
 */
type Widening = (way: readonly number[]) => readonly number[] | undefined

const wideningOf = (outcome: Outcome, changes: readonly PossibleChange[], freed: Freed): Widening => {
  const { manager, changed, unchanged, changeable } = freed
  const variables = new Map(changes.map(({ fact }, index) => [fact, new Set((changed[index] ?? []).map(([variable]) => variable))]))
  const variablesOf = (fact: TopicFact): ReadonlySet<number> => variables.get(fact) ?? NONE
  const fixed = [...variables].flatMap(([fact, own]) => ([...own].some((variable) => freed.isSaid(variable)) ? [fact] : []))
  const others = (way: readonly number[], speaks: (variables: Freed['changed'][number], index: number) => boolean): number[] =>
    changed.flatMap((variables, index) => (way.some((one) => changes[one]?.fact === changes[index]?.fact) || !speaks(variables, index) ? [] : [index]))
  return (way) => {
    const possible = [...unchanged]
    for (const index of way) for (const [variable, values] of changed[index] ?? []) possible[variable] = values
    const { so, notSo } = freed.under(way)
    const open = new Set(freed.unknown.filter((variable) => !way.some((index) => changed[index]?.some(([one]) => one === variable))))
    const reason =
      outcome === 'depends-on-others'
        ? manager.common(TRUE, notSo, possible, NONE, changeable)
        : outcome === 'cannot-tell-yet'
          ? manager.common(so, notSo, possible, new Set([...freed.facts, ...open]), new Set([...changeable].filter((one) => !open.has(one))))
          : undefined
    if (reason)
      return others(
        way,
        (variables, index) =>
          reason.some((side) => isAgainst(manager, freed.told[index] ?? TRUE, side)) ||
          variables.some(([variable, values]) => open.has(variable) || speaksAgainst(values, reason[1].get(variable))),
      )
    const isSo = (freed: readonly TopicFact[]): boolean =>
      manager.restrict(
        so,
        possible.map((values, variable) => (freed.some((fact) => variablesOf(fact).has(variable)) ? -1 : values)),
      ) !== FALSE
    if (isSo([])) return undefined
    const inTheWay = smallestInTheWay(
      fixed.filter((fact) => !way.some((index) => changes[index]?.fact === fact)),
      isSo,
    )
    return others(way, (_, index) => inTheWay.some((fact) => fact === changes[index]?.fact))
  }
}

/** Could something that no change touches or tells turn out so that the root is not so, whatever changes? Then nothing betters an outcome that is open. */
const isHopeless = (outcome: Outcome, { manager, under, variables, changeable, facts, told }: Freed): boolean => {
  if (outcome === 'appears-not-to-qualify') return false
  const { so, notSo } = under([])
  const tellable = new Set(told.flatMap(manager.support))
  const decisive = new Set(
    (outcome === 'cannot-tell-yet' ? facts : variables.filter((variable) => !changeable.has(variable))).filter((variable) => !tellable.has(variable)),
  )
  const read = manager.support(so)
  if (read.some((variable) => decisive.has(variable) && manager.excludes(so, notSo, variable))) return true
  const rest = new Set(variables.filter((variable) => !decisive.has(variable)))
  return manager.and(manager.some(notSo, rest), manager.not(manager.some(so, rest))) !== FALSE
}

/** A set of facts, none of which could be left out, that together keep a root from being so; empty when it cannot be so at all. */
const smallestInTheWay = (facts: readonly TopicFact[], isSo: (freed: readonly TopicFact[]) => boolean): readonly TopicFact[] => {
  if (!isSo(facts)) return []
  let freed: readonly TopicFact[] = []
  for (const fact of facts) if (!isSo([...freed, fact])) freed = [...freed, fact]
  return facts.filter((fact) => !freed.includes(fact))
}

const NONE: ReadonlySet<number> = new Set()

/** Is a condition surely not so under some values? */
const isAgainst = (manager: Diagrams, condition: Diagram, values: ReadonlyMap<number, number>): boolean => {
  const possible: Values[] = []
  for (const [variable, value] of values) possible[variable] = 1 << value
  return condition !== TRUE && manager.restrict(condition, possible) === FALSE
}

const speaksAgainst = (values: Values, value: number | undefined): boolean => value !== undefined && ((values >> value) & 1) === 0
