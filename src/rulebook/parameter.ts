import { z } from 'zod'
import { Citation } from './citation.ts'
import { Id, IsoDay, Tag } from './vocabulary.ts'

/** A number that law changes from time to time: a cap, a duration, an age, a fee. */
export const Parameter = z.strictObject({
  id: Id,
  title: z.string(),
  unit: z.string(),
  note: z.string().optional(),
  cite: z.array(Citation).optional(),
  tag: Tag,
  values: z
    .array(
      z.strictObject({
        from: IsoDay.optional(),
        until: IsoDay.optional(),
        value: z.number().int(),
        cite: z.array(Citation).optional(),
        tag: Tag.optional(),
        note: z.string().optional(),
      }),
    )
    .min(1),
})
export type Parameter = z.infer<typeof Parameter>
