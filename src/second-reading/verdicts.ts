import { z } from 'zod'
import { dayIn } from '../proof-checker/value.ts'
import type { Verdict } from '../proof-checker/verify.ts'
import { namesOf, verify } from '../proof-checker/verify.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { saidIn } from './said.ts'
import { settle } from './settle.ts'

const text = z.string().catch('something that is no text')
const claims = z.array(z.object({ id: z.string(), status: text, outcome: text.optional(), criteria: z.unknown() }), 'a list of what is claimed')

/** What is read of a determination. */
const Determination = z.object({
  rulebook: z.object({ digest: z.string('a digest') }, 'the rulebook'),
  'as-of': z.iso.date('a whole day'),
  facts: z.record(z.string(), z.unknown(), 'an object of facts'),
  options: claims,
  definitions: claims,
})

/**
 * The verdicts of the independent checker on every status and outcome of a determination, and refusals of what it cannot look at. `determination` is what was
 * read from JSON; `answers` are the facts of its case, values without a wrapper, its own when left out; `budget` is the largest number of cases for one question.
 */
export const verdictsOn = (rulebook: Rulebook, determination: unknown, answers?: unknown, budget?: number): Verdict[] => {
  const refused = (claim: string, value: unknown, should: string): Verdict => ({ claim, said: shown(value), verdict: 'refused', should })
  const given = typeof determination === 'object' ? { ...determination, ...(answers === undefined ? {} : { facts: answers }) } : determination
  const { data, error } = Determination.safeParse(given, { reportInput: true })
  if (!data) return error.issues.map(({ path, message, input }) => refused(path.join('/'), input, message))
  const { 'as-of': day, options, definitions } = data
  if (data.rulebook.digest !== rulebook.digest) return [refused('rulebook', data.rulebook.digest, rulebook.digest)]
  const { said, misfits } = saidIn(rulebook, data.facts, day)
  if (misfits.length > 0) return misfits.map((id) => refused(`facts/${id}`, data.facts[id], 'a fact of the rulebook and a value of it'))
  const flat = [...claimsIn(options), ...claimsIn(definitions)]
  const place = { rulebook, day, asOf: day, parts: [], insists: new Set<string>() }
  return verify(settle(place, said, dayIn(day)), new Map(flat), budget)
}

/** Every claim of a list and what is beneath it, named by its place; by a worklist, so that no depth overflows. */
const claimsIn = (top: z.infer<typeof claims>): [claim: string, said: string][] => {
  const found: [string, string][] = []
  const left = [{ above: '', list: top }]
  for (let next = left.pop(); next; next = left.pop()) {
    const names = namesOf(
      next.above,
      next.list.map(({ id }) => id),
    )
    for (const [index, { status, outcome, criteria }] of next.list.entries()) {
      const name = names[index] ?? ''
      const below = criteria === undefined ? [] : claims.safeParse(criteria).data
      found.push([name, outcome ?? status])
      if (below) left.push({ above: `${name}/`, list: below })
      else found.push([`${name}/criteria`, 'no list'])
    }
  }
  return found
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? 'nothing' : 'something that is no text')
