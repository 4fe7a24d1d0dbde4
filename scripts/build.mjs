import { rmSync, writeFileSync, readFileSync, mkdirSync } from 'node:fs'
import { build } from 'esbuild'

/** Builds the program (`dist/tvpa.js` and what it loads later), the library, and the prebuilt rulebook. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { tvpa: 'src/commands/program.ts', index: 'src/index.ts', prebuild: 'src/commands/prebuild.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  define: { PROGRAM_VERSION: JSON.stringify(version) },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  legalComments: 'none',
})
mkdirSync('dist', { recursive: true })
const { prebuilt } = await import(new URL('../dist/prebuild.js', import.meta.url).href)
const { text, problems } = prebuilt('rules')
if (text === undefined) {
  process.stderr.write(`${problems.join('\n')}\nthe rulebook has problems and was not prebuilt; the program reads the YAML instead\n`)
} else writeFileSync('dist/rulebook.json', text)
