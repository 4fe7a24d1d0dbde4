import { z } from 'zod'
import { Node } from './criterion.ts'
import { Decider, Id, IsoDay } from './vocabulary.ts'

const common = {
  id: Id,
  question: z.string().min(1),
  why: z.string().min(1),
  help: z.string().optional(),
  burden: z.enum(['light', 'personal', 'distressing']),
  recording: z.enum(['open', 'paper', 'care', 'lawyer-first']),
  /** Asked while a rule hangs on it; asked in its place for safety; or kept for the record, where no rule reads it yet. */
  relevance: z.enum(['rules', 'outside', 'record']),
  tier: z.enum(['core', 'extended']),
  'decided-by': Decider,
  'only-if': Node.optional(),
  'next-step': z.string().optional(),
  note: z.string().optional(),
}
const members = z.array(Id).min(2)
const choiceExtras = { otherwise: z.string().optional(), assumed: z.string().optional() }
const derived = z
  .union([z.strictObject({ 'years-between': z.tuple([Id, z.union([Id, z.literal('as-of')])]) }), z.strictObject({ 'same-as': Id, when: Node.optional() })])
  .optional()

/** One thing that can be known of a case. */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('yes-no'), otherwise: z.boolean().optional(), assumed: z.boolean().optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('judgment'),
    factors: z.array(Id).optional(),
    'factors-from': z.array(Id).optional(),
    otherwise: z.boolean().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('choice'), members, ...choiceExtras }),
  z.strictObject({ ...common, kind: z.literal('choices'), members, otherwise: z.array(z.string()).optional() }),
  z.strictObject({ ...common, kind: z.literal('agency-act'), members, ...choiceExtras }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    range: z.strictObject({ from: z.number().int(), to: z.number().int(), unit: z.string() }),
    derived,
    'no-less-than': z.array(Id).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('date'),
    range: z.strictObject({ from: IsoDay, to: z.enum(['as-of', 'as-of-plus-one-year']) }),
    clock: z.enum(['event', 'filing']).optional(),
    assumed: z.literal('as-of').optional(),
    derived,
  }),
])
export type Fact = z.infer<typeof Fact>

/** The facts of one topic, in the order in which they are asked. */
export const FactFile = z.strictObject({ topic: Id, facts: z.array(Fact).min(1) })
export type FactFile = z.infer<typeof FactFile>
export type TopicFact = Fact & { readonly topic: string }
