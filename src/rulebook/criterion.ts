import { z } from 'zod'
import { Citation } from './citation.ts'
import { dated, Decider, Id, IsoDay, Reviewed, Tag } from './vocabulary.ts'

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item).min(1)])

/** Something a reader of a rule should know, on the days on which it is so. */
export const Note = z.union([
  z
    .string()
    .min(1)
    .transform((text): Note => ({ text })),
  z.strictObject({ text: z.string().min(1), ...dated, tag: Tag.optional(), cite: z.array(Citation).optional() }),
])
export type Note = {
  text: string
  from?: string | undefined
  until?: string | undefined
  'in-force'?: { from?: string | undefined; until?: string | undefined }[] | undefined
  tag?: Tag | undefined
  cite?: Citation[] | undefined
}

/** A reading of the law that could be taken differently. */
export const Reading = z.strictObject({ reading: z.string(), alternative: z.string(), authority: z.string(), ...dated, tag: Tag.optional() })
export type Reading = z.infer<typeof Reading>

const head = {
  id: Id.optional(),
  title: z.string().min(1).optional(),
  ...dated,
  text: z.string().min(1).optional(),
  'decided-by': Decider.optional(),
  cite: z.array(Citation).min(1).optional(),
  evidence: z.array(z.string()).optional(),
  note: oneOrMore(Note).optional(),
  reading: oneOrMore(Reading).optional(),
  tag: Tag.optional(),
  reviewed: Reviewed.optional(),
}
export type Head = z.infer<z.ZodObject<typeof head>>

const Members = z.array(z.string()).min(1)
const Limit = z.union([z.number().int(), z.strictObject({ parameter: Id })])
export type Limit = z.infer<typeof Limit>
const ShiftedDay = z.strictObject({
  'day-of': Id,
  'plus-days': z.number().int().optional(),
  'plus-months': z.number().int().optional(),
  'plus-years': z.number().int().optional(),
  'short-month': z.enum(['last-day', 'next-day']).optional(),
})
export type ShiftedDay = z.infer<typeof ShiftedDay>
/** A day, a date fact, or a day of a fact moved. What begins with a digit is a day, and has to be one. */
const When = z.union([IsoDay, Id.regex(/^[^\d]/, 'expected a day or the id of a date'), ShiftedDay])
export type When = z.infer<typeof When>
const AsOf = z.strictObject({ who: Decider, what: z.string().min(1) })

/** The keys by which each form is told from the others. */
export const formKeys = ['all', 'any', 'not', 'bar', 'definition', 'criterion', 'await', 'act', 'fact', 'at-least'] as const
/** The keys that say what is tested of a fact. */
export const testKeys = ['is', 'one-of', 'has', 'has-other-than', 'under', 'at-least', 'before', 'up-to', 'after', 'on-or-after'] as const
const headKeys = Object.keys(head)

/** The keys a node may have besides those of its form. */
export const nodeKeys: readonly string[] = [...headKeys, ...formKeys, ...testKeys, 'law-of', 'again']

const children = z.lazy(() => z.array(Node).min(1))
const child = z.lazy(() => Node)
const fact = { fact: Id }
const reference = { 'law-of': IsoDay.optional() }

/** One branch for each form, by the key (or pair of keys) that marks it. */
export const forms = {
  all: z.strictObject({ ...head, all: children }),
  any: z.strictObject({ ...head, any: children }),
  not: z.strictObject({ ...head, not: child }),
  bar: z.strictObject({ ...head, bar: child }),
  'at-least': z.strictObject({ ...head, 'at-least': z.strictObject({ count: z.number().int().min(1), of: children }) }),
  definition: z.strictObject({ ...head, definition: Id, ...reference }),
  criterion: z.strictObject({ ...head, criterion: Id, ...reference }),
  await: z.strictObject({ ...head, await: z.union([Id, AsOf]) }),
  act: z.strictObject({ ...head, act: Id, again: z.literal(true).optional() }),
  fact: z.strictObject({ ...head, ...fact }),
  'fact is': z.strictObject({ ...head, ...fact, is: z.string() }),
  'fact one-of': z.strictObject({ ...head, ...fact, 'one-of': Members }),
  'fact has': z.strictObject({ ...head, ...fact, has: z.union([z.literal('any'), Members]) }),
  'fact has-other-than': z.strictObject({ ...head, ...fact, 'has-other-than': Members }),
  'fact under': z.strictObject({ ...head, ...fact, under: Limit }),
  'fact at-least': z.strictObject({ ...head, ...fact, 'at-least': Limit }),
  'fact before': z.strictObject({ ...head, ...fact, before: When }),
  'fact up-to': z.strictObject({ ...head, ...fact, 'up-to': When }),
  'fact after': z.strictObject({ ...head, ...fact, after: When }),
  'fact on-or-after': z.strictObject({ ...head, ...fact, 'on-or-after': When }),
}
export type FormName = keyof typeof forms

export type Form =
  | { all: Node[] }
  | { any: Node[] }
  | { not: Node }
  | { bar: Node }
  | { 'at-least': { count: number; of: Node[] } }
  | { definition: string; 'law-of'?: string | undefined }
  | { criterion: string; 'law-of'?: string | undefined }
  | { await: string | { who: Decider; what: string } }
  | { act: string; again?: true | undefined }
  | FactTest
export type FactTest =
  | { fact: string }
  | { fact: string; is: string }
  | { fact: string; 'one-of': string[] }
  | { fact: string; has: 'any' | string[] }
  | { fact: string; 'has-other-than': string[] }
  | { fact: string; under: Limit }
  | { fact: string; 'at-least': Limit }
  | { fact: string; before: When }
  | { fact: string; 'up-to': When }
  | { fact: string; after: When }
  | { fact: string; 'on-or-after': When }

/** A node of a rule: a head that says what it is, and exactly one form. With an id it is a criterion. */
export type Node = Head & Form

/** The form of a value that may be a node: its branch, or how many forms it seems to have. */
export const formOf = (value: object): FormName | 'none' | 'several' => {
  const has = (key: string): boolean => Object.hasOwn(value, key)
  if (has('fact')) {
    const tests = testKeys.filter(has)
    if (tests.length > 1 || formKeys.some((key) => key !== 'fact' && key !== 'at-least' && has(key))) return 'several'
    return tests[0] === undefined ? 'fact' : `fact ${tests[0]}`
  }
  const found = formKeys.filter(has)
  if (found.length > 1) return 'several'
  return found[0] ?? 'none'
}

/**
 * The schema of a node. It is matched form by form, by the key that marks the form, so that a mistake is told where it
 * stands and not as "no branch of the union fits".
 */
export const Node: z.ZodType<Node> = z.lazy(() =>
  z.looseObject({}).transform((value, context): Node => {
    const form = formOf(value)
    if (form === 'none' || form === 'several') {
      const keys = form === 'several' ? [...new Set([...formKeys, ...testKeys])].filter((key) => Object.hasOwn(value, key)) : []
      context.addIssue({ code: 'custom', message: form, params: { problem: form === 'none' ? 'no-form' : 'several-forms', keys } })
      return z.NEVER
    }
    const result = forms[form].safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) context.addIssue({ ...issue, input: undefined } as never)
    return z.NEVER
  }),
)
