import type { CitationShown } from '../assessment/determination.ts'
import { citationsShown } from '../assessment/shown.ts'
import type { Day } from '../logic/day.ts'
import { formatDay } from '../logic/day.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Citation } from '../rulebook/citation.ts'
import { citationText } from '../rulebook/cite.ts'
import type { Node } from '../rulebook/criterion.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { membersOf, opennessOf } from '../rulebook/openness.ts'
import type { WholeOption } from '../rulebook/option.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Source } from '../rulebook/source.ts'
import type { Dated } from '../rulebook/span.ts'
import { isInForce } from '../rulebook/span.ts'
import { childrenOf, factsBelow, nodesOf } from '../rulebook/tree.ts'
import type { Decider, Reviewed } from '../rulebook/vocabulary.ts'
import { label, listed } from './labels.ts'
import { nodeWords, spanWords } from './phrases.ts'
import { WHO_WORDS } from './statuses.ts'

/** A block of an explanation: a heading and its lines, each with how far it is set in. */
export interface Block {
  readonly heading: string
  readonly lines: readonly { readonly text: string; readonly depth: number }[]
}

/** What is needed to explain something on a day. */
interface Asked {
  readonly rulebook: Rulebook
  readonly asOf: Day
}

const line = (text: string, depth = 0): { text: string; depth: number } => ({ text, depth })

/** Explains an option, criterion, definition, fact, line or source in plain words; undefined when nothing has that id. */
export const explain = (id: string, asked: Asked): Block[] | undefined => {
  const { rulebook } = asked
  const option = byId(rulebook.options).get(id)
  if (option) return optionBlocks(option, asked)
  const definition = byId(rulebook.definitions).get(id)
  if (definition) return ruleBlocks(definition, `Definition: ${definition.title ?? id}`, asked)
  const fact = byId(rulebook.facts).get(id)
  if (fact) return factBlocks(fact, asked)
  const source = byId(rulebook.sources).get(id)
  if (source) return sourceBlocks(source, asked)
  const said = byId(rulebook.lines).get(id)
  if (said) return [{ heading: `Line to be said: ${id}`, lines: [line(said.text), ...citationLines(said.cite, asked)] }]
  const criterion = criterionNamed(id, rulebook)
  return criterion && ruleBlocks(criterion.node, `Criterion of ${criterion.of}: ${criterion.node.title ?? id}`, asked)
}

/** Every id that can be explained. */
export const explainable = (rulebook: Rulebook): string[] => [
  ...[rulebook.options, rulebook.definitions, rulebook.facts, rulebook.sources, rulebook.lines, rulebook.comparisons].flatMap((list) =>
    list.map(({ id }) => id),
  ),
  ...criteriaOf(rulebook).map(({ path }) => path),
  ...criteriaOf(rulebook).map(({ node }) => node.id ?? ''),
]

/** Every criterion of the rulebook with the path by which it is named from outside (`t-status/cooperation`). */
export const criteriaOf = (rulebook: Rulebook): { path: string; of: string; node: Node }[] => [
  ...rulebook.options.flatMap((option) =>
    [option.criteria, ...option.parts].flatMap((root) => withIds(root).map((node) => ({ path: `${option.id}/${node.id ?? ''}`, of: option.title, node }))),
  ),
  ...rulebook.definitions.flatMap((root) =>
    withIds(root)
      .slice(1)
      .map((node) => ({ path: `${root.id}/${node.id ?? ''}`, of: root.title ?? root.id, node })),
  ),
]

const withIds = (root: Node): Node[] => [...nodesOf(root)].filter(({ id }) => id !== undefined)

const criterionNamed = (id: string, rulebook: Rulebook): { of: string; node: Node } | undefined => {
  const all = criteriaOf(rulebook)
  const exact = all.find(({ path }) => path === id)
  if (exact) return exact
  const named = all.filter(({ node }) => node.id === id)
  return named.length === 1 ? named[0] : undefined
}

/** The paths of the criteria that share an id, when it does not name one alone. */
export const pathsNamed = (id: string, rulebook: Rulebook): string[] =>
  criteriaOf(rulebook)
    .filter(({ node }) => node.id === id)
    .map(({ path }) => path)

const optionBlocks = (option: WholeOption, asked: Asked): Block[] => {
  const inForce = isInForce(option, asked.asOf)
  const parts = byId(option.parts)
  const always = (warning: { known?: unknown; possible?: unknown }): boolean => warning.known === undefined && warning.possible === undefined
  const dated = [...(option.history ?? []), ...(inForce ? (option.warnings ?? []) : [])].filter((warning) => isInForce(warning, asked.asOf) && always(warning))
  return [
    {
      heading: `Option: ${option.title}`,
      lines: [
        line(option.text),
        line(inForceWords(option, asked)),
        ...groupLines(option, asked),
        ...citationLines(option.cite, asked),
        line(verification(option.tag)),
        line(reviewWords(option)),
      ],
    },
    ...(dated.length === 0
      ? []
      : [{ heading: 'To be known on this day', lines: dated.flatMap((warning) => [line(warning.text), ...citationLines(warning.cite, asked)]) }]),
    ...(inForce ? [{ heading: 'What has to be so', lines: treeLines(option.criteria, asked, 0, parts) }] : []),
    ...historyBlock([option, option.criteria, ...option.parts], asked),
  ]
}

/** The group an option stands in; nothing where the rulebook has no groups. */
const groupLines = ({ group, tier }: WholeOption, { rulebook }: Asked): { text: string; depth: number }[] =>
  rulebook.about.groups
    .filter(({ id }) => id === group)
    .map(({ title }) => line(`Group: ${title}${tier === 'extended' ? ' (an extended option: one line in a summary, in full with --all)' : ''}.`))

const ruleBlocks = (node: Node, heading: string, asked: Asked): Block[] => {
  const inForce = isInForce(node, asked.asOf)
  const notes = (node.note ?? []).filter((note) => isInForce(note, asked.asOf))
  const readings = (node.reading ?? []).filter((reading) => isInForce(reading, asked.asOf))
  return [
    {
      heading,
      lines: [
        ...(node.text === undefined ? [] : [line(node.text)]),
        line(inForceWords(node, asked)),
        line(`Settled by: ${settledBy(node['decided-by'] ?? 'facts')}`),
        ...(node.tag === undefined ? [] : [line(verification(node.tag))]),
        line(reviewWords(node)),
      ],
    },
    ...(inForce ? [{ heading: 'What has to be so', lines: treeLines(node, asked, 0, new Map(), true) }] : []),
    { heading: inForce ? 'The law on this day' : 'The law, on other days', lines: inForce ? citationLines(node.cite, asked) : everyCitation(node.cite, asked) },
    ...(node.evidence === undefined || node.evidence.length === 0 ? [] : [{ heading: 'What usually shows it', lines: [line(listed(node.evidence, 'or'))] }]),
    ...(notes.length === 0 ? [] : [{ heading: 'Notes', lines: notes.map((note) => line(`${note.text}${note.tag === 'UNVERIFIED' ? ' [unverified]' : ''}`)) }]),
    ...(readings.length === 0
      ? []
      : [
          {
            heading: 'A reading that could be otherwise',
            lines: readings.flatMap((one) => [line(`Read here: ${one.reading}`), line(`Otherwise: ${one.alternative}`), line(`Authority: ${one.authority}`)]),
          },
        ]),
    ...historyBlock([node], asked),
  ]
}

/** The rule as a tree in words. Nodes that are not law on the day are left out; references to parts are opened. */
const treeLines = (node: Node, asked: Asked, depth: number, parts: ReadonlyMap<string, Node>, top = false): { text: string; depth: number }[] => {
  if (!isInForce(node, asked.asOf)) return []
  const part = 'criterion' in node ? parts.get(node.criterion) : undefined
  if (part) return treeLines(part, asked, depth, parts)
  const name = node.id === undefined || top ? '' : `${node.title ?? node.id} (${node.id}): `
  const below = childrenOf(node).flatMap((child) => treeLines(child, asked, depth + 1, parts))
  return [line(`${name}${nodeWords(node)}`, depth), ...below]
}

const historyBlock = (roots: readonly (Dated & { id?: string | undefined; title?: string | undefined })[], asked: Asked): Block[] => {
  const days = new Map<string, string[]>()
  const add = (day: string | undefined, text: string): void => {
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), text])
  }
  for (const root of roots) {
    const nodes: (Dated & { id?: string | undefined; title?: string | undefined })[] = 'criteria' in root ? [root] : [...nodesOf(root as Node)]
    for (const node of nodes) {
      const words = node.title ?? leafWords(node as Node)
      if (words === '') continue
      for (const span of node['in-force'] ?? [{ from: node.from, until: node.until }]) {
        add(span.from, `begins: ${words}`)
        add(span.until, `ends: ${words}`)
      }
    }
  }
  const lines = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([day, texts]) => [...new Set(texts)].map((text) => line(`${day}  ${text}`)))
  return lines.length === 0 ? [] : [{ heading: `Days on which it changes (shown: the law of ${dayOf(asked)})`, lines }]
}

const factBlocks = (fact: TopicFact, { rulebook }: Asked): Block[] => {
  const used = criteriaOf(rulebook).filter(({ node }) => !hasInnerIds(node) && factsBelow(node).includes(fact.id))
  const members = membersOf(fact)
  const facts: [string, string | undefined][] = [
    ['Why it is asked', fact.why],
    ['Help', fact.help],
    ['Kind', fact.kind],
    [
      'Answers',
      fact.kind === 'yes-no' || fact.kind === 'judgment'
        ? 'yes, no, unknown, declined'
        : members.length > 0
          ? members.join(', ')
          : 'range' in fact
            ? `${String(fact.range.from)} to ${String(fact.range.to)}`
            : '',
    ],
    ['How hard it is to be asked', fact.burden],
    ['How it is recorded', fact.recording],
    ['Settled by', settledBy(fact['decided-by'])],
    ['While nobody has said', `class ${opennessOf(fact)}`],
    ['Asked only if', fact['only-if'] ? nodeText(fact['only-if']) : undefined],
    ['Next step', fact['next-step']],
    ['Factors', fact.kind === 'judgment' ? [...(fact.factors ?? []), ...(fact['factors-from'] ?? [])].map(label).join(', ') : undefined],
  ]
  return [
    {
      heading: `Fact: ${fact.question}`,
      lines: facts.filter(([, text]) => text !== undefined && text !== '').map(([name, text]) => line(`${name}: ${text ?? ''}`)),
    },
    { heading: 'Read by', lines: used.length === 0 ? [line('no rule of this rulebook')] : used.map(({ path }) => line(path)) },
  ]
}

/** The tests beneath a node without a name, in one line. */
const leafWords = (node: Node): string => {
  const joint = 'any' in node ? 'or' : 'and'
  const below = childrenOf(node).map(leafWords)
  if ('not' in node || 'bar' in node) return `not (${below.join('')})`
  return below.length === 0 ? nodeWords(node) : listed(below, joint)
}

const hasInnerIds = (node: Node): boolean => [...nodesOf(node)].slice(1).some(({ id }) => id !== undefined)

const nodeText = (node: Node): string => {
  const inner = childrenOf(node).map(nodeText)
  return inner.length === 0 ? nodeWords(node) : `${nodeWords(node)} (${inner.join('; ')})`
}

const sourceBlocks = (source: Source, { rulebook }: Asked): Block[] => [
  {
    heading: `Source: ${source.title}`,
    lines: [
      line(`Kind: ${label(source.kind)}`),
      ...(source.dated === undefined ? [] : [line(`Of: ${source.dated}`)]),
      ...(source.url === undefined ? [] : [line(source.url.replace(/\{section\}$/, ''))]),
      ...(source.note === undefined ? [] : [line(source.note)]),
    ],
  },
  {
    heading: 'Encoded from it',
    lines: citingPlaces(source, rulebook).map(({ path, at, anchor }) => line(`${path}  ${at}${anchor === undefined ? '' : `  "${anchor}"`}`)),
  },
]

/** Where a source is cited: the rule, and the place in the source. */
export const citingPlaces = (source: Source, rulebook: Rulebook): { path: string; at: string; anchor: string | undefined }[] => {
  const places = [
    ...rulebook.options.map((option) => ({
      path: option.id,
      cite: [...option.cite, ...[...(option.warnings ?? []), ...(option.history ?? [])].flatMap(({ cite }) => cite ?? [])],
    })),
    ...rulebook.definitions.map((node) => ({ path: node.id, cite: node.cite ?? [] })),
    ...criteriaOf(rulebook).map(({ path, node }) => ({ path, cite: node.cite ?? [] })),
    ...[...rulebook.lines, ...rulebook['key-dates'], ...rulebook.resources].map((one) => ({ path: one.id, cite: one.cite ?? [] })),
  ]
  return places.flatMap(({ path, cite }) =>
    cite.filter((citation) => citation.source === source.id).map((citation) => ({ path, at: citationText(citation, source), anchor: citation.anchor })),
  )
}

const citationLines = (cite: readonly Citation[] | undefined, asked: Asked): { text: string; depth: number }[] =>
  [...new Set(citationsShown(cite, asked).map(citationWords))].map((text) => line(text, 1))

const everyCitation = (cite: readonly Citation[] | undefined, { rulebook }: Asked): { text: string; depth: number }[] =>
  (cite ?? []).flatMap((citation) => {
    const source = byId(rulebook.sources).get(citation.source)
    return source ? [line(`${citationText(citation, source)}  ${spanWords(citation)}`, 1)] : []
  })

const citationWords = ({ text, url, tag }: CitationShown): string =>
  `${text}${tag === undefined || tag === 'V' ? '' : ` [${tag === 'V2' ? 'from a secondary source' : 'unverified'}]`}${url === undefined ? '' : `  ${url}`}`

const settledBy = (decider: Decider): string =>
  (({ facts: 'the facts told', person: "the person's word", document: 'a paper' }) as Readonly<Record<string, string>>)[decider] ??
  WHO_WORDS[decider] ??
  label(decider)

const verification = (tag: 'V' | 'V2' | 'UNVERIFIED'): string =>
  ({
    V: 'Checked in the primary text.',
    V2: 'Checked in a secondary source only.',
    UNVERIFIED: 'Unverified: the text of this rule was not read in the primary source.',
  })[tag]

const reviewWords = ({ reviewed }: { readonly reviewed?: Reviewed | undefined }): string =>
  reviewed === undefined ? 'Not yet reviewed by an attorney.' : `Reviewed on ${reviewed.date} (${label(reviewed.role)}).`

const inForceWords = (dated: Dated, asked: Asked): string => {
  const span = spanWords(dated)
  const state = isInForce(dated, asked.asOf) ? 'Law' : 'Not law'
  return `${state} on ${dayOf(asked)}${span === '' ? '' : ` (in force ${span})`}.`
}

const dayOf = ({ asOf }: Asked): string => formatDay(asOf)
