import { z } from 'zod'

/** Kebab-case names: a public interface, never reused for something else. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id in kebab-case')

/** A whole ISO day. Whether the day exists is checked too. */
export const IsoDay = z.iso.date()

/** How well the words of a rule were checked: read in the primary text, in a secondary one, or not at all. */
export const Tag = z.enum(['V', 'V2', 'UNVERIFIED'])
export type Tag = z.infer<typeof Tag>

/** Who looked at a rule for the law in it, by role (`attorney`), and on which day. */
export const Reviewed = z.strictObject({ role: Id, date: IsoDay })
export type Reviewed = z.infer<typeof Reviewed>

/** Who settles a criterion or a fact. */
export const Decider = z.enum([
  'facts',
  'person',
  'document',
  'professional',
  'certifying-agency',
  'law-enforcement',
  'dhs-uscis',
  'attorney-general',
  'hhs',
  'court',
])
export type Decider = z.infer<typeof Decider>

/** A half-open span of as-of days: from the first day on which something is law, until the first on which it is not. */
export const Span = z.strictObject({ from: IsoDay.optional(), until: IsoDay.optional() })
export type Span = z.infer<typeof Span>

/** Keys that say when something is law; on anything that may be dated. */
export const dated = { from: IsoDay.optional(), until: IsoDay.optional(), 'in-force': z.array(Span).min(1).optional() }
