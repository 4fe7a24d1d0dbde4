import { expect, test } from 'vitest'
import { jsonFace, lineFace } from '../../src/report/json.ts'
import { assessed, smallRulebook } from '../support/rules.ts'

const { determination } = assessed(smallRulebook(), { here: true })
const hostile = { ...determination, case: 'a\u001b[2J\u0007\u202eb</script>\u2028' }

test('both faces of JSON say the same; one of them on one line', () => {
  expect(JSON.parse(jsonFace(determination))).toEqual(JSON.parse(lineFace(determination)))
  expect(lineFace(determination)).not.toContain('\n')
})

test('the keys stand in the order of the contract', () => {
  expect(Object.keys(JSON.parse(jsonFace(determination)) as object).filter((key) => !['lines', 'comparisons'].includes(key))).toEqual([
    'case',
    'as-of',
    'rulebook',
    'notice',
    'options',
    'definitions',
    'key-dates',
    'resources',
    'warnings',
    'assumptions',
  ])
})

test('no character in it steers a terminal, and it means the same', () => {
  for (const face of [jsonFace(hostile), lineFace(hostile)]) {
    // eslint-disable-next-line no-control-regex -- these are the characters that must not be there
    expect(face).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect((JSON.parse(face) as typeof hostile).case).toBe(hostile.case)
  }
})
