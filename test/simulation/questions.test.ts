import { readdirSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { readCase } from '../../src/assessment/case.ts'
import { loadFixtures } from '../../src/regression/load.ts'
import { caseAt, OFFERED, rulebook as whole, seeded, TODAY } from '../interview/support.ts'
import { inventedPerson } from './people.ts'
import type { Truth } from './people.ts'
import { acrossTopics, fixedOrder, ours, pruned, sitting, walker, withoutSafety } from './walks.ts'

/** How many invented people; more with `TVPA_SIMULATE=10000`, which takes a quarter of an hour of one core and prints the tables of docs/measurements/questions.md. */
const ASKED_FOR = process.env['TVPA_SIMULATE']
const PEOPLE = Number(ASKED_FOR ?? 40)

vi.setConfig({ testTimeout: 7_200_000 })

const rulebook = withoutSafety(whole)
const burden = new Map(rulebook.facts.map((fact) => [fact.id, fact.burden]))

/** One line of a table: what some people were asked in one order. */
interface Line {
  readonly order: string
  readonly mean: number
  readonly ninth: number
  readonly hard: number
  readonly idle: number
  readonly hardAfter: number
}

const measured = (people: readonly Truth[], options: readonly string[]): Line[] => {
  const start = sitting(TODAY, options)
  const fixed = people.map((truth) => fixedOrder(truth, start, rulebook))
  const orders = { 'pruning only': pruned, ours, ...(ASKED_FOR === undefined ? {} : { 'ours across topics': acrossTopics }) }
  return [
    line(
      'fixed order',
      fixed.map((asked) => ({ asked, idle: 0, hardAfter: 0 })),
    ),
    ...Object.entries(orders).map(([name, order]) => {
      const walk = walker(order, start, rulebook)
      // the look-ahead across topics is only for comparison
      return line(name, people.slice(0, order === acrossTopics ? 1000 : people.length).map(walk))
    }),
  ]
}

const line = (order: string, walks: readonly { readonly asked: readonly string[]; readonly idle: number; readonly hardAfter: number }[]): Line => {
  const counts = walks.map(({ asked }) => asked.length).toSorted((a, b) => a - b)
  const sum = (of: (walk: (typeof walks)[number]) => number): number => walks.reduce((total, walk) => total + of(walk), 0)
  return {
    order,
    mean: sum(({ asked }) => asked.length) / walks.length,
    ninth: counts[Math.floor(counts.length * 0.9)] ?? 0,
    hard: sum(({ asked }) => asked.filter((id) => burden.get(id) === 'distressing').length) / walks.length,
    idle: sum(({ idle }) => idle),
    hardAfter: sum(({ hardAfter }) => hardAfter),
  }
}

/** The options together, and each core one alone. */
const GOALS = [
  { name: 'all options offered', options: OFFERED },
  ...whole.options.filter(({ tier }) => tier === 'core').map(({ id }) => ({ name: id, options: [id] })),
]

/** Rows of a table; the columns are named in docs/measurements/questions.md. */
const print = (goal: string, lines: readonly Line[]): void => {
  if (ASKED_FOR === undefined) return
  for (const { order, mean, ninth, hard, idle, hardAfter } of lines) {
    const counted = order === 'fixed order' ? ['not counted', 'not counted'] : [String(idle), String(hardAfter)]
    process.stdout.write(`\n| ${[goal, order, mean.toFixed(2), String(ninth), hard.toFixed(2), ...counted].join(' | ')} |`)
  }
}

/** Nothing idle, nothing hard after the end, and fewer questions from the fixed order to pruning, and from pruning to looking ahead. */
const holds = (lines: readonly Line[]): void => {
  expect(lines.filter(({ idle, hardAfter }) => idle > 0 || hardAfter > 0)).toEqual([])
  const [fixed, only, own] = lines
  expect(only?.mean).toBeLessThan(fixed?.mean ?? 0)
  expect(own?.mean).toBeLessThan(only?.mean ?? 0)
}

describe(`${String(PEOPLE)} invented people under the law of 21 November 2026: looking ahead asks less than pruning, pruning less than a fixed order`, () => {
  const random = seeded(20261121)
  const people = Array.from({ length: PEOPLE }, () => inventedPerson(rulebook, TODAY, random))

  test.each(GOALS)('$name', ({ name, options }) => {
    const lines = measured(people, options)
    print(`${String(PEOPLE)} invented people: ${name}`, lines)
    holds(lines)
  })
})

describe('so it is with the cases of the fixtures, what they leave out not known', () => {
  const archive = readdirSync('fixtures/archive')
    .filter((name) => name.endsWith('.json'))
    .map((name) => caseAt(`fixtures/archive/${name}`).answers)

  test('in the archive', () => {
    const lines = measured(archive, OFFERED)
    print(`${String(archive.length)} cases of the archive: all options offered`, lines)
    holds(lines)
  })

  test.skipIf(ASKED_FOR === undefined).each(GOALS)('$name, over every tenth case of the fixtures', ({ name, options }) => {
    const seen = new Map<string, Truth>()
    for (const { fixture, caseFacts } of loadFixtures(['fixtures']).fixtures) {
      for (const { facts } of fixture.examples) {
        const person = readCase({ facts: { ...caseFacts, ...facts } }, rulebook, { file: fixture.file, path: [] }).case
        if (person) seen.set(JSON.stringify([...person.answers].map(([id, { value }]) => [id, value])), person.answers)
      }
    }
    const people = [...seen.values()].filter((_, index) => index % 10 === 0)
    const lines = measured(people, options)
    print(`${String(people.length)} of the ${String(seen.size)} different cases of the fixtures: ${name}`, lines)
    expect(lines.filter(({ idle, hardAfter }) => idle > 0 || hardAfter > 0)).toEqual([])
  })
})
