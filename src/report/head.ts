import { harmless } from '../rulebook/harmless.ts'
import type { Page } from './layout.ts'
import { paragraph, sides } from './layout.ts'

/** What a page about one case is, under which law, and that it decides nothing: the first lines of the page. */
export const headLines = (
  name: string,
  reference: string,
  law: string,
  rulebook: { readonly version: string; readonly digest: string },
  page: Page,
): string[] => {
  const title = reference === '' ? name : `${name} · case ${harmless(reference)}`
  return [
    sides(page.paint.bold(title), `${law} · rulebook ${rulebook.version} (${rulebook.digest.slice(7, 11)}…)`, page),
    paragraph('Information, not legal advice, and not a decision of any agency. For the file of a caseworker or attorney.', page),
  ]
}

/** Blocks of lines with an empty line between them; empty blocks are left out. */
export const blocks = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
