/** Numbers that look random and are the same in every run with the same seed (mulberry32; Ettinger 2017). */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  readonly share: () => number
  /** A whole number from 0 up to, not including, `count`. */
  readonly number: (count: number) => number
  readonly happens: (share: number) => boolean
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
  /** Each item with the same chance, in order. */
  readonly some: <T>(items: readonly T[], share: number) => T[]
  readonly shuffled: <T>(items: readonly T[]) => T[]
}

/** Starts a row of such numbers. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const number = (count: number): number => Math.floor(share() * count)
  return {
    share,
    number,
    happens: (limit) => share() < limit,
    pick: (items) => items[number(items.length)] ?? items[0],
    some: (items, limit) => items.filter(() => share() < limit),
    shuffled: (items) => {
      const left = [...items]
      return items.flatMap(() => left.splice(number(left.length), 1))
    },
  }
}
