import type { Form, Node } from './criterion.ts'

/** The nodes directly beneath a node. */
export const childrenOf = (node: Form): Node[] => {
  if ('all' in node) return node.all
  if ('any' in node) return node.any
  if ('not' in node) return [node.not]
  if ('bar' in node) return [node.bar]
  if ('at-least' in node && !('fact' in node)) return node['at-least'].of
  return []
}

/** Every node of a tree, the node itself first, each before its children; by a worklist, so that no depth overflows. */
export function* nodesOf(root: Node): Generator<Node> {
  const left: Node[] = [root]
  for (let node = left.pop(); node; node = left.pop()) {
    yield node
    left.push(...childrenOf(node).toReversed())
  }
}

/** The fact a form tests or waits for, and every other fact its limits name. */
export const factsOf = (node: Form): string[] => {
  if ('act' in node) return [node.act]
  if ('await' in node) return typeof node.await === 'string' ? [node.await] : []
  if (!('fact' in node)) return []
  const limit =
    'before' in node ? node.before : 'up-to' in node ? node['up-to'] : 'after' in node ? node.after : 'on-or-after' in node ? node['on-or-after'] : undefined
  if (limit === undefined) return [node.fact]
  if (typeof limit === 'object') return [node.fact, limit['day-of']]
  return /^\d/.test(limit) ? [node.fact] : [node.fact, limit]
}

/** Every fact a tree reads itself (not through definitions), each once, in order of appearance. */
export const factsBelow = (root: Node): string[] => [...new Set([...nodesOf(root)].flatMap((node) => factsOf(node)))]
