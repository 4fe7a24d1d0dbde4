import type { Output } from './output.ts'

/** What every command is given. Only here does the program meet the clock and the flags that hold for all commands. */
export interface Context {
  readonly output: Output
  /** The day on which the program runs, as an ISO day. */
  readonly today: string
  /** Another rulebook than the one that ships. */
  readonly rules: string | undefined
}
