import { byId } from '../by-id.ts'
import type { FactTest, Node } from '../criterion.ts'
import type { Fact } from '../fact.ts'
import { membersOf } from '../openness.ts'
import type { Rulebook } from '../rulebook.ts'
import { nearest } from '../suggest.ts'
import { factsOf } from '../tree.ts'
import type { Check, Report } from './check.ts'
import type { Visit } from './walk.ts'
import { rootsOf, topicsOf, visits } from './walk.ts'

/** Every fact, member, definition, criterion, parameter, topic and group that a rule names exists, and each test fits its fact. */
export const unknownIds: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook)) for (const visit of visits(root)) checkNode(rulebook, visit, report)
  checkFacts(rulebook, report)
  checkOptions(rulebook, report)
  checkGroups(rulebook, report)
  for (const [topic] of topicsOf(rulebook)) {
    const known = rulebook.about.topics.map(({ id }) => id)
    if (!known.includes(topic))
      report('unknown-id', { file: `facts/${topic}.yaml`, path: ['topic'] }, { kind: 'topic', id: topic, nearest: nearest(topic, known) })
  }
}

const checkNode = (rulebook: Rulebook, { node, place, option }: Visit, report: Report): void => {
  const unknown = (kind: string, id: string, known: Iterable<string>, key: string): void => {
    report('unknown-id', { ...place, path: [...place.path, key] }, { kind, id, nearest: nearest(id, known) })
  }
  const facts = byId(rulebook.facts)
  const missing = factsOf(node).filter((id) => !facts.has(id))
  for (const id of missing)
    unknown('fact', id, facts.keys(), 'act' in node ? 'act' : 'await' in node ? 'await' : id === ('fact' in node ? node.fact : '') ? 'fact' : limitKey(node))
  if ('definition' in node && !byId(rulebook.definitions).has(node.definition))
    unknown('definition', node.definition, byId(rulebook.definitions).keys(), 'definition')
  if ('criterion' in node) {
    const parts = byId(byId(rulebook.options).get(option ?? '')?.parts ?? [])
    if (!parts.has(node.criterion)) unknown('criterion', node.criterion, parts.keys(), 'criterion')
  }
  const fact = 'fact' in node ? facts.get(node.fact) : 'act' in node ? facts.get(node.act) : undefined
  if (!fact || missing.length > 0) return
  checkTest(rulebook, node, fact, place, report)
}

const limitKey = (node: Node): string => ['before', 'up-to', 'after', 'on-or-after'].find((key) => key in node) ?? 'fact'

const FITTING: Record<Fact['kind'], { readonly tests: readonly string[]; readonly words: string }> = {
  'yes-no': { tests: ['fact'], words: '`fact` alone, or `not`' },
  judgment: { tests: ['fact'], words: '`fact` alone, or `not`' },
  choice: { tests: ['is', 'one-of'], words: '`is` or `one-of`' },
  choices: { tests: ['has', 'has-other-than'], words: '`has` or `has-other-than`' },
  number: { tests: ['under', 'at-least'], words: '`under` or `at-least`' },
  date: { tests: ['before', 'up-to', 'after', 'on-or-after'], words: '`before`, `up-to`, `after` or `on-or-after`' },
  'agency-act': { tests: ['is', 'one-of', 'act'], words: '`is`, `one-of` or `act`' },
}

const checkTest = (rulebook: Rulebook, node: Node, fact: Fact, place: Visit['place'], report: Report): void => {
  const test = testOf(node)
  const fitting = FITTING[fact.kind]
  if (!fitting.tests.includes(test)) {
    report('wrong-test', place, { fact: fact.id, kind: fact.kind, test, fitting: fitting.words })
    return
  }
  const members = membersOf(fact)
  for (const member of namedMembers(node as FactTest)) {
    if (!members.includes(member))
      report('unknown-id', { ...place, path: [...place.path, test] }, { kind: `member of \`${fact.id}\``, id: member, nearest: nearest(member, members) })
  }
  const limit = 'under' in node ? node.under : 'at-least' in node && 'fact' in node ? node['at-least'] : undefined
  if (typeof limit === 'object') {
    const parameters = byId(rulebook.parameters)
    if (!parameters.has(limit.parameter))
      report(
        'unknown-id',
        { ...place, path: [...place.path, test] },
        { kind: 'parameter', id: limit.parameter, nearest: nearest(limit.parameter, parameters.keys()) },
      )
  }
}

const testOf = (node: Node): string =>
  'act' in node
    ? 'act'
    : (['is', 'one-of', 'has', 'has-other-than', 'under', 'at-least', 'before', 'up-to', 'after', 'on-or-after'].find((key) => key in node) ?? 'fact')

const namedMembers = (node: FactTest): readonly string[] => {
  if ('is' in node) return [node.is]
  if ('one-of' in node) return node['one-of']
  if ('has' in node) return node.has === 'any' ? [] : node.has
  return 'has-other-than' in node ? node['has-other-than'] : []
}

/** What facts say of each other: sources of derived facts, factors, and the value while not applicable. */
const checkFacts = (rulebook: Rulebook, report: Report): void => {
  const facts = byId(rulebook.facts)
  for (const [topic, list] of topicsOf(rulebook)) {
    for (const [index, fact] of list.entries()) {
      const named: [key: string, ids: readonly string[]][] = [
        [
          'derived',
          'derived' in fact && fact.derived
            ? 'same-as' in fact.derived
              ? [fact.derived['same-as']]
              : fact.derived['years-between'].filter((id) => id !== 'as-of')
            : [],
        ],
        ['no-less-than', 'no-less-than' in fact ? (fact['no-less-than'] ?? []) : []],
        ['factors-from', 'factors-from' in fact ? (fact['factors-from'] ?? []) : []],
      ]
      for (const [key, ids] of named) {
        for (const id of ids)
          if (!facts.has(id))
            report('unknown-id', { file: `facts/${topic}.yaml`, path: ['facts', index, key] }, { kind: 'fact', id, nearest: nearest(id, facts.keys()) })
      }
    }
  }
}

/** Options that the rulebook itself, lines, key dates, resources and comparisons speak of. */
const checkOptions = (rulebook: Rulebook, report: Report): void => {
  const options = byId(rulebook.options)
  const named = (ids: readonly string[] | undefined, file: string, path: readonly (string | number)[]): void => {
    for (const id of ids ?? []) if (!options.has(id)) report('unknown-id', { file, path }, { kind: 'option', id, nearest: nearest(id, options.keys()) })
  }
  for (const [index, id] of rulebook.about.options.entries()) named([id], 'rulebook.yaml', ['options', index])
  for (const [folder, list] of [
    ['lines', rulebook.lines],
    ['key-dates', rulebook['key-dates']],
    ['resources', rulebook.resources],
  ] as const) {
    for (const { id, when } of list) for (const key of ['options', 'all-of'] as const) named(when?.[key], `${folder}/${id}.yaml`, ['when', key])
  }
  for (const { id, options: compared, rows } of rulebook.comparisons) {
    named(compared, `comparisons/${id}.yaml`, ['options'])
    for (const [index, { cells }] of rows.entries()) {
      if (cells.length !== compared.length)
        report(
          'wrong-value',
          { file: `comparisons/${id}.yaml`, path: ['rows', index, 'cells'] },
          { reason: `expected one cell for each of ${compared.join(', ')}` },
        )
    }
  }
}

/** Where the rulebook has groups, each option stands in one of them. */
const checkGroups = ({ about, options }: Rulebook, report: Report): void => {
  const known = about.groups.map(({ id }) => id)
  for (const { id, group } of options) {
    const file = `options/${id}/option.yaml`
    if (group === undefined && known.length > 0) report('missing-key', { file, path: [] }, { key: 'group' })
    if (group !== undefined && !known.includes(group))
      report('unknown-id', { file, path: ['group'] }, { kind: 'group', id: group, nearest: nearest(group, known) })
  }
}
