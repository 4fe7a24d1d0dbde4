import { worthOf } from '../../src/assessment/look-ahead.ts'
import type { Aim } from '../../src/assessment/look-ahead.ts'
import { TRUE } from '../../src/logic/diagram.ts'
import type { Diagram, Values } from '../../src/logic/diagram.ts'
import type { Known } from '../../src/logic/evaluate.ts'
import { EVERYTHING } from '../../src/logic/interval.ts'

/** A function to be settled by questions, and every answer to each fact that it reads: each is as likely as the others. */
export interface Game {
  readonly functions: Aim['functions']
  readonly start: Diagram
  readonly facts: readonly string[]
}

/** The expected number of questions until the function is settled. */
export type Expected = (game: Game) => number

/** More functions on the way than this, or more answers to one fact, and a game is left out. */
const MOST_STATES = 5000
const MOST_ANSWERS = 16

/** Thrown when a game has too many states to be looked at one by one. */
export class TooLarge extends Error {}

/** A game over the variables of a function; undefined where it reads dates in pairs, public bodies' steps, or more than `most` facts. */
export const gameOf = (functions: Aim['functions'], start: Diagram, most: number): Game | undefined => {
  const read = functions.manager.support(start).flatMap((index) => functions.variables.list[index] ?? [])
  const facts = [...new Set(read.map(({ fact }) => fact))].toSorted()
  const isOdd = read.some(({ kind }) => kind === 'pair' || kind === 'await')
  if (isOdd || facts.length < 2 || facts.length > most) return undefined
  const game = { functions, start, facts }
  return facts.some((fact) => answersTo(fact, game) > MOST_ANSWERS) ? undefined : game
}

/** The fewest questions that any order can expect: for every function on the way the best fact, by dynamic programming. */
export const optimum: Expected = (game) => expected(game, (_, open, cost) => Math.min(...open.map(cost)))

/** The questions that an order expects which names the next fact for what is left. */
export const inOrderOf =
  (next: (left: Diagram, open: readonly string[], game: Game) => string): Expected =>
  (game) =>
    expected(game, (left, open, cost) => cost(next(left, open, game)))

const nothingKnown: Known = () => ({ kind: 'span', span: EVERYTHING })

/** The fact that the program's look-ahead would ask, all being as light. */
export const lookingAhead = (left: Diagram, open: readonly string[], { functions }: Game): string => {
  const possible = functions.variables.sizes.map((size) => (1 << size) - 1)
  const worths = open.map((id) => worthOf([{ functions, left, possible }], nothingKnown, () => true)({ id, burden: 'light' }))
  return open[worths.indexOf(Math.max(...worths))] ?? ''
}

/** The expected questions for a game, where `choose` says what those of a function come to, given what each next fact would. */
const expected = (game: Game, choose: (left: Diagram, open: readonly string[], cost: (fact: string) => number) => number): number => {
  const { manager, variables } = game.functions
  const ways = new Map(game.facts.map((fact) => [fact, waysOf(fact, game)]))
  const seen = new Map<Diagram, number>()
  const from = (left: Diagram): number => {
    if (left <= TRUE) return 0
    const known = seen.get(left)
    if (known !== undefined) return known
    if (seen.size > MOST_STATES) throw new TooLarge(`more than ${String(MOST_STATES)} functions on the way`)
    const read = new Set(manager.support(left).map((index) => variables.list[index]?.fact))
    const open = game.facts.filter((fact) => read.has(fact))
    const found = choose(left, open, (fact) => {
      const answers = ways.get(fact) ?? []
      return 1 + answers.reduce((sum, answer) => sum + from(manager.restrict(left, answer)), 0) / answers.length
    })
    seen.set(left, found)
    return found
  }
  return from(game.start)
}

const variablesOf = (fact: string, { functions: { manager, variables }, start }: Game): number[] =>
  manager.support(start).filter((index) => variables.list[index]?.fact === fact)

const answersTo = (fact: string, game: Game): number =>
  variablesOf(fact, game).reduce((product, index) => product * (game.functions.variables.sizes[index] ?? 1), 1)

/** Every way to give the variables of a fact a value. */
const waysOf = (fact: string, game: Game): (readonly Values[])[] =>
  variablesOf(fact, game).reduce<(readonly Values[])[]>(
    (ways, index) =>
      ways.flatMap((way) =>
        Array.from({ length: game.functions.variables.sizes[index] ?? 0 }, (_, value) => {
          const more = [...way]
          more[index] = 1 << value
          return more
        }),
      ),
    [[]],
  )
