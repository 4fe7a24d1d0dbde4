import type { Determination } from '../assessment/determination.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { furtherGroups } from '../wording/further.ts'
import type { FurtherOption } from '../wording/further.ts'
import { OUTCOME_WORDS } from '../wording/statuses.ts'
import type { Page } from './layout.ts'
import { entry, heading, paragraph } from './layout.ts'

const COLUMN = 20

/** The extended options of a determination, one line each by group, and in a quiet line how many others there are; nothing where it has none. */
export const furtherLines = (determination: Determination, rulebook: Rulebook, page: Page): string[] => {
  const groups = furtherGroups(determination, rulebook)
  if (groups.length === 0) return []
  const extended = new Set(determination.options.filter(({ tier }) => tier === 'extended').map(({ id }) => id))
  const notes = determination.warnings.filter(({ option }) => option !== undefined && extended.has(option)).length
  return [
    heading('Further options and protections', page),
    ...groups.flatMap(({ title, options, others }) => [
      paragraph(page.paint.bold(title), page, 2),
      ...options.map((one) => optionLine(one, page)),
      ...(others === '' ? [] : [paragraph(page.paint.dim(others), page, 4, 6)]),
    ]),
    paragraph(
      `Each in full: tvpa evaluate --all, or tvpa explain ID.${notes === 0 ? '' : ` ${String(notes)} ${notes === 1 ? 'note' : 'notes'} on their law there.`}`,
      page,
      2,
      4,
    ),
  ]
}

const optionLine = ({ option, next, law }: FurtherOption, page: Page): string => {
  const cited = law === '' ? '' : ` ${page.paint.dim(`[${law}]`)}`
  return entry(OUTCOME_WORDS[option.outcome], `${option.title}${next === '' ? '' : `: ${next}`}${cited}`, page, 4, COLUMN)
}
