import { z } from 'zod'
import { Id } from './vocabulary.ts'

/** Why a statement of an archived document is not in the rulebook: a closed list, with words for people. */
export const REASON_WORDS = {
  background: 'background: agencies, treaties, training, the document itself',
  statistics: 'an estimate or a count',
  history: 'how things stood then, and no longer do',
  policy: 'a recommendation or plan',
  programme: 'a programme or grant that is not asked for by a person',
  'old-contact': 'an address or number that is not known to work',
  'other-law': 'law that opens nothing for a survivor',
  'never-law': 'a proposal that never became law',
  'not-yet-encoded': 'planned, not yet encoded',
} as const

const reasons = Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[]
const Ids = z.array(z.string().min(1)).min(1)

/** One statement of an archived document: where it is encoded, or why not. */
export const LedgerRow = z.strictObject({
  row: z.number().int().min(1),
  source: Id,
  heading: z.string().min(1),
  /** The statement in a few words. */
  label: z.string().min(1),
  /** Options, definitions, criteria (`option/criterion`) and other things of the rulebook that hold it. */
  encoded: Ids.optional(),
  /** The archive case, by the name of its fixture, that holds a story told there. */
  case: z.array(Id).min(1).optional(),
  reason: z.enum(reasons).optional(),
  /** With `not-yet-encoded`: the ids it will have. Once they are in the rulebook the row counts as encoded. */
  planned: Ids.optional(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

/** Every statement of the archived documents, accounted for. */
export const Ledger = z.strictObject({
  /** How many statements there are, numbered from 1. */
  count: z.number().int().min(1),
  rows: z.array(LedgerRow),
})
export type Ledger = z.infer<typeof Ledger>
