import { readdirSync } from 'node:fs'
import { Chalk } from 'chalk'
import { assess } from '../../src/assessment/assess.ts'
import type { Assessment } from '../../src/assessment/assess.ts'
import { readCase } from '../../src/assessment/case.ts'
import type { Page } from '../../src/report/layout.ts'
import { textFace } from '../../src/report/text.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { fromRoot, realRulebook, textOf } from './rules.ts'

/** A page without colour. */
export const plain = (columns: number): Page => ({ columns, paint: new Chalk({ level: 0 }) })

/** The case files of the archive, by name. */
export const archive: readonly string[] = readdirSync(fromRoot('fixtures/archive')).filter((name) => name.endsWith('.json'))

/** The days on which archive cases are looked at: today, the beginning of T, and a day before it. */
export const days = ['2026-11-21', '2002-06-01', '2000-01-15'] as const

const made = new Map<string, Assessment>()

/** An archive case, assessed under the law of a day; once. */
export const assessedArchive = (name: string, asOf: string): Assessment => {
  const key = `${name} ${asOf}`
  const known = made.get(key) ?? assessedAnew(name, asOf)
  made.set(key, known)
  return known
}

/** An archive case, assessed anew. */
export const assessedAnew = (name: string, asOf: string): Assessment => {
  const rulebook = realRulebook()
  const { case: person } = readCase(JSON.parse(textOf(`fixtures/archive/${name}`)), rulebook, { file: name, path: [] })
  if (!person) throw new Error(`${name} is no case`)
  return assess(rulebook, person, { asOf: checkedDay(asOf) })
}

/** Its text face. */
export const archiveFace = (name: string, asOf: string, page: Page): string => textFace(assessedArchive(name, asOf), realRulebook(), page)
