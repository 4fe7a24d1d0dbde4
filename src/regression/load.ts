import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Problem } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { FixtureFile } from './fixture.ts'
import { readFixture } from './fixture.ts'

/** A fixture with the facts of the case file it starts from. */
export interface LoadedFixture {
  readonly fixture: FixtureFile
  readonly caseFacts: Readonly<Record<string, unknown>>
}

/** Reads the fixtures in files and folders, in order of their paths. What cannot be read becomes problems. */
export const loadFixtures = (paths: readonly string[]): { fixtures: LoadedFixture[]; problems: Problem[] } => {
  const fixtures: LoadedFixture[] = []
  const problems: Problem[] = []
  for (const path of paths.flatMap((one) => fixtureFiles(one, problems)).toSorted()) {
    const { fixture, problems: found } = readFixture(insideFixtures(path), readFileSync(path, 'utf8'))
    problems.push(...found.map((one) => ({ ...one, where: { ...one.where, file: path } })))
    if (fixture)
      fixtures.push({
        fixture: { ...fixture, examples: fixture.examples.map((example) => ({ ...example, where: { ...example.where, file: path } })) },
        caseFacts: caseFacts(path, fixture.case, problems),
      })
  }
  return { fixtures, problems }
}

const fixtureFiles = (path: string, problems: Problem[]): string[] => {
  if (!existsSync(path)) {
    problems.push(problem('unreadable', { file: path, path: [] }, { reason: 'there is no such file or folder' }))
    return []
  }
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'origins.yaml')
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The path inside the fixtures folder: from `options`, `definitions` or `archive` on. */
const insideFixtures = (path: string): string => {
  const parts = resolve(path).split(sep)
  const start = parts.findLastIndex((part) => ['options', 'definitions', 'archive', 'lines'].includes(part))
  return start < 0 ? relative('.', path) : parts.slice(start).join('/')
}

const caseFacts = (path: string, file: string | undefined, problems: Problem[]): Readonly<Record<string, unknown>> => {
  if (file === undefined) return {}
  const place = join(dirname(path), file)
  try {
    return (JSON.parse(readFileSync(place, 'utf8')) as { facts: Record<string, unknown> }).facts
  } catch (error) {
    problems.push(problem('unreadable', { file: place, path: [] }, { reason: error instanceof Error ? error.message : String(error) }))
    return {}
  }
}
