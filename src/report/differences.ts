import type { CriterionDifference } from '../assessment/difference.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { stateWords } from '../wording/statuses.ts'
import { citationLine } from '../wording/summary.ts'
import type { Page } from './layout.ts'
import { entry } from './layout.ts'

const WIDTH = 30

/** One line for each criterion that differs for a reader: from what to what, its title, its law. What is needed on neither side is left out. */
export const criterionLines = (criteria: readonly CriterionDifference[], rulebook: Rulebook, page: Page, indent: number): string[] =>
  criteria.flatMap(({ title, before, after, citations }) => {
    const [from, to] = [stateWords(before), stateWords(after)]
    if (from === to) return []
    const law = citationLine(citations, rulebook, 1)
    return [entry(`${from} → ${to}`, law === '' ? title : `${title} ${page.paint.dim(`[${law}]`)}`, page, indent, WIDTH)]
  })
