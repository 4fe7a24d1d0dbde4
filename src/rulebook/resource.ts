import { z } from 'zod'
import { Citation } from './citation.ts'
import { Occasion } from './line.ts'
import { dated, Id, Tag } from './vocabulary.ts'

/** A place to turn to. */
export const Resource = z.strictObject({
  id: Id,
  order: z.number().optional(),
  title: z.string().min(1),
  contact: z.string().min(1),
  text: z.string().optional(),
  ...dated,
  note: z.string().optional(),
  cite: z.array(Citation).optional(),
  tag: Tag,
  when: Occasion.optional(),
})
export type Resource = z.infer<typeof Resource>
