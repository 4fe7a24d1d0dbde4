import type { Prospect, QuestionGroup, Questions, QuestionShown, Standing } from '../assessment/questions.ts'
import { harmlessJson } from '../rulebook/harmless.ts'
import { listed } from '../wording/labels.ts'
import { OUTCOME_WORDS } from '../wording/statuses.ts'
import type { Page } from './layout.ts'
import { heading, paragraph, sides } from './layout.ts'

/** Said above every list: what an answer would settle is never shown to the person who is asked. */
const DESK = 'For the desk, not for the room. What an answer would settle is never shown to the person who is asked, and no answer is ever suggested.'

/** The questions of a case as text for a caseworker. */
export const questionsFace = (questions: Questions, notice: string, page: Page): string => {
  const { options, next } = questions
  const blocks = [
    [paragraph(DESK, page)],
    [
      heading(`The options${questions.case === '' ? '' : ` for case ${questions.case}`}, law of ${questions['as-of']}`, page),
      ...options.map((option) => sides(option.title, standing(option), page, 2)),
    ],
    ...(next.length === 0 ? [[paragraph('Nothing is left to ask that could change one of these options.', page)]] : []),
    ...next.map((group, index) => topic(group, index === 0 ? 'Next' : '', questions, page)),
    ...questions['with-a-lawyer'].map((group) => topic(group, 'With a lawyer', questions, page)),
    [paragraph(notice, page)],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** The questions of a case as JSON. */
export const questionsJson = (questions: Questions): string => `${harmlessJson(JSON.stringify(questions, null, 2))}\n`

const topic = ({ title, questions }: QuestionGroup, before: string, all: Questions, page: Page): string[] => [
  heading(before === '' ? title : `${before}: ${title}`, page),
  ...questions.flatMap((question) => lines(question, all, page)),
]

const lines = ({ fact, question, burden, reason, waits, criteria, prospects = [] }: QuestionShown, all: Questions, page: Page): string[] => [
  sides(question, [burden, ...(waits ? ['after others'] : [])].join(', '), page, 2),
  paragraph(reason === 'safety' ? `${fact}: asked for safety; no option hangs on it` : `${fact}: ${waitedFor(criteria)}`, page, 4, 6),
  ...prospects.map((prospect) => outlook(prospect, all, page)),
]

const waitedFor = (criteria: QuestionShown['criteria']): string =>
  criteria.length === 0
    ? 'left out, it is taken as usual; told otherwise, an option could hang on it'
    : `for ${criteria.map(({ id, title }) => `${title} (${id})`).join('; ')}`

const outlook = ({ answers, options }: Prospect, all: Questions, page: Page): string => {
  const before = new Map(all.options.map((option) => [option.option, option]))
  const changed = options.filter(({ option, outcome, open }) => before.get(option)?.outcome !== outcome || before.get(option)?.open !== open)
  const after = changed.map((one) => `${before.get(one.option)?.title ?? one.option}: ${standing(one)}`)
  return paragraph(`${listed(answers, 'or')} → ${after.length === 0 ? 'as now' : after.join('; ')}`, page, 6, 8)
}

const standing = ({ outcome, open }: Standing): string =>
  `${OUTCOME_WORDS[outcome].toLowerCase()}${open === 0 ? '' : `, ${String(open)} ${open === 1 ? 'fact' : 'facts'} open`}`
