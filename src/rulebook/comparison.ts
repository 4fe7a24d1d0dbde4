import { z } from 'zod'
import { Citation } from './citation.ts'
import { dated, Id, Tag } from './vocabulary.ts'

/** Two or more options side by side, aspect by aspect; shown where all of them are open. */
export const Comparison = z.strictObject({
  id: Id,
  title: z.string().min(1),
  options: z.array(Id).min(2),
  text: z.string().min(1),
  ...dated,
  note: z.string().optional(),
  tag: Tag,
  rows: z
    .array(
      z.strictObject({ aspect: z.string().min(1), cells: z.array(z.string().min(1)).min(2), ...dated, cite: z.array(Citation).min(1), tag: Tag.optional() }),
    )
    .min(1),
})
export type Comparison = z.infer<typeof Comparison>
