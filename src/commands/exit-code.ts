/** What each end of the program means to whoever called it. */
export const EXIT = {
  done: 0,
  /** A check, test or comparison found what it looks for. */
  found: 1,
  /** Wrong usage, or no usable record. */
  usage: 2,
  /** Some records were rejected; all others were evaluated. */
  rejected: 3,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
