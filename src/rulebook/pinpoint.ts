import { z } from 'zod'

/** How the places of a source are written: the grammar of its pinpoints. */
export const PinpointStyle = z.enum(['section', 'rule', 'register', 'public-law', 'amendment', 'reports', 'decision', 'form', 'manual', 'chapter', 'title'])
export type PinpointStyle = z.infer<typeof PinpointStyle>

/** A grammar: how its pinpoints look, in words, and whether a text is one. */
interface Grammar {
  readonly expected: string
  readonly fits: (at: string) => boolean
}

type Level = RegExp

const LETTER: Level = /^([a-z])\1?$/
const NUMBER: Level = /^\d+[a-z]?$/
const CAPITAL: Level = /^([A-Z])\1?$/
const ROMAN: Level = /^[ivxlc]+$/
const LARGE_ROMAN: Level = /^[IVXLC]+$/
const DOUBLED: Level = /^([a-z])\1$/

/** The levels of paragraphs from the outermost in, in acts and codes, and in rules. A section may begin at any of the first three. */
const LEVELS = { section: [LETTER, NUMBER, CAPITAL, ROMAN, LARGE_ROMAN, DOUBLED], rule: [LETTER, NUMBER, ROMAN, CAPITAL, NUMBER, ROMAN] } as const
const SECTION = { section: /^\d+(?:[A-Za-z]{1,2}(?:-\d+[a-z]?)?)?/, rule: /^\d+[a-z]?\.\d+[a-z]?/ } as const
type Sections = keyof typeof SECTION

const WHOLE_PART = /^(?:ch|pt|tit)\. \d+[A-Z]?(?:, subpt\. [A-Z])?$/
const PUBLIC_LAW = /^\d{2,3}-\d{1,3}(?:, (?:div|tit)\. [A-Z]+)*(?:, §§? (?<sections>.+?))?(?:, \d{2,3} Stat\. \d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)?$/
/** The page of the Statutes at Large that an act may be cited with. */
const STATUTES_AT_LARGE = /, \d{2,3} Stat\. \d+(?:-\d+)?$/
const REMARK = /(?: \((\d{4}) text\)|(, former text)| note)$/

const matches = (pattern: RegExp, expected: string): Grammar => ({ expected, fits: (at) => pattern.test(at) })
const sections = (kind: Sections, expected: string): Grammar => ({ expected, fits: (at) => WHOLE_PART.test(at) || placesIn(at, kind) !== undefined })

const GRAMMARS: Record<PinpointStyle, Grammar> = {
  section: sections('section', 'a section and its paragraphs, each level inside the one before; several with commas'),
  rule: sections('rule', 'part, dot, section and its paragraphs, each level inside the one before; several with commas'),
  register: matches(
    /^\d{1,3} FR \d{1,6}(?:, \d{1,6}(?:-\d{1,6})?)*(?: \([A-Z][a-z]{2,4}\.? \d{1,2}, \d{4}\))?$/,
    'volume, `FR`, page, and the date of issue in brackets',
  ),
  'public-law': {
    expected: 'Congress, hyphen, number; then division, title, sections after the section sign, and pages of the Statutes at Large',
    fits: (at) => {
      const parts = PUBLIC_LAW.exec(at)?.groups
      return parts !== undefined && (parts['sections'] === undefined || placesIn(parts['sections'], 'section') !== undefined)
    },
  },
  amendment: matches(/^(?:amend|art)\. [IVX]+(?:, § \d+)?(?:, cl\. \d+)?$/, 'an amendment or article by its Roman number'),
  reports: matches(/^[^()]+, \d+ U\.S\. \d+(?:, \d+(?:-\d+)?)? \(\d{4}\)$/, 'the name, volume, reporter, page, and the year in brackets'),
  decision: matches(/^(?:.+ v\. .+|(?:Matter of|In re) .+) \(.+\)$/, 'the parties, and the court in brackets'),
  form: matches(/^[A-Z]+-\d+[A-Z]*(?:,? [A-Za-z]+)*(?:, [a-z ]+)?(?: \([^()]+\))?$/, 'the letters, hyphen and number of a form, then its part'),
  manual: matches(/^\d+ FAM \d+(?:\.\d+)*(?:-\d+)?(?:\([A-Za-z0-9]+\))*$/, 'volume, `FAM`, and section'),
  chapter: matches(/^vol\. \d+, pt\. [A-Z](?:, ch\. \d+(?:, § [A-Z](?:\.\d+)*)?)?$/, 'volume, part, chapter and section, from the outermost in'),
  title: { expected: 'a title or heading on one line, with its brackets closed', fits: (at) => /^\S(?:.*\S)?$/.test(at) && !/ {2}/.test(at) && closed(at) },
}

/** What a pinpoint of a style should look like; undefined where it does. */
export const expectedPlace = (style: PinpointStyle, at: string): string | undefined => (GRAMMARS[style].fits(at) ? undefined : GRAMMARS[style].expected)

/** Does a source of that style divide into sections and paragraphs, so that their places can be dated? */
const sectionsOf = (style: PinpointStyle): Sections | undefined => (style === 'section' || style === 'rule' ? style : undefined)

/** The places a well-formed pinpoint names, one for each paragraph of a list and both ends of a range; whole where the style knows no paragraphs. */
export const placesNamed = (style: PinpointStyle, at: string): readonly string[] => {
  const kind = sectionsOf(style)
  return (kind && placesIn(at, kind)) ?? [at]
}

/** The former text a pinpoint names: its year, or `former` where it gives none. */
export const formerText = (at: string): string | undefined => {
  const [, year, former] = REMARK.exec(at) ?? []
  return year ?? (former === undefined ? undefined : 'former')
}

/** Sections and paragraphs of a list such as the second and third paragraphs of one section; undefined when it is not well formed. */
const placesIn = (at: string, kind: Sections): readonly string[] | undefined => {
  const places: string[] = []
  let section: string | undefined
  let chain: readonly string[] = []
  for (const piece of at
    .replace(STATUTES_AT_LARGE, '')
    .replace(REMARK, '')
    .split(/, (?:and )?| and |(?<=[\d)])-(?=[\d(])/)) {
    const own = SECTION[kind].exec(piece)?.[0]
    const steps = stepsOf(piece.slice(own?.length ?? 0))
    if (steps === undefined || (own === undefined && (section === undefined || steps.length === 0))) return undefined
    const next = own === undefined ? continued(chain, steps, kind) : fitsLevels(steps, kind) ? steps : undefined
    if (next === undefined) return undefined
    section = own ?? section
    chain = next
    places.push(`${section ?? ''}${chain.map((step) => `(${step})`).join('')}`)
  }
  return places
}

const stepsOf = (text: string): readonly string[] | undefined =>
  /^(?:\([A-Za-z0-9]+\))*$/.test(text) ? [...text.matchAll(/\(([^)]+)\)/g)].map(([, step = '']) => step) : undefined

/** A paragraph that goes on from the one before: it takes the place of the deepest step it can. */
const continued = (chain: readonly string[], steps: readonly string[], kind: Sections): readonly string[] | undefined => {
  for (let kept = chain.length - 1; kept >= 0; kept -= 1) {
    const whole = [...chain.slice(0, kept), ...steps]
    if (fitsLevels(whole, kind)) return whole
  }
  return undefined
}

const fitsLevels = (steps: readonly string[], kind: Sections): boolean =>
  [0, 1, 2].some((start) => steps.every((step, index) => LEVELS[kind][start + index]?.test(step)))

const closed = (text: string): boolean => {
  let open = 0
  for (const sign of text) {
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (open < 0) return false
  }
  return open === 0
}
