import type { Fact } from '../rulebook/fact.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** A JSON Schema of draft 2020-12, as data. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON Schema of a case file (one case, or a list of them), made from the vocabulary, for editors and other programs. */
export const caseSchema = (rulebook: Pick<Rulebook, 'facts' | 'about'>): JsonSchema => {
  const facts = Object.fromEntries(
    rulebook.facts.map((fact) => [
      fact.id,
      { title: fact.question, description: [fact.why, fact.help].filter((text) => text !== undefined).join(' '), ...answerSchema(fact) },
    ]),
  )
  const factsObject = { type: 'object', additionalProperties: false, properties: facts }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A case file of tvpa-options',
    description: rulebook.about.notice,
    oneOf: [{ $ref: '#/$defs/case' }, { type: 'array', minItems: 1, items: { $ref: '#/$defs/case' } }],
    $defs: {
      case: {
        type: 'object',
        additionalProperties: false,
        required: ['facts'],
        properties: {
          case: { type: ['string', 'number'], description: 'a reference of your own; never a name' },
          'as-of': { anyOf: [{ $ref: '#/$defs/day' }, { type: 'null' }] },
          notice: {},
          facts: factsObject,
          relatives: {
            type: ['array', 'null'],
            items: { type: 'object', additionalProperties: false, required: ['ref'], properties: { ref: { type: 'string' }, facts: factsObject } },
          },
        },
      },
      day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      date: { type: 'string', pattern: '^(\\.\\.|\\d{4}(-\\d{2}){0,2})(/(\\.\\.|\\d{4}(-\\d{2}){0,2}))?$' },
      open: { enum: [null, 'unknown', 'declined'] },
      basis: { enum: ['person', 'document', 'professional', 'authority', 'other-person'] },
    },
  }
}

const answerSchema = (fact: Fact): JsonSchema => {
  const plain = [{ $ref: '#/$defs/open' }, ...valueSchemas(fact)]
  const wrapped = {
    type: 'object',
    additionalProperties: false,
    required: ['value'],
    properties: { value: { anyOf: plain }, basis: { $ref: '#/$defs/basis' }, recorded: { $ref: '#/$defs/day' } },
  }
  return { anyOf: [...plain, wrapped] }
}

const closed = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties,
  required,
})

const valueSchemas = (fact: Fact): JsonSchema[] => {
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return [{ type: 'boolean' }]
    case 'choice':
      return [{ enum: fact.members }, closed({ 'one-of': list(fact.members, 1) }, ['one-of'])]
    case 'choices':
      return [list(fact.members, 0), closed({ yes: list(fact.members, 0), no: list(fact.members, 0) })]
    case 'number': {
      const limit = { type: 'integer', minimum: fact.range.from, maximum: fact.range.to + 1 }
      return [{ type: 'integer', minimum: fact.range.from, maximum: fact.range.to }, closed({ 'at-least': limit, under: limit })]
    }
    case 'date':
      return [{ $ref: '#/$defs/date' }]
    case 'agency-act':
      return [
        { enum: fact.members },
        closed({ 'one-of': list(fact.members, 1) }, ['one-of']),
        closed({ state: { enum: fact.members }, on: { anyOf: [{ $ref: '#/$defs/date' }, { type: 'null' }] } }, ['state']),
      ]
  }
}

const list = (members: readonly string[], minItems: number): JsonSchema => ({ type: 'array', minItems, items: { enum: members } })
