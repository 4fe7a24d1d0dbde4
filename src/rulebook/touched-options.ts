import type { Node } from './criterion.ts'
import type { Rulebook } from './rulebook.ts'
import { nodesOf } from './tree.ts'

/** The options whose outcome hangs on each option itself, each definition (through others too) and each parameter; by id, in the order of the options. */
export const touchedOptions = (rulebook: Rulebook): ReadonlyMap<string, readonly string[]> => {
  const definitions = new Map(rulebook.definitions.map((node) => [node.id, idsRead(node)]))
  const touched = new Map<string, string[]>()
  for (const option of rulebook.options) {
    const read = new Set<string>([option.id])
    const left = [option.criteria, ...option.parts].flatMap((root) => [...idsRead(root)])
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (read.has(id)) continue
      read.add(id)
      left.push(...(definitions.get(id) ?? []))
    }
    for (const id of read) touched.set(id, [...(touched.get(id) ?? []), option.id])
  }
  return touched
}

/** The definitions and parameters a tree refers to. */
const idsRead = (root: Node): Set<string> =>
  new Set([...nodesOf(root)].flatMap((node) => [...('definition' in node ? [node.definition] : []), ...parametersOf(node)]))

const parametersOf = (node: Node): string[] => {
  const limit = 'under' in node ? node.under : 'at-least' in node && 'fact' in node ? node['at-least'] : undefined
  return typeof limit === 'object' && 'parameter' in limit ? [limit.parameter] : []
}
