import type { ChalkInstance } from 'chalk'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** How wide a page is and how it is coloured. */
export interface Page {
  readonly columns: number
  readonly paint: ChalkInstance
}

/** A paragraph, wrapped, each line after the first set in further. */
export const paragraph = (text: string, page: Page, indent = 0, hang = indent): string => {
  const width = Math.max(20, page.columns - Math.max(indent, hang))
  const lines = wrapAnsi(text, width, { hard: false, trim: true }).split('\n')
  return lines.map((line, index) => `${' '.repeat(index === 0 ? indent : hang)}${line}`).join('\n')
}

/** A heading in capitals, on a line of its own. */
export const heading = (text: string, page: Page): string => page.paint.bold(text.toUpperCase())

/** Text at the left and at the right of a line; on a narrow page, or when they do not fit, one under the other. */
export const sides = (left: string, right: string, page: Page, indent = 0): string => {
  if (right === '') return paragraph(left, page, indent, indent + 2)
  const space = page.columns - indent - stringWidth(left) - stringWidth(right)
  if (page.columns >= 76 && space >= 2) return `${' '.repeat(indent)}${left}${' '.repeat(space)}${right}`
  return `${paragraph(left, page, indent, indent + 2)}\n${paragraph(right, page, indent + 4)}`
}

/** A word in a column of fixed width, then text that hangs beside it. */
export const entry = (word: string, text: string, page: Page, indent: number, width: number): string => {
  if (page.columns < 60) return `${paragraph(word, page, indent)}\n${paragraph(text, page, indent + 2)}`
  const lines = paragraph(text, page, indent + width).split('\n')
  const pad = ' '.repeat(Math.max(1, width - stringWidth(word)))
  return [`${' '.repeat(indent)}${word}${pad}${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)].join('\n')
}

/** Rows of cells beside each other under their headings; on a narrow page each cell on lines of its own, with its heading. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[], page: Page, indent: number): string[] => {
  const columns = headings.length
  const width = Math.floor((page.columns - indent) / columns) - 2
  if (width < 22)
    return rows.flatMap(([first = '', ...cells]) => [
      paragraph(page.paint.bold(first), page, indent),
      ...cells.map((cell, index) => paragraph(`${headings[index + 1] ?? ''}: ${cell}`, page, indent + 2, indent + 4)),
    ])
  const laid = [headings.map((text) => page.paint.bold(text)), ...rows].map((cells) =>
    cells.map((cell) => wrapAnsi(cell, width, { trim: true, hard: true }).split('\n')),
  )
  return laid.flatMap((cells) => {
    const height = Math.max(...cells.map(({ length }) => length))
    return Array.from({ length: height }, (_, index) =>
      `${' '.repeat(indent)}${cells.map((lines) => padded(lines[index] ?? '', width + 2)).join('')}`.trimEnd(),
    )
  })
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
