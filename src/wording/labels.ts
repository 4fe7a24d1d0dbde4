/** Words of an id that are not written as they stand. */
const SPELLED: Readonly<Record<string, string>> = {
  us: 'U.S.',
  t: 'T',
  u: 'U',
  s: 'S',
  s5: 'S-5',
  s6: 'S-6',
  cp: 'continued presence',
  fbi: 'FBI',
  ice: 'ICE',
  hsi: 'HSI',
  hhs: 'HHS',
  dhs: 'DHS',
  uscis: 'USCIS',
  eeoc: 'EEOC',
  nlrb: 'NLRB',
  dc: 'DC',
  pr: 'PR',
  vi: 'VI',
  guam: 'Guam',
  american: 'American',
  samoa: 'Samoa',
  northern: 'Northern',
  mariana: 'Mariana',
  islands: 'Islands',
}

/** Words that keep their hyphen, or have another one. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\bco workers\b/g, 'co-workers'],
  [/\b([ht]) (\d\w?)\b/g, '$1-$2'],
  [/\bfull time\b/g, 'full-time'],
]

/** An id in words: `age-at-victimization` is "age at victimization". */
export const label = (id: string): string =>
  JOINED.reduce(
    (text, [words, joined]) => text.replaceAll(words, joined),
    id
      .split('-')
      .map((word) => SPELLED[word] ?? word)
      .join(' '),
  )

/** Several things in a row: "a, b or c". */
export const listed = (items: readonly string[], joint: 'and' | 'or'): string =>
  items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`
