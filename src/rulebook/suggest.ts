import { distance } from 'fastest-levenshtein'

/** The known word nearest to what was written, when it is near enough to have been meant. */
export const nearest = (written: string, known: Iterable<string>): string | undefined => {
  const text = written.toLowerCase().slice(0, 100)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(text.length / 3)) + 1
  for (const word of known) {
    const d = distance(text, word)
    if (d < bestDistance) [best, bestDistance] = [word, d]
  }
  return best
}
