import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from './canonical.ts'
import { Comparison } from './comparison.ts'
import { Node } from './criterion.ts'
import { FactFile } from './fact.ts'
import { Gate } from './gate.ts'
import { KeyDate } from './key-date.ts'
import { Ledger } from './ledger.ts'
import { Line } from './line.ts'
import { Option } from './option.ts'
import { Parameter } from './parameter.ts'
import type { Problem, Where } from './problem.ts'
import { problem } from './problem.ts'
import { Resource } from './resource.ts'
import type { Definition, Rulebook } from './rulebook.ts'
import { About } from './rulebook.ts'
import { fit } from './schema-problems.ts'
import { Sitting } from './sitting.ts'
import { Source } from './source.ts'
import { Stop } from './stop.ts'
import type { YamlFile } from './yaml.ts'
import { readYaml } from './yaml.ts'

/** A file of a rulebook: its path inside the folder, with `/`, and its text. */
export interface RuleFile {
  readonly path: string
  readonly text: string
}

/** What reading gives: the rulebook where every file fits its schema, all problems, and where things stand. */
export interface Reading {
  readonly rulebook: Rulebook | undefined
  readonly problems: readonly Problem[]
  /** The place of a value: a file of the folder and a path in it. */
  readonly locate: (file: string, path: readonly (string | number)[]) => Where
}

const EXPECTED =
  'rulebook.yaml, sitting.yaml, or a .yaml file in sources, facts, definitions, options/<id>, parameters, lines, key-dates, resources, comparisons, gates, stops'

/** Reads a whole rulebook from the text of its files. Every problem of every file is reported, not only the first. */
export const readRulebook = (files: readonly RuleFile[]): Reading => {
  const problems: Problem[] = []
  const read = new Map<string, YamlFile>()
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, text } of ordered) {
    const file = readYaml(path, text)
    read.set(path, file)
    problems.push(...file.problems)
  }
  const named = <T extends { id?: string | undefined }>(schema: z.ZodType<T>, pattern: RegExp): (T & { id: string })[] =>
    matching(read, pattern).flatMap(([path, file, name]) => {
      const item = fit(schema, file, problems)
      if (!item) return []
      if (item.id !== name) problems.push(problem('wrong-name', file.locate(['id']), { id: item.id ?? '' }))
      return [{ ...item, id: item.id ?? path }]
    })
  const aboutFile = read.get('rulebook.yaml')
  if (!aboutFile) problems.push(problem('unreadable', { file: 'rulebook.yaml', path: [] }, { reason: 'the rulebook has no such file' }))
  const about = aboutFile && fit(About, aboutFile, problems)
  const topics = new Map<string, FactFile>()
  for (const [, file, name] of matching(read, /^facts\/([^/]+)\.yaml$/)) {
    const topic = fit(FactFile, file, problems)
    if (topic && topic.topic !== name) problems.push(problem('wrong-name', file.locate(['topic']), { id: topic.topic }))
    if (topic) topics.set(topic.topic, topic)
  }
  const options = matching(read, /^options\/([^/]+)\/option\.yaml$/).flatMap(([, file, name]) => {
    const option = fit(Option, file, problems)
    if (!option) return []
    if (option.id !== name) problems.push(problem('wrong-name', file.locate(['id']), { id: option.id }))
    return [{ ...option, parts: named(Node, new RegExp(`^options/${name}/(?!option\\.yaml)([^/]+)\\.yaml$`)) }]
  })
  const sources = named(Source, /^sources\/(?!ledger\.yaml)([^/]+)\.yaml$/)
  const definitions: Definition[] = named(Node, /^definitions\/([^/]+)\.yaml$/)
  const parameters = named(Parameter, /^parameters\/([^/]+)\.yaml$/)
  const lines = named(Line, /^lines\/([^/]+)\.yaml$/).toSorted((a, b) => a.order - b.order)
  const keyDates = named(KeyDate, /^key-dates\/([^/]+)\.yaml$/)
  const resources = named(Resource, /^resources\/([^/]+)\.yaml$/).toSorted((a, b) => (a.order ?? 1000) - (b.order ?? 1000))
  const comparisons = named(Comparison, /^comparisons\/([^/]+)\.yaml$/)
  const gates = named(Gate, /^gates\/([^/]+)\.yaml$/).toSorted((a, b) => a.order - b.order)
  const stops = named(Stop, /^stops\/([^/]+)\.yaml$/).toSorted((a, b) => a.order - b.order)
  const sittingFile = read.get('sitting.yaml')
  const sitting = sittingFile && fit(Sitting, sittingFile, problems)
  const ledgerFile = read.get('sources/ledger.yaml')
  const ledger = ledgerFile && fit(Ledger, ledgerFile, problems)
  for (const path of read.keys()) {
    if (
      !/^(rulebook|sitting|(sources|facts|definitions|parameters|lines|key-dates|resources|comparisons|gates|stops)\/[^/]+|options\/[^/]+\/[^/]+)\.yaml$/.test(
        path,
      )
    )
      problems.push(problem('unexpected-file', { file: path, path: [] }, { expected: EXPECTED }))
  }
  const locate = (file: string, path: readonly (string | number)[]): Where => read.get(file)?.locate(path) ?? { file, path }
  if (!about || problems.length > 0) return { rulebook: undefined, problems, locate }
  const orderOf = new Map(about.topics.map(({ id }, index) => [id, index]))
  const facts = [...topics.values()]
    .toSorted((a, b) => (orderOf.get(a.topic) ?? 999) - (orderOf.get(b.topic) ?? 999))
    .flatMap(({ topic, facts: list }) => list.map((fact) => ({ ...fact, topic })))
  const shown = inOrder(options, about)
  const content = {
    about,
    sources,
    facts,
    definitions,
    options: shown,
    parameters,
    lines,
    'key-dates': keyDates,
    resources,
    comparisons,
    gates,
    stops,
    ...(sitting ? { sitting } : {}),
    ...(ledger ? { ledger } : {}),
  }
  return { rulebook: { ...content, digest: digestOf(content) }, problems, locate }
}

/** Options as `options` of the rulebook names them; then the others, core before extended, by group, then by id. */
const inOrder = <T extends Option>(options: readonly T[], { options: named, groups }: About): T[] => {
  const group = new Map(groups.map(({ id }, index) => [id, index]))
  const rank = ({ id, tier, group: own = '' }: T): readonly number[] =>
    named.includes(id) ? [0, named.indexOf(id), 0] : [1, tier === 'core' ? 0 : 1, group.get(own) ?? groups.length]
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .toSorted((a, b) => a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ option }) => option)
}

/** `sha256:` and the digest of a rulebook's content as canonical JSON. */
export const digestOf = (content: Omit<Rulebook, 'digest'>): string => `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`

const matching = (files: ReadonlyMap<string, YamlFile>, pattern: RegExp): [path: string, file: YamlFile, name: string][] =>
  [...files].flatMap(([path, file]): [string, YamlFile, string][] => {
    const name = pattern.exec(path)?.[1]
    return name === undefined ? [] : [[path, file, name]]
  })
