const full = process.env['TVPA_LARGE'] === '1'

/** How many of something a test goes through: a few with every change, all of them with `TVPA_LARGE=1`. */
export const size = (few: number, all: number): number => (full ? all : few)

/** How long such a test may take, in milliseconds. */
export const LIMIT = size(60_000, 5_400_000)

/** Prints what was counted, at full size only. */
export const printed = (lines: readonly string[]): void => {
  if (full) process.stdout.write(`${lines.join('\n')}\n`)
}
