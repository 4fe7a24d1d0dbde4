import type { Remarks, Sizes } from '../rulebook/checks/deep/sizes.ts'
import type { Page } from './layout.ts'
import { heading, paragraph } from './layout.ts'

/** For each rule the day on which its diagram has most nodes; of equal days the first. */
export const largestOf = (sizes: readonly Sizes[]): Sizes[] => {
  const largest = new Map<string, Sizes>()
  for (const size of sizes) {
    const known = largest.get(size.rule)
    if (!known || weight(size) > weight(known)) largest.set(size.rule, size)
  }
  return [...largest.values()]
}

const weight = (size: Sizes): number => size.nodes ?? Infinity

/** Sizes as a table under a heading, one rule a line. */
export const sizesText = (title: string, sizes: readonly Sizes[], page: Page): string => {
  const rows = [['rule', 'day', 'variables', 'nodes', 'made', 'largest criterion'], ...sizes.map(cellsOf)]
  const widths = rows.reduce<number[]>((known, cells) => cells.map((cell, index) => Math.max(known[index] ?? 0, cell.length)), [])
  const lines = rows.map((cells) =>
    cells
      .map((cell, index) => (index >= 2 && index <= 4 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return `${heading(title, page)}\n${lines.join('\n')}\n`
}

const cellsOf = ({ rule, day, variables, nodes, made, largest, 'beyond-budget': budget }: Sizes): string[] =>
  budget === undefined
    ? [rule, day, ...[variables, nodes, made].map(String), largest === undefined ? '' : `${largest.criterion} (${String(largest.nodes)})`]
    : [rule, day, '', '', `over ${String(budget)}`, '']

/** What is remarkable of each rule, as lists; empty when nothing is. */
export const remarksText = (remarks: readonly Remarks[], page: Page): string =>
  listed(
    'cannot become not met before a judgment is recorded',
    remarks.map((one) => [one.rule, one['left-to-judgment']]),
    page,
  ) +
  listed(
    'facts that are read, but never change the outcome',
    remarks.map((one) => [one.rule, one['never-decisive']]),
    page,
  )

const listed = (title: string, lists: readonly (readonly [rule: string, ids: readonly string[]])[], page: Page): string => {
  const lines = lists.filter(([, ids]) => ids.length > 0).map(([rule, ids]) => paragraph(`${rule}: ${ids.join(', ')}`, page, 2, 4))
  return lines.length === 0 ? '' : `\n${heading(title, page)}\n${lines.join('\n')}\n`
}
