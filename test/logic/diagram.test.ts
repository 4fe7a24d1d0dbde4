import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagram, Diagrams } from '../../src/logic/diagram.ts'
import { BudgetExceeded, diagrams, FALSE, TRUE } from '../../src/logic/diagram.ts'

/** A function in the fewest words: a literal, or functions joined. It is evaluated once more here, by its meaning. */
type Formula = { variable: number; values: number } | { not: Formula } | { and: Formula[] } | { or: Formula[] } | { xor: [Formula, Formula] }

const SIZES = [2, 3, 2, 4, 2, 3]
const RUNS = { seed: 20261121, numRuns: 700 }

const aLiteral = fc.nat(SIZES.length - 1).chain((variable) => fc.nat((1 << (SIZES[variable] ?? 1)) - 1).map((values): Formula => ({ variable, values })))
const aFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    aLiteral,
    tie('formula').map((not): Formula => ({ not })),
    fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map((and): Formula => ({ and })),
    fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map((or): Formula => ({ or })),
    fc.tuple(tie('formula'), tie('formula')).map((xor): Formula => ({ xor })),
  ),
})).formula
const somePossible = fc.tuple(...SIZES.map((size) => fc.integer({ min: 1, max: (1 << size) - 1 })))

const holds = (formula: Formula, values: readonly number[]): boolean => {
  if ('variable' in formula) return ((formula.values >> (values[formula.variable] ?? 0)) & 1) === 1
  if ('not' in formula) return !holds(formula.not, values)
  if ('and' in formula) return formula.and.every((one) => holds(one, values))
  if ('or' in formula) return formula.or.some((one) => holds(one, values))
  return holds(formula.xor[0], values) !== holds(formula.xor[1], values)
}

const built = (formula: Formula, manager: Diagrams): Diagram => {
  if ('variable' in formula) return manager.literal(formula.variable, formula.values)
  if ('not' in formula) return manager.not(built(formula.not, manager))
  if ('and' in formula) return formula.and.map((one) => built(one, manager)).reduce(manager.and, TRUE)
  if ('or' in formula) return formula.or.map((one) => built(one, manager)).reduce(manager.or, FALSE)
  return manager.xor(built(formula.xor[0], manager), built(formula.xor[1], manager))
}

const assignments = (possible: readonly number[]): number[][] =>
  SIZES.reduce<number[][]>(
    (all, size, variable) =>
      all.flatMap((some) =>
        Array.from({ length: size }, (_, value) => value)
          .filter((value) => (((possible[variable] ?? 0) >> value) & 1) === 1)
          .map((value) => [...some, value]),
      ),
    [[]],
  )
const EVERY = assignments(SIZES.map((size) => (1 << size) - 1))

test('equal functions are one diagram, and a function that is always or never so is a constant', () => {
  fc.assert(
    fc.property(aFormula, aFormula, (a, b) => {
      const manager = diagrams(SIZES)
      const [x, y] = [built(a, manager), built(b, manager)]
      expect(x === y).toBe(EVERY.every((values) => holds(a, values) === holds(b, values)))
      expect(x === TRUE).toBe(EVERY.every((values) => holds(a, values)))
      expect(x === FALSE).toBe(EVERY.every((values) => !holds(a, values)))
    }),
    RUNS,
  )
})

test('with some values impossible, a function depends on just the variables that can still change it', () => {
  fc.assert(
    fc.property(aFormula, somePossible, (formula, possible) => {
      const manager = diagrams(SIZES)
      const own = manager.restrict(built(formula, manager), possible)
      const ways = assignments(possible)
      const matters = SIZES.flatMap((_, variable) =>
        ways.some((a) => ways.some((b) => a.every((value, index) => index === variable || value === b[index]) && holds(formula, a) !== holds(formula, b)))
          ? [variable]
          : [],
      )
      expect(manager.support(own)).toEqual(matters)
    }),
    { ...RUNS, numRuns: 150 },
  )
})

test('the share of assignments for which a function is true is counted, and a shortest witness makes it true', () => {
  fc.assert(
    fc.property(aFormula, somePossible, (formula, possible) => {
      const manager = diagrams(SIZES)
      const own = built(formula, manager)
      const ways = assignments(possible)
      const good = ways.filter((values) => holds(formula, values))
      expect(manager.share(own, possible)).toBeCloseTo(good.length / ways.length, 10)
      const witness = manager.witness(own, possible)
      expect(witness === undefined).toBe(good.length === 0)
      if (witness)
        expect(ways.filter((values) => [...witness].every(([variable, value]) => values[variable] === value)).every((values) => holds(formula, values))).toBe(
          true,
        )
    }),
    RUNS,
  )
})

test('for some value of a variable is the same as one value or another', () => {
  fc.assert(
    fc.property(aFormula, fc.nat(SIZES.length - 1), (formula, variable) => {
      const manager = diagrams(SIZES)
      const some = manager.some(built(formula, manager), new Set([variable]))
      const wanted = (values: readonly number[]): boolean =>
        Array.from({ length: SIZES[variable] ?? 0 }, (_, value) => values.with(variable, value)).some((one) => holds(formula, one))
      const again = built(formula, manager)
      expect(manager.and(again, manager.not(some))).toBe(FALSE)
      for (const values of EVERY.slice(0, 60))
        expect(
          manager.restrict(
            some,
            values.map((value) => 1 << value),
          ) === TRUE,
        ).toBe(wanted(values))
    }),
    { ...RUNS, numRuns: 150 },
  )
})

test('a rule that needs too many nodes is told as such', () => {
  const manager = diagrams(
    Array.from({ length: 24 }, () => 2),
    200,
  )
  const pairs = Array.from({ length: 12 }, (_, index) => manager.and(manager.literal(index, 2), manager.literal(index + 12, 2)))
  expect(() => pairs.reduce(manager.or, FALSE)).toThrow(BudgetExceeded)
})
