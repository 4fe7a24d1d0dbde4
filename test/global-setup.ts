import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the program once, so that every test that runs it runs what is in `src` and `rules` now. */
export default (): void => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] })
}
