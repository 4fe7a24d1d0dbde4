import { z } from 'zod'
import { Citation } from './citation.ts'
import { Occasion } from './line.ts'
import { dated, Id, Tag } from './vocabulary.ts'

/** A day of the case that is worth watching, counted from one of its dates. */
export const KeyDate = z.strictObject({
  id: Id,
  what: z.string().min(1),
  ...dated,
  day: z.strictObject({
    'day-of': Id,
    'plus-days': z.number().int().optional(),
    'plus-months': z.number().int().optional(),
    'plus-years': z.number().int().optional(),
    'short-month': z.enum(['last-day', 'next-day']).optional(),
  }),
  cite: z.array(Citation).min(1),
  note: z.string().optional(),
  tag: Tag,
  when: Occasion.optional(),
})
export type KeyDate = z.infer<typeof KeyDate>
