import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonFace } from '../../src/report/json.ts'
import { archive, assessedAnew } from '../support/faces.ts'
import { tvpa } from '../support/program.ts'
import { fromRoot, textOf } from '../support/rules.ts'

type Schema = Readonly<Record<string, unknown>>

/** An object with exactly these keys; those after the bar may be left out. */
const exactly = (required: Readonly<Record<string, Schema>>, added: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...added },
})
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const text: Schema = { type: 'string', minLength: 1 }
const id: Schema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }
const day: Schema = { type: 'string', format: 'day' }
const tag: Schema = { enum: ['V', 'V2', 'UNVERIFIED'] }
const status: Schema = { enum: ['met', 'not-met', 'unknown', 'judgment', 'agency'] }
const factors = exactly({ present: listOf(id), absent: listOf(id), open: listOf(id) })
const citation = exactly({ source: id, pinpoint: text, text }, { url: { type: 'string', pattern: '^https://' }, tag })
const citations = listOf(citation)

// design.md, section 5: none of these keys may be renamed; keys may be added, and those that were are listed after them
const criterion = exactly(
  {
    id,
    status,
    'decided-by': {
      enum: ['facts', 'person', 'document', 'professional', 'certifying-agency', 'law-enforcement', 'dhs-uscis', 'attorney-general', 'hhs', 'court'],
    },
    text,
    because: listOf(id),
    missing: listOf(id),
    evidence: listOf(text),
    moot: { type: 'boolean' },
    citations: { ...citations, minItems: 1 },
    criteria: listOf({ $ref: '#/$defs/criterion' }),
  },
  {
    title: text,
    tag,
    notes: listOf(exactly({ text }, { tag, citations })),
    readings: listOf(exactly({ reading: text, alternative: text, authority: text })),
  },
)

const determination = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { criterion },
  ...exactly(
    {
      case: { type: 'string' },
      'as-of': day,
      rulebook: exactly({
        version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
        digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
        'reviewed-through': day,
      }),
      notice: text,
      options: listOf(
        exactly(
          {
            id,
            title: text,
            outcome: { enum: ['may-qualify', 'appears-not-to-qualify', 'cannot-tell-yet', 'depends-on-others', 'not-in-force'] },
            criteria: listOf({ $ref: '#/$defs/criterion' }),
            missing: listOf(id),
            declined: listOf(id),
            awaits: listOf(exactly({ criterion: id, who: text, what: text }, { fact: id, factors })),
            'rests-on': listOf(id),
            'would-change': listOf({ ...listOf(exactly({ fact: id, to: { type: ['boolean', 'string', 'array'] } })), minItems: 1 }),
          },
          { group: id, tier: { enum: ['core', 'extended'] }, quiet: { const: true }, text, citations },
        ),
      ),
      definitions: listOf(exactly({ id, status }, { title: text, criteria: listOf({ $ref: '#/$defs/criterion' }) })),
      'key-dates': listOf(exactly({ date: text, what: text, citations })),
      resources: listOf(exactly({ id, title: text, contact: text }, { text })),
      warnings: listOf(exactly({ text }, { option: id, facts: listOf(id), citations, tag })),
      assumptions: listOf(exactly({ fact: id, value: { type: ['string', 'boolean'] } })),
    },
    {
      facts: { type: 'object' },
      lines: listOf(exactly({ id, place: { enum: ['first', 'days', 'say', 'foot', 'interview'] }, text, citations, tag })),
      comparisons: listOf({ type: 'object' }),
    },
  ),
}

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { day: /^\d{4}-\d{2}-\d{2}$/ } }).compile(determination)
const problemsIn = (json: string): string[] =>
  validate(JSON.parse(json))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`)

/** The determination of an archive case as JSON, assessed anew. */
const determined = (name: string, asOf: string): string => jsonFace(assessedAnew(name, asOf).determination)

describe('a determination has the keys of the contract, whatever the case and the day', () => {
  test.each(archive.flatMap((name) => ['2026-11-21', '2000-01-15', '1990-01-01'].map((asOf) => [name, asOf] as const)))(
    '%s under the law of %s',
    (name, asOf) => {
      expect(problemsIn(determined(name, asOf))).toEqual([])
    },
  )
})

describe('the same case, rulebook and day give the same determination', () => {
  test.each(archive.slice(0, 4).flatMap((name) => ['2026-11-21', '2000-01-15'].map((asOf) => [name, asOf] as const)))(
    '%s under the law of %s',
    (name, asOf) => {
      expect(determined(name, asOf)).toBe(determined(name, asOf))
    },
  )
})

describe('the program writes the same bytes each time, and they keep the contract', () => {
  const file = fromRoot('fixtures/archive/chicago-dancers.json')
  const run = (asOf: string[], env: Readonly<Record<string, string>> = {}, cwd = fromRoot('')): string =>
    tvpa(['evaluate', file, '--format', 'json', ...asOf], { env, cwd }).out

  test.each(['2026-11-21', '2000-01-15'])('under the law of %s', (asOf) => {
    const first = run(['--as-of', asOf])
    expect(problemsIn(first)).toEqual([])
    const { facts, ...rest } = JSON.parse(first) as Readonly<Record<string, unknown>>
    expect(JSON.stringify(rest, null, 2)).toBe(determined('chicago-dancers.json', asOf))
    expect(Object.keys(JSON.parse(first) as object).slice(0, 4)).toEqual(['case', 'as-of', 'facts', 'rulebook'])
    expect(Object.keys(facts as object)).toEqual(Object.keys((JSON.parse(textOf('fixtures/archive/chicago-dancers.json')) as { facts: object }).facts))
    expect(run(['--as-of', asOf])).toBe(first)
  })

  test('under the law of today', () => {
    expect(problemsIn(run([]))).toEqual([])
  })

  test('in another folder, another language and another time zone', () => {
    const there = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '40', FORCE_COLOR: '1' }
    expect(run(['--as-of', '2026-11-21'], there, '/')).toBe(run(['--as-of', '2026-11-21'], { TZ: 'Pacific/Pago_Pago', LANG: 'C' }))
  })
})

describe('the contract names the options and the definition of the mission', () => {
  const ids: Record<string, string[]> = {}
  beforeAll(() => {
    for (const asOf of ['2026-11-21', '2000-01-15', '2000-10-28']) {
      const { options, definitions } = JSON.parse(determined('el-monte.json', asOf)) as {
        options: { id: string; outcome: string }[]
        definitions: { id: string }[]
      }
      ids[asOf] = [
        ...options.map(({ id: option, outcome }) => `${option} ${outcome === 'not-in-force' ? 'no law' : 'law'}`),
        ...definitions.map((one) => one.id),
      ]
    }
  })

  test.each([
    ['2026-11-21', ['t-status law', 'u-status law', 's-status law', 'continued-presence law', 'severe-form-of-trafficking'], []],
    ['2000-10-28', ['t-status law', 'u-status law', 's-status law', 'continued-presence law', 'severe-form-of-trafficking'], []],
    ['2000-01-15', ['t-status no law', 'u-status no law', 's-status law', 'continued-presence no law'], ['severe-form-of-trafficking', 'coercion']],
  ])('%s', (asOf, present, absent) => {
    expect(ids[asOf]).toEqual(expect.arrayContaining(present))
    expect(absent.filter((one) => ids[asOf]?.includes(one))).toEqual([])
  })
})
