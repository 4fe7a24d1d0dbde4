import type { z } from 'zod'
import { nodeKeys } from './criterion.ts'
import type { Problem } from './problem.ts'
import { problem } from './problem.ts'
import { nearest } from './suggest.ts'
import type { YamlFile } from './yaml.ts'

/** Reads data with a schema; what does not fit becomes problems with their places. */
export const fit = <T>(schema: z.ZodType<T>, file: YamlFile, problems: Problem[]): T | undefined => {
  if (file.data === undefined) return undefined
  try {
    const result = schema.safeParse(file.data)
    if (result.success) return result.data
    for (const issue of result.error.issues) problems.push(...problemsOf(issue, [], file))
  } catch (error) {
    // a schema goes down further than the reading of the text did: what was read can still be too deep for it
    if (!(error instanceof RangeError)) throw error
    problems.push(problem('too-deep', file.locate([])))
  }
  return undefined
}

const problemsOf = (issue: z.core.$ZodIssue, above: readonly (string | number)[], file: YamlFile): Problem[] => {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('unknown-key', file.locate(path, key), { key, nearest: nearest(key, knownKeys) }))
    case 'invalid_union':
      return (
        closest(issue.errors, path, file) ?? [
          problem('wrong-value', file.locate(path), { reason: 'is none of the values that may stand here', got: shown(valueAt(file.data, path)) }),
        ]
      )
    case 'custom': {
      const code: unknown = issue.params?.['problem']
      if (code === 'no-form') return [problem('no-form', file.locate(path))]
      if (code === 'several-forms') return [problem('several-forms', file.locate(path), { keys: (issue.params?.['keys'] as string[]).join(', ') })]
      return [problem('wrong-value', file.locate(path), { reason: issue.message })]
    }
    case 'invalid_type': {
      const value = valueAt(file.data, path)
      const key = path.at(-1)
      if (value === undefined && typeof key === 'string') return [problem('missing-key', file.locate(path.slice(0, -1)), { key })]
      const expected = issue.expected === 'string' && typeof value === 'number' ? 'a text: put it in quotes' : issue.expected
      return [problem('wrong-value', file.locate(path), { reason: `expected ${expected}`, got: shown(value) })]
    }
    case 'invalid_value':
      return [
        problem('wrong-value', file.locate(path), { reason: `expected one of ${issue.values.map(String).join(', ')}`, got: shown(valueAt(file.data, path)) }),
      ]
    default:
      return [problem('wrong-value', file.locate(path), { reason: lowerFirst(issue.message), got: shown(valueAt(file.data, path)) })]
  }
}

/** Of several branches that do not fit, the one that came furthest: its problems lie deepest, or are fewest. */
const closest = (branches: readonly (readonly z.core.$ZodIssue[])[], path: readonly (string | number)[], file: YamlFile): Problem[] | undefined => {
  const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length))
  const sameKind = branches.filter((issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0))
  const best = sameKind.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
  return best?.flatMap((issue) => problemsOf(issue, path, file))
}

/** Keys that some schema of the rulebook knows, for suggestions. */
const knownKeys: readonly string[] = [
  ...nodeKeys,
  ...['source', 'at', 'anchor', 'tag', 'question', 'why', 'help', 'burden', 'recording', 'relevance', 'tier', 'only-if', 'otherwise', 'next-step', 'clock'],
  ...['assumed', 'derived', 'no-less-than', 'members', 'factors', 'factors-from', 'range', 'kind', 'criteria', 'warnings', 'history', 'group', 'when', 'order'],
  ...['outcomes', 'options', 'all-of', 'any-outcome', 'known', 'possible', 'values', 'value', 'unit', 'what', 'day', 'contact', 'base', 'case', 'examples'],
  ...['name', 'as-of', 'set', 'expect', 'missing', 'vary', 'lines'],
  ...[
    'at',
    'say',
    'ask',
    'answers',
    'then',
    'after',
    'company',
    'card',
    'may-be',
    'goes-on-with',
    'ask-first',
    'call',
    'summary',
    'at-once',
    'parts',
    'outside',
    'never-offered',
    'asked-when',
  ],
]

const valueAt = (data: unknown, path: readonly (string | number)[]): unknown => {
  let value = data
  for (const part of path) value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined
  return value
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
