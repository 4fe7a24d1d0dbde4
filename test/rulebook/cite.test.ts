import { describe, expect, test } from 'vitest'
import { citationText, citationUrl } from '../../src/rulebook/cite.ts'
import type { Source } from '../../src/rulebook/source.ts'

const code: Source = { id: 'usc', title: 'Code', kind: 'statute', cite: '8 U.S.C. § {at}', url: 'https://law.example/{section}' }

describe('a citation is written as its source is, and leads as near to the place as the address of the source can', () => {
  test.each([
    ['1101(a)(15)(T)(i)(I)', '8 U.S.C. § 1101(a)(15)(T)(i)(I)', 'https://law.example/1101'],
    ['1184(k)(2), former text', '8 U.S.C. § 1184(k)(2), former text', 'https://law.example/1184'],
    ['214.208 to 214.210', '8 U.S.C. § 214.208 to 214.210', 'https://law.example/214.208'],
    ['a/../b', '8 U.S.C. § a/../b', 'https://law.example/a%2F..%2Fb'],
    ['fee of $$50', '8 U.S.C. § fee of $$50', 'https://law.example/fee'],
  ])('%s', (at, text, url) => {
    expect([citationText({ source: 'usc', at }, code), citationUrl({ source: 'usc', at }, code)]).toEqual([text, url])
  })

  test('a source without an address gives none', () => {
    expect(citationUrl({ source: 'usc', at: '1' }, { ...code, url: undefined })).toBeUndefined()
  })
})
