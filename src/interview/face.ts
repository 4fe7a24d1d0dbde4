import type { Row } from './rows.ts'

/** A screen with one question of the vocabulary. */
export interface QuestionScreen {
  /** Where it stands: the part, and how much is left. */
  readonly part: string
  readonly progress: string
  readonly question: string
  /** Said beneath the question: what to look out for when the answer is written down. */
  readonly remark: string | undefined
  readonly rows: readonly Row[]
  /** Several rows may be ticked. */
  readonly several: boolean
  /** What may be typed instead of a row. */
  readonly typed: string | undefined
  readonly keys: readonly Key[]
  /** Rows chosen before, when an answer is looked at again. */
  readonly chosen: readonly string[]
}

/** What can be done at a question besides answering it. */
export interface Key {
  readonly key: string
  readonly does: Exclude<Move, 'answer'>
  readonly label: string
}

export type Move = 'answer' | 'unknown' | 'declined' | 'skip' | 'back' | 'why' | 'settles' | 'basis' | 'review' | 'save' | 'pause' | 'exit'

/** What came back from a question. */
export type Reply =
  | { readonly move: Exclude<Move, 'answer'> }
  /** Ids of rows; `more` when there may be others than those ticked. */
  | { readonly move: 'answer'; readonly rows: readonly string[]; readonly more: boolean }
  | { readonly move: 'answer'; readonly typed: string }

/** A screen with words and a choice: a gate, the card of a stop, the review. */
export interface ChoiceScreen {
  readonly title: string
  readonly say: readonly string[]
  readonly ask: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

/** How an interview is shown and answered. The only thing about a terminal that the rest of the interview knows. */
export interface Face {
  /** Paragraphs. */
  readonly say: (paragraphs: readonly string[]) => void
  readonly question: (screen: QuestionScreen) => Promise<Reply>
  /** The id of what was chosen; `exit` for the quick exit. */
  readonly choice: (screen: ChoiceScreen) => Promise<string>
  /** A line of text; undefined for the quick exit. */
  readonly text: (ask: string) => Promise<string | undefined>
  /** Takes away everything that was shown. */
  readonly clear: () => void
  readonly close: () => void
}

/** The choice that is open on every screen: leave at once. */
export const EXIT_NOW = 'exit-now'

/** Thrown by a face when someone presses Ctrl-C, or when input ends. */
export class Interrupted extends Error {}
