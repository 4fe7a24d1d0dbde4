import { harmless } from '../rulebook/harmless.ts'
import type { ChoiceScreen, QuestionScreen, Reply } from './face.ts'
import { EXIT_NOW } from './face.ts'
import { besides, capital } from './view.ts'

/** Paragraphs as lines, with a blank line before them. */
export const paragraphs = (list: readonly string[]): string => (list.length === 0 ? '' : `\n${list.map(harmless).join('\n')}\n`)

/** A question as lines with numbers. */
export const plainQuestion = (screen: QuestionScreen): string =>
  [
    '',
    `Topic: ${screen.part}. ${capital(screen.progress).replace(' · ', '. ').replace('. about', '. About')}.`,
    screen.question,
    ...(screen.remark === undefined ? [] : [screen.remark]),
    ...plainRows(screen).map((label, index) => `${String(index + 1)}. ${label}`),
    '',
  ].join('\n')

/** What can be typed, in one line. */
export const plainPrompt = (screen: QuestionScreen): string => {
  const count = String(plainRows(screen).length)
  const how = screen.several
    ? `Type numbers with commas (a + at the end: there may be more)`
    : screen.rows.length === 0 && screen.typed !== undefined
      ? `Type ${screen.typed}, or 1 to ${count}`
      : `Type 1 to ${count}`
  const keys = screen.keys.filter(({ does }) => OFTEN.includes(does))
  return `${how}, or ${keyWords(keys)}, h other keys: `
}

const OFTEN: readonly string[] = ['back', 'why', 'skip', 'pause', 'save', 'exit']

const keyWords = (keys: QuestionScreen['keys']): string => keys.map(({ key, label }) => `${key === '?' ? 'y' : key} ${label}`).join(', ')

/** The keys that are not named at every question. */
export const otherKeys = (screen: QuestionScreen): string => `${keyWords(screen.keys.filter(({ does }) => !OFTEN.includes(does)))}.\n`

/** What a typed line says; `type` asks for text instead of a row; nothing when it is none of the choices. */
export const readPlain = (line: string, screen: QuestionScreen): Reply | 'type' | undefined => {
  const typed = line.trim()
  const key = screen.keys.find((one) => one.key === typed || (one.key === '?' && typed === 'y'))
  if (key) return { move: key.does }
  const more = screen.several && typed.endsWith('+')
  const numbers = (more ? typed.slice(0, -1) : typed).split(',').map((part) => part.trim())
  const count = plainRows(screen).length
  if (numbers.every((part) => /^\d{1,2}$/.test(part) && Number(part) >= 1 && Number(part) <= count))
    return chosen(
      numbers.map((part) => Number(part) - 1),
      more,
      screen,
    )
  return screen.rows.length === 0 && screen.typed !== undefined && /^[\d.][\d./-]+$/.test(typed) ? { move: 'answer', typed } : undefined
}

/** A gate, a card or the review as lines with numbers. */
export const choiceLines = ({ title, say, choices }: ChoiceScreen): string =>
  [
    '',
    `${title}${/[.?]$/.test(title) ? '' : '.'}`,
    ...say.map(harmless),
    ...choices.map(({ label }, index) => `${String(index + 1)}. ${capital(harmless(label))}`),
    '',
  ].join('\n')

/** What can be typed at a choice, in one line. */
export const choicePrompt = ({ ask, choices }: ChoiceScreen): string =>
  `${ask}${/[.?]$/.test(ask) ? '' : '.'} Type ${choices.length === 1 ? '1' : `1 to ${String(choices.length)}`}, or x exit now: `

/** The id that a typed line chooses; nothing when it is none of the choices. */
export const readChoice = (line: string, { choices }: ChoiceScreen): string | undefined => {
  const typed = line.trim()
  return typed === 'x' ? EXIT_NOW : choices[Number(/^\d+$/.test(typed) ? typed : 0) - 1]?.id
}

/** The rows, then a way to type where both are possible, then what else can be said. */
const plainRows = (screen: QuestionScreen): string[] => [
  ...screen.rows.map(({ label }) => capital(label)),
  ...(mayType(screen) ? ['Type it'] : []),
  ...besides(screen).map(({ label }) => label),
]

const mayType = (screen: QuestionScreen): boolean => screen.typed !== undefined && screen.rows.length > 0

const chosen = (indexes: readonly number[], more: boolean, screen: QuestionScreen): Reply | 'type' | undefined => {
  const [first = 0] = indexes
  if (indexes.every((index) => index < screen.rows.length)) {
    if (indexes.length > 1 && !screen.several) return undefined
    return { move: 'answer', rows: indexes.map((index) => screen.rows[index]?.id ?? ''), more }
  }
  if (indexes.length > 1) return undefined
  if (mayType(screen) && first === screen.rows.length) return 'type'
  const key = besides(screen)[first - screen.rows.length - (mayType(screen) ? 1 : 0)]
  return key && { move: key.does }
}
