import type { Day } from '../logic/day.ts'
import { byId } from './by-id.ts'
import type { Citation } from './citation.ts'
import type { Node } from './criterion.ts'
import { parameterOn } from './in-force.ts'
import type { Rulebook } from './rulebook.ts'
import type { Dated } from './span.ts'
import { isInForce, spansOf } from './span.ts'
import type { Subject } from './subject.ts'
import { childrenOf, factsBelow, nodesOf } from './tree.ts'

/** Where in the rulebook a change stands: the innermost criterion, option, definition or parameter. */
export interface Place {
  readonly path: string
  readonly title: string
}

/** One thing that is another on a day than on the day before, with the citations that begin with it. */
export type Amendment = { readonly day: Day; readonly place: Place; readonly acts: readonly Citation[] } & (
  | { readonly kind: 'whole'; readonly begins: boolean }
  | { readonly kind: 'rule'; readonly ended: Node | undefined; readonly began: Node | undefined }
  | { readonly kind: 'parameter'; readonly ended: number | undefined; readonly began: number | undefined; readonly unit: string }
  | { readonly kind: 'note'; readonly ended: string | undefined; readonly began: string | undefined }
  | { readonly kind: 'citations'; readonly ended: readonly Citation[] }
)

/** A node on the way through a rule, with what a reader sees around it. */
interface Visit {
  readonly node: Node
  readonly place: Place
  /** The citations of the criteria around it and of itself, from outside in, by the day on which they begin. */
  readonly cited: readonly ((day: Day) => readonly Citation[])[]
}

/** Everything in a rule and its texts that changes after one day and up to another, day by day, each in the order of the rule. */
export const amendmentsOf = (rulebook: Rulebook, subject: Subject, from: Day, to: Day): Amendment[] => {
  const option = subject.kind === 'option' ? byId(rulebook.options).get(subject.owner) : undefined
  const parts = byId(byId(rulebook.options).get(subject.owner)?.parts ?? [])
  const definitions = byId(rulebook.definitions)
  const warnings = option?.warnings ?? []
  const root: Visit = { node: subject.node, place: { path: subject.path, title: subject.title }, cited: [] }

  /** A reference stands for what it refers to; a text frozen on another day never changes. */
  const targetOf = (node: Node): Node | undefined =>
    'law-of' in node && node['law-of'] !== undefined
      ? undefined
      : 'criterion' in node
        ? parts.get(node.criterion)
        : 'definition' in node
          ? definitions.get(node.definition)
          : undefined
  const stands = (node: Node, day: Day): boolean => isInForce(node, day) && isInForce(targetOf(node) ?? {}, day)
  const below = ({ node, place, cited }: Visit, child: Node): Visit => {
    const inner = targetOf(child) ?? child
    const owner = 'definition' in child && inner !== child ? undefined : place.path.split('/')[0]
    return {
      node: inner,
      place: inner.id === undefined ? place : { path: owner === undefined ? inner.id : `${owner}/${inner.id}`, title: inner.title ?? inner.id },
      cited: node.id === undefined && cited.length > 0 ? cited : [...cited, (day) => citationsFrom(node, day)],
    }
  }
  const childrenIn = (node: Node): Node[] => ('definition' in node || 'criterion' in node ? [node] : childrenOf(node))

  const changesOn = (day: Day): Amendment[] => {
    const found: Amendment[] = []
    const head: Dated = option ?? subject.node
    const optionCites = (on: Day): readonly Citation[] => [...begun(option?.cite ?? [], on), ...standing(begun(warnings, on), on)]
    const was = isInForce(head, day - 1)
    if (was !== isInForce(head, day)) {
      const own = begun(option?.cite ?? subject.node.cite ?? [], day)
      return [{ kind: 'whole', day, place: root.place, acts: own, begins: !was }]
    }
    if (!was) return []
    const seen = new Set<Node>()
    const left: Visit[] = [{ ...root, cited: option ? [optionCites] : [] }]
    for (let visit = left.pop(); visit; visit = left.pop()) {
      const { node, place, cited } = visit
      if (seen.has(node)) continue
      seen.add(node)
      const around = [...cited, (on: Day) => citationsFrom(node, on)]
      const actsWith = (...nodes: readonly (Node | undefined)[]): Citation[] => {
        const own = nodes.flatMap((one) => (one ? [...nodesOf(targetOf(one) ?? one)].flatMap((inner) => citationsFrom(inner, day)) : []))
        return own.length > 0 ? own : [...(around.map((of) => of(day)).findLast((list) => list.length > 0) ?? [])]
      }
      const children = childrenIn(node)
      const rule = pairs(
        children.filter((child) => stands(child, day - 1) && !stands(child, day)).map((child) => targetOf(child) ?? child),
        children.filter((child) => !stands(child, day - 1) && stands(child, day)).map((child) => targetOf(child) ?? child),
      ).map(([ended, began]): Amendment => ({ kind: 'rule', day, place, acts: actsWith(began), ended, began }))
      found.push(...rule, ...parameterChange(node, place, day, rulebook), ...textChanges(node, place, day, rule.length > 0))
      const staying = children.filter((child) => stands(child, day - 1) && stands(child, day))
      left.push(...staying.toReversed().map((child) => below(visit, child)))
    }
    const alerts = warnings.filter((warning) => begun([warning], day).length > 0)
    found.push(
      ...alerts.map(({ text, cite }): Amendment => ({ kind: 'note', day, place: root.place, acts: standing([{ cite }], day), ended: undefined, began: text })),
    )
    const optionEnds = ended(option?.cite ?? [], day)
    const optionBegins = begun(option?.cite ?? [], day)
    if (optionEnds.length + optionBegins.length > 0) found.push({ kind: 'citations', day, place: root.place, acts: optionBegins, ended: optionEnds })
    return found
  }
  return changeDaysOf(rulebook, from, to).flatMap(changesOn)
}

/** The days after one and up to another on which anything in the rulebook begins or ends. */
const changeDaysOf = (rulebook: Rulebook, from: Day, to: Day): Day[] => {
  const days = new Set<Day>()
  const add = (dated: Dated | undefined): void => {
    for (const { lo, hi } of dated ? spansOf(dated) : []) for (const day of [lo, hi]) if (from < day && day <= to) days.add(day)
  }
  const addAll = (list: readonly Dated[] | undefined): void => {
    for (const one of list ?? []) add(one)
  }
  for (const root of [...rulebook.definitions, ...rulebook.options.flatMap(({ criteria, parts }) => [criteria, ...parts])]) {
    for (const node of nodesOf(root)) {
      add(node)
      for (const list of [node.cite, node.note, node.reading]) addAll(list)
    }
  }
  for (const option of rulebook.options) {
    add(option)
    for (const list of [option.cite, option.warnings]) addAll(list)
  }
  for (const { values } of rulebook.parameters) addAll(values)
  return [...days].toSorted((a, b) => a - b)
}

const begun = <T extends Dated>(list: readonly T[], day: Day): T[] => list.filter((one) => isInForce(one, day) && !isInForce(one, day - 1))
const ended = <T extends Dated>(list: readonly T[], day: Day): T[] => list.filter((one) => !isInForce(one, day) && isInForce(one, day - 1))

/** The citations of a criterion that begin on a day, and those of its notes that do. */
const citationsFrom = (node: Node, day: Day): Citation[] => [...begun(node.cite ?? [], day), ...standing(begun(node.note ?? [], day), day)]

/** The citations beside some texts that are law on a day. */
const standing = (texts: readonly { readonly cite?: readonly Citation[] | undefined }[], day: Day): Citation[] =>
  texts.flatMap(({ cite }) => cite ?? []).filter((citation) => isInForce(citation, day))

/** What ended beside what began: first where both read the same facts, then in order. */
const pairs = (gone: readonly Node[], come: readonly Node[]): [Node | undefined, Node | undefined][] => {
  const reads = (node: Node): string => `${node.id ?? ''} ${factsBelow(node).toSorted().join(' ')}`
  const open = [...come]
  const take = (fits: (node: Node) => boolean): Node | undefined => {
    const index = open.findIndex(fits)
    return index < 0 ? undefined : open.splice(index, 1)[0]
  }
  const same = new Map(gone.map((node) => [node, take((one) => reads(one) === reads(node))]))
  const paired = gone.map((node): [Node, Node | undefined] => [node, same.get(node) ?? take((one) => sharesFact(one, node))])
  return [...paired, ...open.map((node): [undefined, Node] => [undefined, node])]
}

const sharesFact = (a: Node, b: Node): boolean => {
  const facts = new Set(factsBelow(a))
  return factsBelow(b).some((fact) => facts.has(fact))
}

const parameterChange = (node: Node, place: Place, day: Day, rulebook: Rulebook): Amendment[] => {
  const limit = 'under' in node ? node.under : 'at-least' in node && 'fact' in node ? node['at-least'] : undefined
  if (limit === undefined || typeof limit === 'number') return []
  const parameter = byId(rulebook.parameters).get(limit.parameter)
  const [was, is] = [parameterOn(rulebook, limit.parameter, day - 1), parameterOn(rulebook, limit.parameter, day)]
  if (!parameter || was === is) return []
  const acts = [...standing(begun(parameter.values, day), day), ...begun(parameter.cite ?? [], day)]
  return [{ kind: 'parameter', day, place: { path: place.path, title: parameter.title }, acts, ended: was, began: is, unit: parameter.unit }]
}

/** Notes and readings that begin or end, and citations that change where the rule itself stays. */
const textChanges = (node: Node, place: Place, day: Day, ruleChanged: boolean): Amendment[] => {
  const words = [...(node.note ?? []), ...(node.reading ?? [])]
  const text = (one: (typeof words)[number]): string => ('text' in one ? one.text : one.reading)
  const notes = pairsInOrder(ended(words, day).map(text), begun(words, day).map(text)).map(([gone, come]): Amendment => ({
    kind: 'note',
    day,
    place,
    acts: citationsFrom(node, day),
    ended: gone,
    began: come,
  }))
  const [gone, come] = [ended(node.cite ?? [], day), begun(node.cite ?? [], day)]
  if (ruleChanged || notes.length > 0 || gone.length + come.length === 0) return notes
  return [{ kind: 'citations', day, place, acts: come, ended: gone }]
}

const pairsInOrder = (gone: readonly string[], come: readonly string[]): [string | undefined, string | undefined][] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => [gone[index], come[index]])
