import { z } from 'zod'
import { dated, Id, Tag } from './vocabulary.ts'

/** A source and a place in it, with the days on which that place is the one to look at. */
export const Citation = z.strictObject({
  source: Id,
  /** The pinpoint; a text, since a number would lose its last nought (`214.10`). */
  at: z.string().min(1),
  ...dated,
  /** Archived documents: words that stand there, on one line. */
  anchor: z.string().min(1).optional(),
  tag: Tag.optional(),
})
export type Citation = z.infer<typeof Citation>
