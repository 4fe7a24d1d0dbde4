import { z } from 'zod'
import { dated, Id } from './vocabulary.ts'

/** A statute, regulation, form, guidance page or archived document that can be cited. */
export const Source = z.strictObject({
  id: Id,
  title: z.string().min(1),
  /** When it could be cited: a title renumbered into another one, a manual withdrawn. */
  ...dated,
  kind: z.enum(['constitution', 'statute', 'regulation', 'case', 'guidance', 'form', 'archived-document']),
  /** How a pinpoint in it is written; `{at}` stands for the pinpoint. */
  cite: z.string().includes('{at}'),
  /** Its official address; `{section}` stands for the section without its paragraphs. */
  url: z.string().startsWith('https://').optional(),
  dated: z.union([z.string(), z.number()]).transform(String).optional(),
  /** The name of an archived document's file. */
  file: z.string().optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof Source>
