import type { Interval } from '../../logic/interval.ts'
import type { Node } from '../criterion.ts'
import type { Occasion } from '../line.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Dated } from '../span.ts'
import { checkedDay } from '../span.ts'
import { daysFrom, daysOfParts, daysWithin } from './days.ts'

/** A place in the files of a rulebook. */
export interface Place {
  readonly file: string
  readonly path: readonly (string | number)[]
}

/** A node with its place and the rule to which it belongs. */
export interface Visit {
  readonly node: Node
  readonly place: Place
  /** The option whose criteria it may refer to; none in definitions and conditions. */
  readonly option: string | undefined
  /** A node of the law itself, not of a condition on facts, lines or warnings. */
  readonly isLaw: boolean
  /** The nearest criterion above or at it. */
  readonly depth: number
  /** The days on which it is law, or is looked at. */
  readonly days: readonly Interval[]
}

/** The roots of all trees of a rulebook: definitions, options, their parts, and conditions. */
export const rootsOf = (rulebook: Rulebook): Visit[] => {
  const firstDay = checkedDay(rulebook.about['first-day'])
  const law = (node: Node, place: Place, days: readonly Interval[], option?: string): Visit => ({
    node,
    place,
    option,
    isLaw: true,
    depth: 0,
    days: daysWithin(days, node),
  })
  const condition = (node: Node, place: Place, holder: Dated = {}): Visit => ({
    node,
    place,
    option: undefined,
    isLaw: false,
    depth: 0,
    days: daysWithin(daysFrom(firstDay, holder), node),
  })
  const conditions = (of: Pick<Occasion, 'known' | 'possible'>, file: string, path: readonly (string | number)[], holder: Dated = {}): Visit[] =>
    (['known', 'possible'] as const).flatMap((key) => {
      const node = of[key]
      return node ? [condition(node, { file, path: [...path, key] }, holder)] : []
    })
  return [
    ...rulebook.definitions.map((node) => law(node, { file: `definitions/${node.id}.yaml`, path: [] }, daysFrom(firstDay, node))),
    ...rulebook.options.flatMap((option) => {
      const file = `options/${option.id}/option.yaml`
      const days = daysOfParts(option, firstDay)
      return [
        law(option.criteria, { file, path: ['criteria'] }, daysFrom(firstDay, option), option.id),
        ...(option['raised-by'] ? [condition(option['raised-by'], { file, path: ['raised-by'] })] : []),
        ...option.parts.map((node) => law(node, { file: `options/${option.id}/${node.id}.yaml`, path: [] }, days.get(node.id) ?? [], option.id)),
        ...(['warnings', 'history'] as const).flatMap((list) =>
          (option[list] ?? []).flatMap((warning, index) => conditions(warning, file, [list, index], warning)),
        ),
      ]
    }),
    ...topicsOf(rulebook).flatMap(([topic, facts]) =>
      facts.flatMap((fact, index) => {
        const place = (key: string[]): Place => ({ file: `facts/${topic}.yaml`, path: ['facts', index, ...key] })
        const derived = 'derived' in fact && fact.derived && 'when' in fact.derived ? fact.derived.when : undefined
        return [
          ...(fact['only-if'] ? [condition(fact['only-if'], place(['only-if']))] : []),
          ...(derived ? [condition(derived, place(['derived', 'when']))] : []),
        ]
      }),
    ),
    ...(['lines', 'key-dates', 'resources'] as const).flatMap((folder) =>
      rulebook[folder].flatMap((item) => conditions(item.when ?? {}, `${folder}/${item.id}.yaml`, ['when'], item)),
    ),
    ...rulebook.stops.flatMap((stop) => [
      ...conditions({ known: stop.known }, `stops/${stop.id}.yaml`, []),
      ...conditions({ possible: stop['may-be']?.possible }, `stops/${stop.id}.yaml`, ['may-be']),
    ]),
    ...(rulebook.sitting?.outside ?? []).flatMap((outside, index) => conditions({ possible: outside.possible }, 'sitting.yaml', ['outside', index])),
    ...Object.entries(rulebook.sitting?.['asked-when'] ?? {}).map(([id, node]) => condition(node, { file: 'sitting.yaml', path: ['asked-when', id] })),
  ]
}

/** Every node beneath a root with its place, the root first. */
export function* visits(start: Visit): Generator<Visit> {
  const left = [start]
  for (let visit = left.pop(); visit; visit = left.pop()) {
    yield visit
    left.push(...beneath(visit).toReversed())
  }
}

/** The facts of a rulebook by topic, each topic in the order of its file. */
export const topicsOf = (rulebook: Rulebook): [topic: string, facts: Rulebook['facts'][number][]][] => [
  ...rulebook.facts.reduce((topics, fact) => topics.set(fact.topic, [...(topics.get(fact.topic) ?? []), fact]), new Map<string, Rulebook['facts'][number][]>()),
]

const beneath = (visit: Visit): Visit[] => {
  const { node } = visit
  const child = (inner: Node, ...keys: (string | number)[]): Visit => ({
    ...visit,
    node: inner,
    place: { file: visit.place.file, path: [...visit.place.path, ...keys] },
    depth: visit.depth + 1,
    days: daysWithin(visit.days, inner),
  })
  if ('all' in node) return node.all.map((inner, index) => child(inner, 'all', index))
  if ('any' in node) return node.any.map((inner, index) => child(inner, 'any', index))
  if ('not' in node) return [child(node.not, 'not')]
  if ('bar' in node) return [child(node.bar, 'bar')]
  if ('at-least' in node && !('fact' in node)) return node['at-least'].of.map((inner, index) => child(inner, 'at-least', 'of', index))
  return []
}
