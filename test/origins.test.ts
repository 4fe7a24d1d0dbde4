import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Citation } from '../src/rulebook/citation.ts'
import { byId } from '../src/rulebook/by-id.ts'
import { textsOf } from '../src/rulebook/checks/texts.ts'
import { loadFixtures } from '../src/regression/load.ts'
import { fromRoot, hasShared, realRulebook, shared, textOf } from './support/rules.ts'

const register = parse(textOf('fixtures/origins.yaml')) as Record<string, string[]>
const { fixtures } = loadFixtures([fromRoot('fixtures')])
const origins = [...new Set(fixtures.flatMap(({ fixture }) => fixture.examples.flatMap(({ from }) => from.split(';').map((one) => one.trim()))))].toSorted()

/** Is it a row of the register, or one and more words about it; or a section by its number? */
const isRegistered = (origin: string): boolean => {
  const [, file = '', row = ''] = /^([\w-]+\.md), (.+)$/.exec(origin) ?? []
  const rows = register[file]
  if (!rows) return false
  const named = [row, ...(/^\d/.test(row) ? [`section ${row}`] : [])]
  return named.some((name) => rows.some((known) => name === known || [' ', ','].some((end) => name.startsWith(`${known}${end}`))))
}

describe('every expectation says which row of which digest it comes from', () => {
  test.each(origins)('%s', (origin) => {
    expect(isRegistered(origin)).toBe(true)
  })

  test('an origin that is not in the register would be found', () => {
    expect(
      ['t-status.md, t-nothing', 'nothing.md, 1', 't-status.md', 'the program itself', 't-status.md,t-victim', 't-status.md, T3ab'].filter(isRegistered),
    ).toEqual([])
  })
})

// The digests and the archived documents stand beside the checkout where the rules are made, and nowhere else.
const words = (text: string): string => text.replaceAll(/[`*_|]/g, ' ')

describe.each(Object.keys(register))('the rows of the register really stand in %s', (file) => {
  const text = hasShared('law')
    ? [`${shared}/law/${file}`, `${shared}/${file}`]
        .flatMap((path) => {
          try {
            return [readFileSync(path, 'utf8')]
          } catch {
            return []
          }
        })
        .join('\n')
    : ''

  test.skipIf(!hasShared('law'))('each of them', () => {
    expect(text).not.toBe('')
    const plain = words(text)
    const headings = [...text.matchAll(/^#+ .*$/gm)].map(([line]) => line)
    const isThere = (row: string): boolean => {
      const section = /^section (.+)$/.exec(row)?.[1]
      if (section !== undefined) return headings.some((line) => new RegExp(`^#+ §? ?${section.replaceAll('.', '\\.')}\\b`).test(line))
      const escaped = row.replaceAll('.', '\\.')
      // worked examples may be named by their number alone
      const end = /^ex\d+$/.test(row) ? '-' : '($|[^\\w-])'
      return new RegExp(`(^|[^\\w-])${escaped}${end}`, 'm').test(plain)
    }
    expect((register[file] ?? []).filter((row) => !isThere(row))).toEqual([])
  })
})

const rulebook = realRulebook()

/** Every citation of the rulebook, in rules and beside them. */
const citations: readonly Citation[] = textsOf(rulebook).flatMap(({ text }) => text.cite ?? [])
const anchored = [...new Map(citations.filter(({ anchor }) => anchor !== undefined).map((cite) => [`${cite.source}: ${cite.anchor ?? ''}`, cite])).values()]
const seeds = hasShared('seeds')
  ? new Map(readdirSync(`${shared}/seeds`).map((name) => [name, readFileSync(join(shared, 'seeds', name), 'utf8').split(/\r?\n/)]))
  : new Map<string, string[]>()

describe('what is quoted of an archived document stands there, word for word, on one line', () => {
  test.skipIf(!hasShared('seeds')).each(anchored)('$source: $anchor', ({ source, anchor = '' }) => {
    const lines = seeds.get(byId(rulebook.sources).get(source)?.file ?? '')
    expect(lines?.some((line) => line.includes(anchor))).toBe(true)
  })

  test('only archived documents are quoted', () => {
    const archived = rulebook.sources.filter(({ kind }) => kind === 'archived-document').map(({ id }) => id)
    expect([...new Set(anchored.map(({ source }) => source))].filter((source) => !archived.includes(source))).toEqual([])
  })

  test('every citation of an archived document quotes it', () => {
    const archived = new Set(rulebook.sources.filter(({ kind }) => kind === 'archived-document').map(({ id }) => id))
    expect(citations.filter(({ source, anchor }) => archived.has(source) && anchor === undefined).map(({ source, at }) => `${source} ${at}`)).toEqual([])
  })
})

describe('every citation leads to a source that is in the rulebook, with an address on the web or in the archive', () => {
  test.each(rulebook.sources.map((source) => [source.id, source] as const))('%s', (_, { kind, url, file }) => {
    expect(kind === 'archived-document' ? file : (url ?? 'no address')).toBeTypeOf('string')
  })
})
