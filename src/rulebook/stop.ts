import { z } from 'zod'
import { Citation } from './citation.ts'
import { Node } from './criterion.ts'
import { Id, Tag } from './vocabulary.ts'

/** What ends the questions of a sitting: a card is shown, and the next question is not offered. Never saved. */
export const Stop = z.strictObject({
  id: Id,
  order: z.number(),
  title: z.string().min(1),
  card: z.array(z.string().min(1)).min(1),
  /** Surely so on the answers: the questions stop. */
  known: Node.optional(),
  /** Not surely otherwise, once these facts were asked: the questions stop. */
  'may-be': z.strictObject({ asked: z.array(Id).min(1), possible: Node }).optional(),
  /** Who sits in and may go on all the same. */
  'goes-on-with': z
    .array(z.enum(['lawyer', 'childs-lawyer']))
    .min(1)
    .optional(),
  /** Facts of safety and place that are still asked before the card is shown. */
  'ask-first': z.array(Id).min(1).optional(),
  /** How someone in the room can call it, at any question. */
  call: z.string().min(1).optional(),
  /** May the summary be offered today? */
  summary: z.boolean(),
  /** Nothing more is shown after the card: it may be read by someone else. */
  'at-once': z.literal(true).optional(),
  /** Is all that was said dropped, so that nothing is saved? */
  drop: z.literal(true).optional(),
  cite: z.array(Citation).optional(),
  note: z.string().optional(),
  tag: Tag,
})
export type Stop = z.infer<typeof Stop>
