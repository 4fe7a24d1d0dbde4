import { byId } from '../rulebook/by-id.ts'
import { harmless } from '../rulebook/harmless.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label } from './labels.ts'

/** Another answer to a fact in words, with what is said now. Hard and lawyer-only answers are not spelled out. */
export const settingWords = (
  { fact, before, after }: { readonly fact: string; readonly before: unknown; readonly after: unknown },
  { facts }: Pick<Rulebook, 'facts'>,
): string => {
  const known = byId(facts).get(fact)
  if (known?.burden === 'distressing' || known?.recording === 'lawyer-first') return `${label(fact)}: another answer (not spelled out here)`
  return `${label(fact)}: ${valueWords(before)} → ${valueWords(after)}`
}

const valueWords = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return harmless(/^[a-z]/.test(value) ? label(value) : value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${label(key)} ${valueWords(inner)}`)
      .join(', ')
  return typeof value === 'number' ? String(value) : 'left out'
}
