import { z } from 'zod'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import { fit } from '../rulebook/schema-problems.ts'
import { IsoDay } from '../rulebook/vocabulary.ts'
import { readYaml } from '../rulebook/yaml.ts'

const Facts = z.record(z.string(), z.unknown())
const shared = {
  from: z.string().min(1).optional(),
  'as-of': IsoDay.optional(),
  set: Facts.optional(),
  relatives: z.array(z.unknown()).optional(),
  expect: z.record(z.string(), z.string()).optional(),
  missing: z.array(z.string()).optional(),
  warnings: z.array(z.string()).optional(),
  lines: z.array(z.string()).optional(),
  'no-lines': z.array(z.string()).optional(),
  note: z.string().optional(),
}
type Variation = {
  name?: string | undefined
  from?: string | undefined
  'as-of'?: string | undefined
  set?: Record<string, unknown> | undefined
  relatives?: unknown[] | undefined
  expect?: Record<string, string> | undefined
  missing?: string[] | undefined
  warnings?: string[] | undefined
  lines?: string[] | undefined
  'no-lines'?: string[] | undefined
  note?: string | undefined
  vary?: Variation[] | undefined
}
const Variation: z.ZodType<Variation> = z.lazy(() => z.strictObject({ name: z.string().optional(), ...shared, vary: z.array(Variation).optional() }))
const Fixture = z.strictObject({
  base: Facts.optional(),
  /** A case file beside the fixture, instead of a base. */
  case: z.string().optional(),
  examples: z.array(z.strictObject({ name: z.string(), ...shared, from: z.string().min(1), vary: z.array(Variation).optional() })).min(1),
})

/** One case with what the rules must say of it, and where that expectation comes from. */
export interface Example {
  readonly name: string
  readonly from: string
  readonly where: Where
  readonly asOf: string | undefined
  readonly facts: Readonly<Record<string, unknown>>
  readonly expect: Readonly<Record<string, string>>
  readonly missing: readonly string[] | undefined
  readonly warnings: readonly string[]
  readonly lines: readonly string[]
  /** Lines that must not be said. */
  readonly noLines: readonly string[]
}

/** A fixture file: its examples, each variation an example of its own, and the case file it starts from. */
export interface FixtureFile {
  readonly file: string
  readonly case: string | undefined
  readonly examples: readonly Example[]
}

/** Reads a fixture; `file` is its path inside the fixtures folder. */
export const readFixture = (file: string, text: string): { fixture?: FixtureFile; problems: Problem[] } => {
  const yaml = readYaml(file, text)
  const problems = [...yaml.problems]
  const fixture = fit(Fixture, yaml, problems)
  if (!fixture) return { problems }
  const unfold = (variation: Variation, above: Example, path: readonly (string | number)[]): Example[] => {
    const example: Example = {
      name: variation.name ?? `${above.name}${difference(variation)}`,
      from: variation.from ?? above.from,
      where: yaml.locate(path),
      asOf: variation['as-of'] ?? above.asOf,
      facts: { ...above.facts, ...variation.set },
      expect: variation.expect ?? {},
      missing: variation.missing,
      warnings: variation.warnings ?? [],
      lines: variation.lines ?? [],
      noLines: variation['no-lines'] ?? [],
    }
    const below = (variation.vary ?? []).flatMap((inner, index) => unfold(inner, example, [...path, 'vary', index]))
    const expects = variation.expect ?? variation.missing ?? variation.warnings ?? variation.lines ?? variation['no-lines']
    if (!expects && below.length === 0) problems.push(problem('missing-key', yaml.locate(path), { key: 'expect' }))
    return expects ? [example, ...below] : below
  }
  const base: Example = {
    name: '',
    from: '',
    where: yaml.locate([]),
    asOf: undefined,
    facts: fixture.base ?? {},
    expect: {},
    missing: undefined,
    warnings: [],
    lines: [],
    noLines: [],
  }
  return { fixture: { file, case: fixture.case, examples: fixture.examples.flatMap((example, index) => unfold(example, base, ['examples', index])) }, problems }
}

const difference = (variation: Variation): string => {
  const parts = [
    variation['as-of'] === undefined ? '' : `as of ${variation['as-of']}`,
    variation.set === undefined
      ? ''
      : `with ${Object.entries(variation.set)
          .map(([fact, value]) => `${fact} ${JSON.stringify(value)}`)
          .join(', ')}`,
  ]
  const told = parts.filter((part) => part !== '').join(' ')
  return told === '' ? '' : `, ${told}`
}
