import { z } from 'zod'
import { PinpointStyle } from './pinpoint.ts'
import { dated, Id } from './vocabulary.ts'

/** A place of a source, and what stood there on its days. Places inside it share them, unless they have entries of their own. */
const SourcePlace = z.strictObject({
  at: z.string().min(1),
  /** The last section of a row of sections that begins with `at`. */
  to: z.string().min(1).optional(),
  what: z.string().min(1),
  ...dated,
  /** The year by which a pinpoint names this text, as in `(2002 text)`. */
  text: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
})
export type SourcePlace = z.infer<typeof SourcePlace>

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
  /** The grammar of its pinpoints, where it is not that of its kind. */
  pinpoint: PinpointStyle.optional(),
  /** What stood at a place on which days, where places were numbered anew. */
  places: z.array(SourcePlace).min(1).optional(),
})
export type Source = z.infer<typeof Source>

const STYLES: Record<Source['kind'], PinpointStyle> = {
  constitution: 'amendment',
  statute: 'section',
  regulation: 'rule',
  case: 'decision',
  guidance: 'title',
  form: 'form',
  'archived-document': 'title',
}

/** The grammar of the pinpoints of a source. */
export const pinpointStyle = ({ kind, pinpoint }: Source): PinpointStyle => pinpoint ?? STYLES[kind]
