import type { CriterionDifference } from '../assessment/difference.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { stateWords } from '../wording/statuses.ts'
import { citationLine } from '../wording/summary.ts'
import type { Page } from './layout.ts'
import { entry } from './layout.ts'

const WIDTH = 30

/** One line for each criterion whose status differs: from what to what, its title, its law. */
export const criterionLines = (criteria: readonly CriterionDifference[], rulebook: Rulebook, page: Page, indent: number): string[] =>
  criteria.map(({ title, before, after, citations }) => {
    const law = citationLine(citations, rulebook, 1)
    return entry(`${stateWords(before)} → ${stateWords(after)}`, law === '' ? title : `${title} ${page.paint.dim(`[${law}]`)}`, page, indent, WIDTH)
  })
