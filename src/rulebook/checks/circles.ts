import { byId } from '../by-id.ts'
import type { Node } from '../criterion.ts'
import { nodesOf } from '../tree.ts'
import { factSources } from '../fact-sources.ts'
import type { Check } from './check.ts'
import { topicsOf } from './walk.ts'

/** No definition, criterion or fact leads back to itself. */
export const circles: Check = (rulebook, report) => {
  const definitions = new Map(rulebook.definitions.map((node) => [node.id, referred(node, 'definition')]))
  for (const round of roundsIn(definitions)) report('circle', { file: `definitions/${round[0] ?? ''}.yaml`, path: [] }, { round: round.join(' → ') })
  for (const option of rulebook.options) {
    const parts = new Map(option.parts.map((node) => [node.id, referred(node, 'criterion')]))
    for (const round of roundsIn(parts)) report('circle', { file: `options/${option.id}/${round[0] ?? ''}.yaml`, path: [] }, { round: round.join(' → ') })
  }
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, factSources(fact)]))
  const places = new Map(
    topicsOf(rulebook).flatMap(([topic, list]) => list.map(({ id }, index) => [id, { file: `facts/${topic}.yaml`, path: ['facts', index] }] as const)),
  )
  for (const round of roundsIn(facts)) report('circle', places.get(round[0] ?? '') ?? { file: 'facts', path: [] }, { round: round.join(' → ') })
}

const referred = (root: Node, kind: 'definition' | 'criterion'): string[] =>
  [...nodesOf(root)].flatMap((node) => (kind === 'definition' ? ('definition' in node ? [node.definition] : []) : 'criterion' in node ? [node.criterion] : []))

/** The names on each way that leads back to where it began. */
const roundsIn = (graph: ReadonlyMap<string, readonly string[]>): string[][] => {
  const done = new Set<string>()
  const rounds: string[][] = []
  const follow = (name: string, way: readonly string[]): void => {
    const start = way.indexOf(name)
    if (start >= 0) rounds.push([...way.slice(start), name])
    if (start >= 0 || done.has(name)) return
    for (const next of graph.get(name) ?? []) follow(next, [...way, name])
    done.add(name)
  }
  for (const name of byId([...graph.keys()].map((id) => ({ id }))).keys()) follow(name, [])
  return rounds
}
