import type { Day } from '../logic/day.ts'
import type { Citation } from '../rulebook/citation.ts'
import type { Node } from '../rulebook/criterion.ts'
import type { WholeOption } from '../rulebook/option.ts'
import { changeDays } from '../rulebook/change-days.ts'
import type { Definition, Rulebook } from '../rulebook/rulebook.ts'
import { spansOf } from '../rulebook/span.ts'
import { nodesOf } from '../rulebook/tree.ts'
import type { CitationShown } from './determination.ts'
import { citationsShown } from './shown.ts'

/** The days on which the text of an option's law changes: its own nodes, the definitions it rests on, the parameters named there. */
export const textChanges = (rulebook: Rulebook, option: WholeOption): Day[] => {
  const own = nodesIn(option)
  const definitions = definitionsBelow(rulebook, own)
  const nodes = [...own, ...definitions.flatMap((root) => [...nodesOf(root)])]
  const parameters = new Set(nodes.flatMap(parametersIn))
  return changeDays({ ...rulebook, options: [option], definitions, parameters: rulebook.parameters.filter(({ id }) => parameters.has(id)) })
}

const nodesIn = (option: WholeOption): Node[] => [option.criteria, ...option.parts].flatMap((root) => [...nodesOf(root)])

const parametersIn = (node: Node): string[] =>
  ['under' in node ? node.under : undefined, 'at-least' in node && 'fact' in node ? node['at-least'] : undefined].flatMap((limit) =>
    typeof limit === 'object' ? [limit.parameter] : [],
  )

/**
 * The citations that begin on a day in some criteria of an option and the definitions they rest on: the act or rule that came
 * into force. Where none begins there, those in all of the option's text. Each is named once.
 */
export const lawBegun = (rulebook: Rulebook, option: WholeOption, day: Day, criteria: ReadonlySet<string>): CitationShown[] => {
  const own = nodesIn(option)
  const chosen = own.filter(({ id }) => id !== undefined && criteria.has(id))
  const resting = (nodes: readonly Node[]): Node[] =>
    definitionsBelow(
      rulebook,
      nodes.flatMap((node) => [...nodesOf(node)]),
    ).flatMap((root) => [...nodesOf(root)])
  const inCriteria = [...chosen, ...resting(chosen)].flatMap(({ cite }) => begun(cite, day))
  const citations = inCriteria.length > 0 ? inCriteria : [...own, ...resting(own), option].flatMap(({ cite }) => begun(cite, day))
  const shown = citationsShown(citations, { rulebook, asOf: day })
  return shown.filter(({ text }, index) => shown.findIndex((other) => other.text === text) === index)
}

const begun = (cite: readonly Citation[] | undefined, day: Day): Citation[] => (cite ?? []).filter((citation) => spansOf(citation).some(({ lo }) => lo === day))

/** The definitions that some nodes refer to, directly or through other definitions. */
const definitionsBelow = ({ definitions }: Rulebook, nodes: readonly Node[]): Definition[] => {
  const reached = new Map<string, Definition>()
  const left = referredIn(nodes)
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const root = reached.has(id) ? undefined : definitions.find((one) => one.id === id)
    if (!root) continue
    reached.set(id, root)
    left.push(...referredIn([...nodesOf(root)]))
  }
  return [...reached.values()]
}

const referredIn = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => ('definition' in node ? [node.definition] : []))
