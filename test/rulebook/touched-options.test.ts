import { expect, test } from 'vitest'
import { touchedOptions } from '../../src/rulebook/touched-options.ts'
import { criterionFile, smallRulebook } from '../support/rules.ts'

test('an option is touched by itself, by its definitions, by those they refer to, and by parameters; nothing else touches it', () => {
  const rulebook = smallRulebook({
    'definitions/alone.yaml': criterionFile('alone', 'fact: here'),
    'definitions/hurt.yaml': criterionFile('hurt', 'definition: grave'),
    'definitions/grave.yaml': criterionFile('grave', 'all: [{ fact: age, under: { parameter: limit } }, { fact: harms, has: any }]'),
    'parameters/limit.yaml': 'id: limit\ntitle: The limit\nunit: years\ntag: V\nvalues: [{ value: 18 }]\n',
  })
  expect(Object.fromEntries(touchedOptions(rulebook))).toEqual({ aid: ['aid'], hurt: ['aid'], grave: ['aid'], limit: ['aid'] })
})
