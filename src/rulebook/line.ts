import { z } from 'zod'
import { Citation } from './citation.ts'
import { Node } from './criterion.ts'
import { dated, Id, Tag } from './vocabulary.ts'

const OutcomeName = z.enum(['may-qualify', 'appears-not-to-qualify', 'cannot-tell-yet', 'depends-on-others', 'not-in-force'])

/** When something is said: every key given has to hold. */
export const Occasion = z.strictObject({
  options: z.array(Id).min(1).optional(),
  'all-of': z.array(Id).min(1).optional(),
  outcomes: z.array(OutcomeName).min(1).optional(),
  'any-outcome': z.array(OutcomeName).min(1).optional(),
  known: Node.optional(),
  possible: Node.optional(),
})
export type Occasion = z.infer<typeof Occasion>

/** A line that has to be said to whoever reads a summary, on its occasion. */
export const Line = z.strictObject({
  id: Id,
  order: z.number(),
  /** Where it is said: at the top, among the days that cannot wait, with the rest, at the foot, or only in an interview. */
  place: z.enum(['first', 'days', 'say', 'foot', 'interview']),
  text: z.string().min(1),
  ...dated,
  cite: z.array(Citation).optional(),
  note: z.string().optional(),
  tag: Tag,
  when: Occasion.optional(),
})
export type Line = z.infer<typeof Line>
