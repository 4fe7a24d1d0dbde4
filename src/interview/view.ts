import type { QuestionScreen, Reply } from './face.ts'
import { NONE } from './rows.ts'

/** Where a question drawn on a terminal stands: the row looked at, the rows ticked, what was typed. */
export interface View {
  readonly active: number
  readonly ticked: readonly string[]
  /** There may be others than those ticked. */
  readonly more: boolean
  readonly typed: string
}

/** How a question is first shown. */
export const startOf = (screen: QuestionScreen): View => ({
  active: Math.max(
    0,
    screen.rows.findIndex(({ id }) => screen.chosen.includes(id)),
  ),
  ticked: screen.several ? screen.chosen : [],
  more: false,
  typed: '',
})

/** The rows and, beneath them, what else can be said: not known, prefers not to say. */
export const linesOf = (view: View, screen: QuestionScreen): string[] => [
  ...screen.rows.map(({ id, label }) => `${screen.several ? (view.ticked.includes(id) ? '[x] ' : '[ ] ') : ''}${capital(label)}`),
  ...besides(screen).map(({ label }) => label),
]

/** What the Enter key says; nothing when there is nothing to take: in a list only what was ticked counts, never the row looked at. */
export const enter = (view: View, screen: QuestionScreen): Reply | undefined => {
  if (view.typed !== '') return { move: 'answer', typed: view.typed }
  const other = besides(screen)[view.active - screen.rows.length]
  if (other) return view.ticked.length === 0 || !screen.several ? { move: other.does } : { move: 'answer', rows: view.ticked, more: view.more }
  const row = screen.rows[view.active]
  if (!row) return undefined
  if (!screen.several) return { move: 'answer', rows: [row.id], more: false }
  const rows = view.ticked.length > 0 ? view.ticked : row.id === NONE ? [NONE] : []
  return rows.length === 0 ? undefined : { move: 'answer', rows, more: view.more }
}

/** What any other key does: it moves, ticks, types, or leaves the question. */
export const keyed = (
  view: View,
  screen: QuestionScreen,
  name: string | undefined,
  sequence: string,
): View | (Reply & { move: Exclude<Reply['move'], 'answer'> }) => {
  const last = linesOf(view, screen).length - 1
  if (name === 'up') return { ...view, active: Math.max(0, view.active - 1) }
  if (name === 'down') return { ...view, active: Math.min(last, view.active + 1) }
  if (name === 'home') return { ...view, active: 0 }
  if (name === 'end') return { ...view, active: last }
  if (name === 'backspace') return { ...view, typed: view.typed.slice(0, -1) }
  if (screen.typed !== undefined && /^[0-9./-]$/.test(sequence)) return { ...view, typed: view.typed + sequence }
  if (screen.several && sequence === '+') return { ...view, more: !view.more }
  if (screen.several && sequence === ' ') return ticked(view, screen)
  if (/^[1-9]$/.test(sequence) && Number(sequence) - 1 <= last) return { ...view, active: Number(sequence) - 1 }
  const key = screen.keys.find((one) => one.key === sequence || (one.does === 'back' && name === 'left'))
  return key ? { move: key.does } : view
}

const ticked = (view: View, screen: QuestionScreen): View => {
  const id = screen.rows[view.active]?.id
  if (id === undefined) return view
  if (view.ticked.includes(id)) return { ...view, ticked: view.ticked.filter((one) => one !== id) }
  return { ...view, ticked: id === NONE ? [NONE] : [...view.ticked.filter((one) => one !== NONE), id] }
}

/** Keys that are answers too, and so stand beneath the rows. A way to leave a question to a lawyer comes before the plain skip. */
export const besides = (screen: QuestionScreen): QuestionScreen['keys'] => screen.keys.filter(({ key }) => key === 'u' || key === 'd')

/** A label with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
