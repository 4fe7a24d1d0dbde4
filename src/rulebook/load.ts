import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from './canonical.ts'
import type { RuleFile } from './read.ts'
import type { Rulebook } from './rulebook.ts'

/** The folder of this package: the nearest one above this file that has a `package.json`. */
const packageFolder = (): string => {
  let folder = fileURLToPath(new URL('.', import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = join(folder, '..')
  return folder
}

/** The rulebook that ships with the program, as YAML and in its prebuilt form. */
export const shippedRules = (): { folder: string; prebuilt: string } => ({
  folder: join(packageFolder(), 'rules'),
  prebuilt: join(packageFolder(), 'dist', 'rulebook.json'),
})

/** The YAML files of a rulebook folder, sorted by path. Throws the system's error when the folder cannot be read. */
export const ruleFiles = (folder: string): RuleFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))

/** A rulebook in its prebuilt form: the digest on the first line, the content as canonical JSON on the second. */
export const prebuiltText = ({ digest, ...content }: Rulebook): string => `${digest}\n${canonicalJson(content)}\n`

/** Reads a prebuilt rulebook; undefined when there is none. Throws when it is not what its digest says. */
export const loadPrebuilt = (path: string): Rulebook | undefined => {
  if (!existsSync(path)) return undefined
  const [digest = '', content = ''] = readFileSync(path, 'utf8').split('\n')
  if (digest !== `sha256:${createHash('sha256').update(content).digest('hex')}`) throw new Error(`${path} is damaged: build it again with \`npm run build\``)
  return { ...(JSON.parse(content) as Omit<Rulebook, 'digest'>), digest }
}
