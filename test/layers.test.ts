import { readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { nodesOf } from '../src/rulebook/tree.ts'
import { fromRoot, realRulebook, textOf } from './support/rules.ts'

/** A file of `src`: what it imports, the texts in it, its names, and its lines. */
interface SourceFile {
  readonly path: string
  readonly folder: string
  readonly lines: number
  /** Files of `src` by their path in it; packages by their name. */
  readonly imports: readonly string[]
  readonly texts: readonly string[]
  /** Properties of `process` that it reads. */
  readonly process: readonly string[]
  /** Names used as values of their own that touch the world. */
  readonly touches: readonly string[]
  readonly anys: number
  readonly defaults: number
}

const WORLD = ['console', 'fetch', 'setTimeout', 'setInterval', 'Date', 'require', 'eval', 'WebSocket']

const read = (path: string): SourceFile => {
  const text = textOf(`src/${path}`)
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const imports: string[] = []
  const texts: string[] = []
  const ofProcess: string[] = []
  const touches: string[] = []
  let anys = 0
  let defaults = 0
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined
    if (from && ts.isStringLiteral(from)) imports.push(from.text.startsWith('.') ? join(dirname(path), from.text) : from.text)
    else if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent)) texts.push(node.text)
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text)
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'process') ofProcess.push(node.name.text)
    if (ts.isIdentifier(node) && WORLD.includes(node.text) && !ts.isPropertyAccessExpression(node.parent) && !ts.isTypeReferenceNode(node.parent))
      touches.push(node.text)
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && WORLD.includes(node.expression.text))
      touches.push(`${node.expression.text}.${node.name.text}`)
    if (node.kind === ts.SyntaxKind.AnyKeyword) anys += 1
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword)
      defaults += ts.isDefaultClause(node.parent) || ts.isDefaultClause(node) ? 0 : 1
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return {
    path,
    folder: path.includes('/') ? (path.split('/')[0] ?? '') : '',
    lines: text.split('\n').length - 1,
    imports,
    texts,
    process: ofProcess,
    touches,
    anys,
    defaults,
  }
}

const files = readdirSync(fromRoot('src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(fromRoot('src'), join(entry.parentPath, entry.name)))
  .toSorted()
  .map(read)

// design.md, section 7: data flows one way; a folder imports only from the folders left of it. The five are strangers to one another.
const LEFT_OF: Readonly<Record<string, readonly string[]>> = {
  logic: [],
  rulebook: ['logic'],
  assessment: ['logic', 'rulebook'],
  wording: ['logic', 'rulebook', 'assessment'],
  'proof-checker': ['rulebook'],
  'second-reading': ['rulebook', 'proof-checker'],
  interview: ['logic', 'rulebook', 'assessment', 'wording'],
  batch: ['logic', 'rulebook', 'assessment', 'wording'],
  regression: ['logic', 'rulebook', 'assessment', 'wording'],
  report: ['logic', 'rulebook', 'assessment', 'wording'],
  exchange: ['logic', 'rulebook', 'assessment', 'wording'],
  commands: ['logic', 'rulebook', 'assessment', 'wording', 'proof-checker', 'second-reading', 'interview', 'batch', 'regression', 'report', 'exchange'],
}

const isOwn = (name: string): boolean => name.endsWith('.ts')

describe('a folder imports only from the folders left of it', () => {
  test.each(files.filter(({ folder }) => folder !== ''))('$path', ({ folder, imports }) => {
    const allowed = [folder, ...(LEFT_OF[folder] ?? [])]
    expect(imports.filter((name) => isOwn(name) && !allowed.includes(name.split('/')[0] ?? ''))).toEqual([])
  })

  test('every folder has its place', () => {
    expect([...new Set(files.map(({ folder }) => folder))].filter((folder) => folder !== '' && !Object.hasOwn(LEFT_OF, folder))).toEqual([])
  })

  test('the public door is the only file outside the folders, and nothing imports it', () => {
    expect(files.filter(({ folder }) => folder === '').map(({ path }) => path)).toEqual(['index.ts'])
    expect(files.filter(({ imports }) => imports.includes('index.ts'))).toEqual([])
  })

  test.each([
    ['proof-checker', ['proof-checker']],
    ['second-reading', ['proof-checker', 'second-reading']],
  ])('%s shares nothing with the first evaluation but the schemas of rules', (name, own) => {
    const schemas = ['rulebook/criterion.ts', 'rulebook/rulebook.ts', 'rulebook/fact.ts', 'rulebook/vocabulary.ts']
    const others = files
      .filter(({ folder }) => folder === name)
      .flatMap(({ path, imports }) =>
        imports.filter((one) => isOwn(one) && !own.includes(one.split('/')[0] ?? '') && !schemas.includes(one)).map((one) => `${path} imports ${one}`),
      )
    expect(others).toEqual([])
  })

  test('the proof checker is small enough to be read in one sitting', () => {
    const lines = files.filter(({ folder }) => folder === 'proof-checker').reduce((sum, file) => sum + file.lines, 0)
    expect(lines).toBeLessThan(400)
    expect(lines).toBeGreaterThan(0)
  })

  test('no file leads back to itself', () => {
    const rounds: string[] = []
    const done = new Set<string>()
    const follow = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) rounds.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path) || way.includes(path)) return
      for (const name of files.find((file) => file.path === path)?.imports ?? []) if (isOwn(name)) follow(name, [...way, path])
      done.add(path)
    }
    for (const { path } of files) follow(path, [])
    expect(rounds).toEqual([])
  })
})

// Only these files touch the world; every other one is pure.
const DOORS = [
  'rulebook/load.ts', // reads rule files and the prebuilt rulebook
  'regression/load.ts', // reads fixtures
  'batch/streams.ts', // reads files of cases and standard input
  'commands/output.ts', // writes results and diagnostics
  'interview/terminal.ts', // the screen and the keys
  'interview/store.ts', // saves and resumes a sitting
]

describe('only the doors touch the world', () => {
  const outside = files.filter(({ path }) => !DOORS.includes(path))

  test.each(outside)('$path opens no file, process, terminal or socket', ({ imports }) => {
    const pure = ['node:path', 'node:crypto', 'node:url', 'node:util']
    expect(imports.filter((name) => name.startsWith('node:') && !pure.includes(name))).toEqual([])
  })

  test.each(outside)('$path writes to no stream', ({ process: read, touches }) => {
    expect([...read.filter((name) => name === 'stdout' || name === 'stderr'), ...touches.filter((name) => name.startsWith('console'))]).toEqual([])
  })

  test.each(files.filter(({ folder, path }) => folder !== 'commands' && !DOORS.includes(path)))(
    '$path knows no environment, argument or input',
    ({ process: read }) => {
      expect(read).toEqual([])
    },
  )

  test('no file opens a socket, ever', () => {
    const network = ['node:net', 'node:http', 'node:https', 'node:http2', 'node:dgram', 'node:tls', 'node:dns', 'undici']
    expect(
      files.flatMap(({ path, imports, touches }) =>
        [...imports.filter((name) => network.includes(name)), ...touches.filter((name) => name === 'fetch' || name === 'WebSocket')].map(
          (name) => `${path} ${name}`,
        ),
      ),
    ).toEqual([])
  })

  test('the clock is read only in commands, and by the face of the interview', () => {
    const clocked = files
      .filter(({ folder, path }) => folder !== 'commands' && !DOORS.includes(path))
      .flatMap(({ path, touches }) =>
        touches.filter((name) => name === 'Date.now' || name === 'setTimeout' || name === 'setInterval').map((name) => `${path} ${name}`),
      )
    expect(clocked).toEqual([])
  })

  test('every door is there, or its folder is still to come', () => {
    const folders = new Set(files.map(({ folder }) => folder))
    expect(DOORS.filter((door) => folders.has(door.split('/')[0] ?? '') && !files.some(({ path }) => path === door))).toEqual([])
  })
})

describe('each file is small, strictly typed, and exports by name', () => {
  test.each(files)('$path', ({ lines, anys, defaults }) => {
    expect({ longerThan350: lines > 350 ? lines : false, anys, defaults }).toEqual({ longerThan350: false, anys: 0, defaults: 0 })
  })

  test('no folder has an index', () => {
    expect(files.filter(({ path }) => path.endsWith('/index.ts'))).toEqual([])
  })
})

describe('no rule is written in the program', () => {
  const rulebook = realRulebook()
  const criteria = [...rulebook.definitions, ...rulebook.options.flatMap((option) => [option.criteria, ...option.parts])].flatMap((root) =>
    [...nodesOf(root)].flatMap(({ id }) => (id === undefined ? [] : [id])),
  )
  // an id without a hyphen is also an ordinary word
  const ids = new Set(
    [...rulebook.options, ...rulebook.definitions, ...rulebook.facts, ...rulebook.lines, ...rulebook.parameters]
      .map(({ id }) => id)
      .concat(criteria)
      .filter((id) => id.includes('-')),
  )
  // examples of commands, for people who ask for help, name an option or a fact so that they can be tried
  const isHelp = (text: string): boolean => /(^|\n)(Examples?:|example:)/.test(text)
  const searched = files.map(({ path, texts }) => ({ path, texts: texts.filter((text) => !isHelp(text)) }))

  test.each(searched)('$path names no option, criterion, definition, fact, line or parameter', ({ texts }) => {
    expect(texts.flatMap((text) => text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []).filter((word) => ids.has(word))).toEqual([])
  })

  test.each(searched)('$path names no section of law', ({ texts }) => {
    expect(texts.filter((text) => /§|\bU\.?S\.?C\b|\bC\.?F\.?R\b|\bINA\b|Pub\. ?L\.|\b\d{2,4}\([a-z]\)/.test(text))).toEqual([])
  })
})
