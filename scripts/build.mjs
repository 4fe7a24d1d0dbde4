import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Builds the program (`dist/tvpa.js` and what it loads later), the library, and the prebuilt rulebook; then puts them in place at once. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const folder = `dist.${process.pid}.tmp`
mkdirSync(folder)
try {
  await build({
    entryPoints: { tvpa: 'src/commands/program.ts', index: 'src/index.ts', prebuild: 'src/commands/prebuild.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    define: { PROGRAM_VERSION: JSON.stringify(version) },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
  })
  const { prebuilt } = await import(pathToFileURL(join(folder, 'prebuild.js')).href)
  const { text, problems } = prebuilt('rules')
  if (text === undefined) process.stderr.write(`${problems.join('\n')}\nthe rulebook has problems and was not prebuilt; the program reads the YAML instead\n`)
  else writeFileSync(join(folder, 'rulebook.json'), text)
  rmSync('dist', { recursive: true, force: true })
  renameSync(folder, 'dist')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
