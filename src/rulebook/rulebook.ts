import { z } from 'zod'
import type { Node } from './criterion.ts'
import type { TopicFact } from './fact.ts'
import type { Gate } from './gate.ts'
import type { KeyDate } from './key-date.ts'
import type { Ledger } from './ledger.ts'
import type { Line } from './line.ts'
import type { WholeOption } from './option.ts'
import type { Parameter } from './parameter.ts'
import type { Resource } from './resource.ts'
import type { Sitting } from './sitting.ts'
import type { Source } from './source.ts'
import type { Stop } from './stop.ts'
import { Id, IsoDay } from './vocabulary.ts'
import type { Comparison } from './comparison.ts'

/** What the rulebook says of itself. */
export const About = z.strictObject({
  title: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The last day through which the law was reviewed. */
  'reviewed-through': IsoDay,
  /** The first day of which the rulebook speaks. */
  'first-day': IsoDay,
  /** Said on every determination. */
  notice: z.string().min(1),
  /** Warnings that do not hang on one rule; words in braces are filled in. */
  warnings: z.strictObject({
    contradiction: z.string().includes('{facts}'),
    'beyond-review': z.string().includes('{reviewed-through}'),
    'before-first-day': z.string().includes('{first-day}'),
    'as-of-overridden': z.string().includes('{own}'),
  }),
  /** Options in the order in which they are shown; those not named come last. */
  options: z.array(Id),
  /** What options are grouped under, in the order in which groups are shown. */
  groups: z.array(z.strictObject({ id: Id, title: z.string() })).default([]),
  topics: z.array(z.strictObject({ id: Id, title: z.string() })).min(1),
})
export type About = z.infer<typeof About>

/** A reusable legal term: a node with an id. */
export type Definition = Node & { readonly id: string }

/** All the law, as plain data. Facts stand in the order in which they are asked. */
export interface Rulebook {
  readonly about: About
  readonly sources: readonly Source[]
  readonly facts: readonly TopicFact[]
  readonly definitions: readonly Definition[]
  readonly options: readonly WholeOption[]
  readonly parameters: readonly Parameter[]
  readonly lines: readonly Line[]
  readonly 'key-dates': readonly KeyDate[]
  readonly resources: readonly Resource[]
  readonly comparisons: readonly Comparison[]
  /** Screens and stops of the interview: no facts, never saved. */
  readonly gates: readonly Gate[]
  readonly stops: readonly Stop[]
  /** How a sitting goes through the facts; in the order of the topics when not given. */
  readonly sitting?: Sitting
  /** What became of every statement of the archived documents. */
  readonly ledger?: Ledger
  /** `sha256:` and the digest of everything above, as canonical JSON. */
  readonly digest: string
}
