import { z } from 'zod'
import { Citation } from './citation.ts'
import { Id, Tag } from './vocabulary.ts'

/** What follows from the answer to a gate. None of it is a fact, and none of it changes an outcome. */
const Then = z.strictObject({
  /** The stop whose card is shown. */
  stop: Id.optional(),
  /** The sitting ends without a card. */
  end: z.literal(true).optional(),
  /** What was said is dropped: no summary, nothing saved. */
  drop: z.literal(true).optional(),
  /** Nothing may be saved in this sitting. */
  'no-saving': z.literal(true).optional(),
  /** Who sits in. */
  company: z.enum(['alone', 'lawyer', 'childs-lawyer']).optional(),
  /** The rest of this part, or every hard question, is left out of this sitting. */
  'leave-out': z.enum(['part', 'hard']).optional(),
})

/** A screen of the interview that is no fact: shown at each sitting, never saved, without effect on any outcome. */
export const Gate = z.strictObject({
  id: Id,
  order: z.number(),
  /** Before the first question, before the first hard one, after a while, or at the end. */
  at: z.enum(['start', 'hard', 'breath', 'close']),
  title: z.string().min(1),
  say: z.array(z.string().min(1)).min(1),
  /** Only in a sitting with these people. */
  company: z
    .array(z.enum(['alone', 'lawyer', 'childs-lawyer']))
    .min(1)
    .optional(),
  /** For a pause: after so many minutes or questions, or after a hard answer. */
  after: z.strictObject({ minutes: z.number().int().positive(), questions: z.number().int().positive(), hard: z.literal(true).optional() }).optional(),
  ask: z.string().min(1),
  answers: z.array(z.strictObject({ id: Id, text: z.string().min(1), then: Then.optional() })).min(1),
  cite: z.array(Citation).optional(),
  note: z.string().optional(),
  tag: Tag,
})
export type Gate = z.infer<typeof Gate>
