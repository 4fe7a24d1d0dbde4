import type { Node } from './criterion.ts'
import type { Clause, Law } from './in-force.ts'
import type { Rulebook } from './rulebook.ts'
import { nodesOf } from './tree.ts'

/** An option, a definition, or a criterion of one of them: what the law of two days can be compared for. */
export interface Subject {
  /** The name from outside: `owner`, or `owner/criterion`. */
  readonly path: string
  readonly kind: 'option' | 'definition' | 'criterion'
  /** The option or definition it is, or stands in. */
  readonly owner: string
  readonly title: string
  /** The id of the criterion, where it is one. */
  readonly criterion?: string
  /** Its rule; for an option the rule under `criteria`. */
  readonly node: Node
}

/** Everything that can be compared, options first, each before its criteria. */
export const subjectsOf = (rulebook: Pick<Rulebook, 'options' | 'definitions'>): Subject[] => [
  ...rulebook.options.flatMap(({ id, title, criteria, parts }): Subject[] => [
    { path: id, kind: 'option', owner: id, title, node: criteria },
    ...[criteria, ...parts].flatMap((root) => criteriaIn(root, id)),
  ]),
  ...rulebook.definitions.flatMap((root): Subject[] => [
    { path: root.id, kind: 'definition', owner: root.id, title: root.title ?? root.id, node: root },
    ...criteriaIn(root, root.id).filter(({ node }) => node !== root),
  ]),
]

/** The subjects that an id can mean: the one with that path, else every criterion with that id. */
export const subjectsNamed = (id: string, rulebook: Pick<Rulebook, 'options' | 'definitions'>): Subject[] => {
  const all = subjectsOf(rulebook)
  const exact = all.find(({ path }) => path === id)
  return exact ? [exact] : all.filter(({ criterion }) => criterion === id)
}

const criteriaIn = (root: Node, owner: string): Subject[] =>
  [...nodesOf(root)].flatMap((node): Subject[] =>
    node.id === undefined ? [] : [{ path: `${owner}/${node.id}`, kind: 'criterion', owner, title: node.title ?? node.id, criterion: node.id, node }],
  )

/** The subject as it is law on a day; undefined where it is not. */
export const clauseFor = (subject: Subject, law: Law): Clause | undefined => {
  const root = law.options.get(subject.owner) ?? law.definitions.get(subject.owner)
  if (subject.criterion === undefined || !root) return root
  const left: Clause[] = [root]
  for (let clause = left.pop(); clause; clause = left.pop()) {
    if (clause.node === subject.node) return clause
    if (!('definition' in clause.node)) left.push(...clause.children)
  }
  return undefined
}
