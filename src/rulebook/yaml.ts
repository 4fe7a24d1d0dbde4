import { isAlias, isMap, isNode, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml'
import type { Problem, Where } from './problem.ts'
import { problem } from './problem.ts'

/** A YAML file as data, with the place of everything in it. */
export interface YamlFile {
  readonly data: unknown
  readonly problems: readonly Problem[]
  /** Line and column (both from 1) of the value at a path, or of the nearest thing above it; with `key`, of that key. */
  readonly locate: (path: readonly (string | number)[], key?: string) => Where
}

const LARGEST = 4 * 1024 * 1024

/** Reads plain YAML 1.2: one document, unique keys, no anchors, aliases, tags or directives. */
export const readYaml = (file: string, text: string): YamlFile => {
  const nowhere: Where = { file, path: [] }
  const failed = (found: Problem): YamlFile => ({ data: undefined, problems: [found], locate: () => nowhere })
  if (text.length > LARGEST) return failed(problem('too-large', nowhere, { size: `${String(text.length)} characters`, limit: `${String(LARGEST)} characters` }))
  if (text.trim() === '') return failed(problem('empty', nowhere, { expected: 'a YAML document' }))
  try {
    return parsed(file, text)
  } catch (error) {
    if (error instanceof RangeError) return failed(problem('too-deep', nowhere))
    throw error
  }
}

const parsed = (file: string, text: string): YamlFile => {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', strict: true, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number): Where => {
    const { line, col } = lines.linePos(offset)
    return { file, path: [], line, column: col }
  }
  const document = Array.isArray(documents) ? documents[0] : undefined
  if (!document?.contents)
    return { data: undefined, problems: [problem('empty', { file, path: [] }, { expected: 'a YAML document' })], locate: () => ({ file, path: [] }) }
  const mistakes = documents.flatMap((one) => [...one.errors, ...one.warnings])
  if (mistakes.some(({ message }) => message.includes('call stack'))) throw new RangeError('nested too deep')
  const problems = mistakes.map(({ code, message, pos }) =>
    code === 'DUPLICATE_KEY' ? problem('duplicate-key', at(pos[0]), { key: wordAt(text, pos[0]) }) : problem('yaml-syntax', at(pos[0]), { reason: message }),
  )
  const refuse = (feature: string, offset: number): void => {
    problems.push(problem('yaml-feature', at(offset), { feature }))
  }
  if (documents.length > 1) refuse('several documents', documents[1]?.range[0] ?? 0)
  if (document.directives.yaml.explicit === true) refuse('a %YAML directive', 0)
  visit(document, {
    Alias: (_, node) => {
      refuse('an alias', node.range?.[0] ?? 0)
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse('an anchor', node.range?.[0] ?? 0)
      if (node.tag !== undefined) refuse('a tag', node.range?.[0] ?? 0)
    },
  })
  const locate = (path: readonly (string | number)[], key?: string): Where => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const pair = key !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
      const range = pair && isNode(pair.key) ? pair.key.range : isNode(node) && !isAlias(node) ? node.range : undefined
      if (range) return { ...at(range[0]), path }
    }
    return { file, path }
  }
  return { data: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }), problems, locate }
}

const wordAt = (text: string, offset: number): string => /^["']?([^\s:"']+)/.exec(text.slice(offset, offset + 200))?.[1] ?? ''
