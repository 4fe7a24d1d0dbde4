import { harmless } from './harmless.ts'

/** Where a problem stands: a file and, where known, a place in it; for cases also which record. */
export interface Where {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly record?: string | undefined
}

/** Something wrong with a file that a person wrote. Data, never thrown. */
export interface Problem {
  readonly code: ProblemCode
  readonly where: Where
  /** What is wrong, with the author's own text in backticks. */
  readonly message: string
  /** How to put it right. */
  readonly help?: string | undefined
}

type Details = Readonly<Record<string, string | undefined>>
type Words = (details: Details) => { message: string; help?: string | undefined }

const quote = (text: string | undefined): string => `\`${text ?? ''}\``
const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`)

/** The wording of every problem, in one table. Each code has a section in `docs/problems.md`. */
const WORDS = {
  unreadable: ({ reason }) => ({ message: `cannot be read: ${reason ?? ''}` }),
  'not-utf8': ({ hint }) => ({ message: 'is not UTF-8 text', help: `save the file as UTF-8${hint ?? ''}` }),
  'too-large': ({ size, limit }) => ({ message: `holds ${size ?? ''}, more than the ${limit ?? ''} this kind of file may hold` }),
  'too-deep': () => ({ message: 'is nested too deep to be read' }),
  empty: ({ expected }) => ({ message: 'is empty', help: `expected ${expected ?? ''}` }),
  'yaml-syntax': ({ reason }) => ({ message: `is not YAML: ${reason ?? ''}` }),
  'yaml-feature': ({ feature }) => ({ message: `uses ${feature ?? ''}`, help: 'rules are written in plain YAML 1.2; write the text out in full' }),
  'json-syntax': ({ reason }) => ({ message: `is not JSON: ${reason ?? ''}` }),
  'duplicate-key': ({ key }) => ({ message: `the key ${quote(key)} stands here twice`, help: 'keep one of the two' }),
  'unexpected-file': ({ expected }) => ({ message: 'is not a file of a rulebook', help: `expected ${expected ?? ''}` }),
  'wrong-name': ({ id }) => ({ message: `the id ${quote(id)} is not the name of the file`, help: 'a file is named for the id it defines' }),
  'unknown-key': ({ key, nearest }) => ({ message: `unknown key ${quote(key)}${meant(nearest)}` }),
  'missing-key': ({ key }) => ({ message: `the key ${quote(key)} is missing` }),
  'wrong-value': ({ reason, got }) => ({ message: got === undefined ? (reason ?? '') : `${reason ?? ''}, found ${quote(got)}` }),
  'no-form': () => ({
    message: 'says nothing: it has no form',
    help: 'give it exactly one of all, any, not, bar, at-least, definition, criterion, await, act, fact',
  }),
  'several-forms': ({ keys }) => ({ message: `has more than one form: ${keys ?? ''}`, help: 'a node has exactly one form; put several under all or any' }),
  'unknown-id': ({ kind, id, nearest }) => ({ message: `unknown ${kind ?? ''} ${quote(id)}${meant(nearest)}` }),
  'duplicate-id': ({ kind, id }) => ({ message: `the ${kind ?? ''} ${quote(id)} is defined twice` }),
  'wrong-test': ({ fact, kind, test, fitting }) => ({
    message: `${quote(test)} does not fit ${quote(fact)}, which is a ${kind ?? ''}`,
    help: `use ${fitting ?? ''}`,
  }),
  circle: ({ round }) => ({ message: `leads back to itself: ${round ?? ''}` }),
  'missing-citation': ({ id }) => ({ message: `the criterion ${quote(id)} has no citation` }),
  'citation-gap': ({ id, day }) => ({ message: `no citation of ${quote(id)} is in force on ${day ?? ''}, though the criterion is` }),
  'incomplete-criterion': ({ id, key }) => ({ message: `the criterion ${quote(id)} has no ${quote(key)}` }),
  'stray-key': ({ key }) => ({
    message: `${quote(key)} stands on a node without an id, where nothing shows it`,
    help: 'give the node an id, or move the key to the criterion above',
  }),
  'span-order': ({ from, until }) => ({ message: `ends on ${until ?? ''}, which is not after its first day ${from ?? ''}` }),
  'overlapping-spans': ({ first, second }) => ({ message: `the spans ${first ?? ''} and ${second ?? ''} overlap` }),
  'gapped-spans': ({ from, until }) => ({ message: `has no value from ${from ?? ''} until ${until ?? ''}` }),
  'fact-without-wording': ({ id, key }) => ({ message: `the fact ${quote(id)} has no ${quote(key)}` }),
  'absent-reference': ({ target, day, kind }) => ({
    message: `refers to ${quote(target)}, which ${kind === 'parameter' ? 'has no value' : 'is not law'} on ${day ?? ''} though this node is`,
    help: kind === 'parameter' ? 'date the node, or give the parameter a value of that day' : 'date the reference, or put it in an any beside another child',
  }),
  'unequal-dates': ({ target, own, theirs }) => ({
    message: `refers to ${quote(target)} on ${own ?? ''}, but that is law on ${theirs ?? ''}`,
    help: 'give the reference and the criterion the same days',
  }),
  'unknown-fact': ({ id, nearest }) => ({ message: `unknown fact ${quote(id)}${meant(nearest)}`, help: 'list all facts with `tvpa facts`' }),
  'wrong-answer': ({ expected, got, nearest }) => ({ message: `expected ${expected ?? ''}, found ${quote(got)}${meant(nearest)}` }),
  'not-a-case': ({ got }) => ({ message: `expected a case (an object with \`facts\`), found ${got ?? ''}` }),
  'several-cases': ({ names }) => ({
    message: 'holds several cases, and only one can be looked at',
    help: `name one with --case${names === undefined || names === '' ? '; first give each a reference' : `: ${names}`}`,
  }),
  'no-cases': () => ({ message: 'holds no case', help: 'expected .json, .ndjson or .jsonl files' }),
} satisfies Record<string, Words>

export type ProblemCode = keyof typeof WORDS

/** Every code there is, in the order of the table. */
export const problemCodes = Object.keys(WORDS) as ProblemCode[]

/** Makes a problem; the words come from the table. */
export const problem = (code: ProblemCode, where: Where, details: Details = {}): Problem => ({
  code,
  where,
  ...(WORDS as Record<ProblemCode, Words>)[code](details),
})

/** One line that says where (`file:line:column`, record, path), one that says what, and one that helps. */
export const problemText = ({ where, message, help }: Problem): string => {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':')
  const record = where.record === undefined ? '' : ` ${where.record}`
  const path = where.path.length === 0 ? '' : ` at ${where.path.join('.')}`
  return harmless(`${place}${record}${path}\n${message}${help === undefined ? '' : `\n  ${help}`}`)
}
