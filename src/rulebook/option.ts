import { z } from 'zod'
import { Citation } from './citation.ts'
import { Node } from './criterion.ts'
import { dated, Id, Tag } from './vocabulary.ts'

/** A text shown beside an option on the days, and in the cases, to which it belongs. */
export const Warning = z.strictObject({
  text: z.string().min(1),
  ...dated,
  cite: z.array(Citation).optional(),
  tag: Tag.optional(),
  known: Node.optional(),
  possible: Node.optional(),
})
export type Warning = z.infer<typeof Warning>

/** Something a person may be able to ask for or be given. Its form stands under `criteria`. */
export const Option = z.strictObject({
  id: Id,
  title: z.string().min(1),
  group: Id.optional(),
  tier: z.enum(['core', 'extended']).optional(),
  ...dated,
  text: z.string().min(1),
  cite: z.array(Citation).min(1),
  note: z.array(z.string()).optional(),
  tag: Tag,
  warnings: z.array(Warning).optional(),
  history: z.array(Warning).optional(),
  /** Shown as one quiet last line on a summary unless this is known: for what must never be offered unasked. */
  'raised-by': Node.optional(),
  criteria: Node,
})
export type Option = z.infer<typeof Option>

/** An option together with its top criteria that have files of their own. */
export interface WholeOption extends Option {
  readonly parts: readonly (Node & { readonly id: string })[]
}
