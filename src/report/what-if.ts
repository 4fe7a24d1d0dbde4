import type { Await } from '../assessment/determination.ts'
import type { ComeAndGone, OptionDifference } from '../assessment/difference.ts'
import type { WhatIf } from '../assessment/what-if.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { label, listed } from '../wording/labels.ts'
import { OUTCOME_WORDS, WHO_WORDS } from '../wording/statuses.ts'
import { isLeftToAttorney, namedFacts } from '../wording/summary.ts'
import { settingWords } from '../wording/settings.ts'
import { criterionLines } from './differences.ts'
import { blocks, headLines } from './head.ts'
import type { Page } from './layout.ts'
import { heading, paragraph, sides } from './layout.ts'

/** Said on every page of this kind: it explains the law, and asks nobody for another answer. */
const NO_COACHING =
  'Answers are recorded as they were given, and stay so. This page shows how the law reads other answers; it is no reason to change one, and nothing here was saved.'

/** What differs with other answers, for people. */
export const whatIfText = (whatIf: WhatIf, rulebook: Rulebook, page: Page): string => {
  const { after, changed, difference } = whatIf
  const contradictions = after.warnings.filter(({ facts }) => facts !== undefined)
  const came = difference.warnings.added.filter(({ facts }) => facts === undefined)
  return blocks([
    [...headLines('WHAT IF', after.case, `law of ${after['as-of']}`, after.rulebook, page), paragraph(NO_COACHING, page)],
    [heading('Other answers on this page', page), ...changed.map((one) => paragraph(settingWords(one, rulebook), page, 2, 4))],
    contradictions.map(({ text }) => paragraph(`! ${text}`, page, 0, 2)),
    ...difference.options.map((option) => optionLines(option, rulebook, page)),
    difference.definitions.length === 0
      ? []
      : [
          heading('Legal terms', page),
          ...difference.definitions.flatMap(({ title, before, after: now, criteria }) => [
            paragraph(page.paint.bold(title), page, 2),
            ...criterionLines([{ id: '', title: 'the whole term', before: state(before), after: state(now), citations: [] }, ...criteria], rulebook, page, 4),
          ]),
        ],
    [...difference.warnings.removed.map(({ text }) => `no longer: ${text}`), ...came.map(({ text }) => `now: ${text}`)].map((text) =>
      paragraph(text, page, 2, 4),
    ),
    sameLines(whatIf, page),
    [paragraph(after.notice, page)],
  ])
}

const state = (status: WhatIf['after']['definitions'][number]['status'] | null): { status: NonNullable<typeof status>; moot: false } | null =>
  status === null ? null : { status, moot: false }

const optionLines = ({ title, outcome, criteria, missing, awaits }: OptionDifference, rulebook: Rulebook, page: Page): string[] => [
  sides(
    page.paint.bold(title),
    outcome.before === outcome.after ? `${OUTCOME_WORDS[outcome.after]}, as before` : `${OUTCOME_WORDS[outcome.before]} → ${OUTCOME_WORDS[outcome.after]}`,
    page,
  ),
  ...criterionLines(criteria, rulebook, page, 2),
  ...factLines(missing, rulebook, page),
  ...awaitLines(awaits, rulebook, page),
]

/** Facts that became missing or are no longer. Hard ones are counted, not named. */
const factLines = ({ added, removed }: ComeAndGone<string>, rulebook: Rulebook, page: Page): string[] => {
  const named = (ids: readonly string[]): string => {
    const shown = ids.filter((id) => byId(rulebook.facts).get(id)?.burden !== 'distressing')
    return shown.length > 0 ? namedFacts(shown, ids.length) : `${String(ids.length)} ${ids.length === 1 ? 'fact' : 'facts'}, not named here`
  }
  return [
    ...(added.length === 0 ? [] : [paragraph(`now to find out: ${named(added)}`, page, 2, 4)]),
    ...(removed.length === 0 ? [] : [paragraph(`no longer to find out: ${named(removed)}`, page, 2, 4)]),
  ]
}

const awaitLines = ({ added, removed }: ComeAndGone<Await>, rulebook: Rulebook, page: Page): string[] =>
  (
    [
      ['now open', added],
      ['no longer open', removed],
    ] as const
  ).flatMap(([word, steps]) => {
    const attorney = steps.filter((step) => isLeftToAttorney(step, rulebook)).length
    const spoken = steps.filter((step) => !isLeftToAttorney(step, rulebook))
    return [
      ...spoken.map(({ who, what }) => paragraph(`${word}: ${WHO_WORDS[who] ?? label(who)}: ${what}`, page, 2, 4)),
      ...(attorney === 0 ? [] : [paragraph(`${word}: ${String(attorney)} ${attorney === 1 ? 'point' : 'points'} left to the attorney`, page, 2, 4)]),
    ]
  })

const sameLines = ({ after, difference }: WhatIf, page: Page): string[] => {
  const same = after.options.filter(({ id, quiet }) => quiet !== true && difference.same.includes(id))
  const core = same.filter(({ tier }) => tier === 'core').map(({ title }) => title)
  const others = same.length - core.length
  const named = [...core, ...(others === 0 ? [] : [`${String(others)} further ${others === 1 ? 'option' : 'options'}`])]
  return named.length === 0 ? [] : [paragraph(`Nothing differs for ${listed(named, 'and')}.`, page)]
}

/** The same for machines. */
export const whatIfPage = ({ after, changed, difference }: WhatIf): object => ({
  case: after.case,
  'as-of': after['as-of'],
  rulebook: after.rulebook,
  notice: after.notice,
  changed,
  ...difference,
  contradictions: after.warnings.filter(({ facts }) => facts !== undefined),
})
