import { z } from 'zod'
import { Node } from './criterion.ts'
import { Id } from './vocabulary.ts'

/** In what order a sitting goes through the facts, and which are asked for safety though no rule hangs on them. */
export const Sitting = z.strictObject({
  /**
   * Parts in their order: the facts named, or all facts of the topic that no part names; some only with a lawyer. What a
   * closing part asks for safety comes at the very end, after every hard question.
   */
  parts: z
    .array(
      z.strictObject({
        topic: Id,
        title: z.string().min(1).optional(),
        facts: z.array(Id).min(1).optional(),
        with: z.literal('lawyer').optional(),
        closing: z.literal(true).optional(),
      }),
    )
    .min(1),
  /** Facts of `relevance: outside`, asked in their place; with `possible`, only while that is not surely otherwise. */
  outside: z.array(z.strictObject({ fact: Id, possible: Node.optional() })),
  /** Facts of `relevance: rules` that are put only when this is surely so: of numbers and dates too, which have no `only-if`. */
  'asked-when': z.record(Id, Node).optional(),
  /** Members that are set by other facts and never ticked. */
  'never-offered': z.record(Id, z.array(Id).min(1)).optional(),
})
export type Sitting = z.infer<typeof Sitting>

/** A part of a sitting. */
export type Part = Sitting['parts'][number]
