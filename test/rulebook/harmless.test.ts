import { describe, expect, test } from 'vitest'
import { harmless, harmlessJson } from '../../src/rulebook/harmless.ts'

const harmful = [
  ['escape', '\u001b'],
  ['bell', '\u0007'],
  ['backspace', '\b'],
  ['carriage return', '\r'],
  ['delete', '\u007f'],
  ['control sequence introducer', '\u009b'],
  ['operating system command', '\u009d'],
  ['null', '\u0000'],
  ['right-to-left override', '\u202e'],
  ['left-to-right isolate', '\u2066'],
  ['right-to-left mark', '\u200f'],
  ['arabic letter mark', '\u061c'],
] as const

describe('what could steer a terminal is shown as a mark', () => {
  test.each(harmful)('%s', (_, character) => {
    expect(harmless(`a${character}[2Jb`)).toBe('a\ufffd[2Jb')
  })

  test.each(['plain', 'two\nlines', 'a\ttab', 'naïve café', '§ 1101', 'שלום', '日本語', '👩‍👧'])('%j is left as it is', (text) => {
    expect(harmless(text)).toBe(text)
  })
})

describe('in JSON it is written as an escape that means the same', () => {
  test.each(harmful)('%s', (_, character) => {
    const json = harmlessJson(JSON.stringify({ case: `a${character}b` }))
    expect(json.includes(character)).toBe(false)
    expect(JSON.parse(json)).toEqual({ case: `a${character}b` })
  })
})
