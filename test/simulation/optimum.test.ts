import { expect, test, vi } from 'vitest'
import { lawOf } from '../../src/assessment/assess.ts'
import { definitionFunctions, optionFunctions } from '../../src/assessment/reader.ts'
import { inOrder } from '../../src/interview/parts.ts'
import { diagrams } from '../../src/logic/diagram.ts'
import type { Diagram } from '../../src/logic/diagram.ts'
import { variablesOf } from '../../src/logic/variables.ts'
import type { Clause } from '../../src/rulebook/in-force.ts'
import { seeded, TODAY } from '../interview/support.ts'
import { realRulebook } from '../support/rules.ts'
import type { Game } from './optimum.ts'
import { gameOf, inOrderOf, lookingAhead, optimum, TooLarge } from './optimum.ts'

/** Goals of up to twelve facts with `TVPA_SIMULATE`; smaller and fewer ones in a daily run. */
const FULL = process.env['TVPA_SIMULATE'] !== undefined
const MOST_FACTS = FULL ? 12 : 6
const RANDOM_RULES = FULL ? 300 : 25

vi.setConfig({ testTimeout: 3_600_000 })

const rulebook = realRulebook()

/** Compares the expected questions of the look-ahead, and of a fixed order with pruning, with the fewest possible. */
const compared = (
  title: string,
  games: readonly Game[],
  place: (open: readonly string[]) => string,
): { games: number; ahead: number; inPlace: number; worst: number } => {
  const rows = games.flatMap((game) => {
    try {
      const best = optimum(game)
      return [{ best, ahead: inOrderOf(lookingAhead)(game), inPlace: inOrderOf((_, open) => place(open))(game) }]
    } catch (error) {
      if (error instanceof TooLarge) return []
      throw error
    }
  })
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const best = sum((row) => row.best)
  const worst = Math.max(...rows.map((row) => row.ahead / row.best))
  const exact = rows.filter((row) => row.ahead <= row.best + 1e-9).length
  if (FULL)
    process.stdout.write(
      `\n| ${title} | ${String(rows.length)} (${String(games.length - rows.length)} too large) | ${(best / rows.length).toFixed(3)} | ${(sum((row) => row.ahead) / rows.length).toFixed(3)} | ${(sum((row) => row.ahead) / best).toFixed(4)} | ${worst.toFixed(3)} | ${String(exact)} | ${(sum((row) => row.inPlace) / rows.length).toFixed(3)} | ${(sum((row) => row.inPlace) / best).toFixed(4)} |\n`,
    )
  for (const row of rows) {
    expect(row.ahead).toBeGreaterThanOrEqual(row.best - 1e-9)
    expect(row.inPlace).toBeGreaterThanOrEqual(row.best - 1e-9)
  }
  return { games: rows.length, ahead: sum((row) => row.ahead) / best, inPlace: sum((row) => row.inPlace) / best, worst }
}

test('on the small criteria and definitions of the rulebook the look-ahead asks hardly more than the best possible order', () => {
  const law = lawOf(rulebook, TODAY)
  const definitions = definitionFunctions(rulebook, law)
  const games = new Map<string, Game>()
  const add = (clause: Clause, functions: typeof definitions): void => {
    const game = clause.node.id === undefined ? undefined : gameOf(functions, functions.of(clause.step), MOST_FACTS)
    if (game) games.set(String(clause.step), game)
    for (const child of clause.children) add(child, functions)
  }
  for (const clause of law.definitions.values()) add(clause, definitions)
  for (const [id, clause] of law.options) add(clause, optionFunctions(rulebook, law, id))
  const order = inOrder(rulebook)
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]))
  const place = (open: readonly string[]): string => {
    const [first] = open.flatMap((id) => facts.get(id) ?? []).toSorted(order)
    return first?.id ?? ''
  }
  const found = compared('criteria and definitions of the rulebook', [...games.values()], place)
  expect(found.games).toBeGreaterThan(10)
  expect(found.ahead).toBeLessThan(1.1)
  expect(found.ahead).toBeLessThanOrEqual(found.inPlace)
})

test('so it is on random rules', () => {
  const random = seeded(7)
  const found = compared(
    'random rules of yes-no facts',
    Array.from({ length: RANDOM_RULES }, () => randomGame(3 + Math.floor(random() * (MOST_FACTS - 2)), random)).flatMap((game) => game ?? []),
    (open) => open[0] ?? '',
  )
  expect(found.games).toBeGreaterThan(10)
  expect(found.ahead).toBeLessThan(1.1)
  expect(found.ahead).toBeLessThan(found.inPlace)
})

/** A random rule of all and any, three deep, some leaves turned round and some facts named twice. */
const randomGame = (count: number, random: () => number): Game | undefined => {
  const names = Array.from({ length: count }, (_, index) => `f${String(index).padStart(2, '0')}`)
  const variables = variablesOf(
    names.map((name) => ({ fact: name, openness: 'unknown', kind: 'is', members: ['true'] })),
    [],
    () => ['true', 'false'],
  )
  const manager = diagrams(variables.sizes)
  const leaf = (index: number): Diagram => manager.literal(index, random() < 0.3 ? 0b10 : 0b01)
  const joined = (parts: readonly Diagram[], all: boolean): Diagram => parts.reduce(all ? manager.and : manager.or)
  const split = (leaves: readonly number[], all: boolean): Diagram => {
    if (leaves.length <= 2) return joined(leaves.map(leaf), all)
    const groups: number[][] = Array.from({ length: 2 + Math.floor(random() * 2) }, () => [])
    for (const index of leaves) groups[Math.floor(random() * groups.length)]?.push(index)
    const filled = groups.filter((group) => group.length > 0)
    return filled.length < 2
      ? joined(leaves.map(leaf), all)
      : joined(
          filled.map((group) => split(group, !all)),
          all,
        )
  }
  const again = names.flatMap((_, index) => (random() < 0.25 ? [index] : []))
  return gameOf(
    { manager, variables },
    split(
      [...names.keys(), ...again].toSorted(() => random() - 0.5),
      random() < 0.5,
    ),
    12,
  )
}
