import type { Diagram } from '../logic/diagram.ts'
import { FALSE, TRUE } from '../logic/diagram.ts'
import type { Status } from '../logic/truth.ts'
import type { Variable } from '../logic/variables.ts'
import { byId } from '../rulebook/by-id.ts'
import { factSources } from '../rulebook/fact-sources.ts'
import type { Law, Vocabulary } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Answer } from './answer.ts'
import type { Exact } from './exact.ts'
import { exactly } from './exact.ts'
import type { LawFunctions } from '../rulebook/functions.ts'
import { lawFunctions } from '../rulebook/functions.ts'
import { completionsOf } from './completions.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'

/** Reads exact answers for one case off the functions of one option, or of the definitions. */
export interface Reader {
  readonly functions: LawFunctions
  readonly exact: Exact
  /** The variables on which a step really depends. */
  readonly dependsOn: (step: number) => readonly Variable[]
  readonly status: (step: number) => Status
}

/** After so many nodes the functions are compiled anew, so that many cases do not fill the memory. */
const FULL = 150_000

const compiled = new WeakMap<Law, Map<string, LawFunctions>>()

/** The functions beneath some steps of a law; compiled once, when they are first asked for. */
const functionsFor = (rulebook: Rulebook, law: Law, name: string, roots: readonly number[]): LawFunctions => {
  const known = compiled.get(law) ?? new Map<string, LawFunctions>()
  compiled.set(law, known)
  const found = known.get(name)
  if (found && found.manager.made < FULL) return found
  const functions = lawFunctions(rulebook, law, roots)
  known.set(name, functions)
  return functions
}

/** The functions of an option on the day of a law. */
export const optionFunctions = (rulebook: Rulebook, law: Law, option: string): LawFunctions => {
  const clause = law.options.get(option)
  return functionsFor(rulebook, law, option, clause ? [clause.step] : [])
}

/** The functions of all definitions on the day of a law. */
export const definitionFunctions = (rulebook: Rulebook, law: Law): LawFunctions =>
  functionsFor(
    rulebook,
    law,
    'definitions',
    [...law.definitions.values()].map(({ step }) => step),
  )

const vocabularies = new WeakMap<LawFunctions, Vocabulary>()

/** The part of a vocabulary on which some functions depend: the facts they read, and those that say something of them. */
export const vocabularyOf = (functions: LawFunctions, rulebook: Rulebook): Vocabulary => {
  const known = vocabularies.get(functions)
  if (known) return known
  const facts = byId(rulebook.facts)
  const wanted = new Set<string>()
  const left = functions.variables.list.flatMap((variable) =>
    variable.kind === 'pair' && variable.test.kind === 'before' && 'dayOf' in variable.test.bound
      ? [variable.fact, variable.test.bound.dayOf]
      : [variable.fact],
  )
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const fact = facts.get(id)
    if (!fact || wanted.has(id)) continue
    wanted.add(id)
    const above = rulebook.facts.filter((other) => other.kind === 'number' && other['no-less-than']?.includes(fact.id))
    left.push(...factSources(fact), ...above.map((other) => other.id))
  }
  const made = { ...rulebook, facts: rulebook.facts.filter(({ id }) => wanted.has(id)) }
  vocabularies.set(functions, made)
  return made
}

/** A reader for a case whose answers are settled. */
export const readerOf = (functions: LawFunctions, rulebook: Rulebook, answers: ReadonlyMap<string, Answer>, settled: Settled): Reader => {
  const struck = new Set(settled.contradictions.flat())
  const completions = completionsOf(functions, settled.known, rulebook, (fact) => (struck.has(fact) ? undefined : answers.get(fact)?.knowledge))
  const exact = exactly(functions, completions)
  return {
    functions,
    exact,
    status: exact.status,
    dependsOn: (step) => exact.support(step).flatMap((index) => functions.variables.list[index] ?? []),
  }
}

/** The outcome of an option for any answers. */
export type OutcomeFor = (answers: ReadonlyMap<string, Answer>) => Outcome

/** Gives the exact outcome of an option for other answers than those of the case. */
export const outcomesOf = (rulebook: Rulebook, law: Law, option: string): OutcomeFor => {
  const clause = law.options.get(option)
  return (answers) => {
    if (!clause) return 'not-in-force'
    return outcomeOf(readerOf(optionFunctions(rulebook, law, option), rulebook, answers, settle(answers, rulebook, law.asOf)).status(clause.step))
  }
}

/**
 * Is an outcome the same in every completion of the facts? For `depends-on-others` that is so when no completion of the facts
 * alone settles the option, though which assessment or act it hangs on may differ.
 */
export const forces = (reader: Reader, root: number, outcome: Outcome): boolean => {
  const found = outcomeOf(reader.status(root))
  if (found === outcome) return true
  if (outcome !== 'depends-on-others' || found !== 'cannot-tell-yet') return false
  const { manager, variables } = reader.functions
  const own = reader.exact.reduced(root)
  const kept = reader.exact.kept(own)
  const others = new Set(variables.list.flatMap(({ openness }, index) => (openness === 'unknown' ? [] : [index])))
  const may = (diagram: Diagram): Diagram => manager.some(manager.and(diagram, kept), others)
  const open = manager.and(may(own), may(manager.not(own)))
  const possible = manager.some(kept, others)
  return manager.and(possible, manager.not(open)) === FALSE && possible !== FALSE && open !== FALSE && own !== TRUE
}
