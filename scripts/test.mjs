import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs the tests of the program and the fixtures of the rulebook, and ends with one line that counts both. */
const folder = mkdtempSync(join(tmpdir(), 'tvpa-test-'))
const counts = join(folder, 'vitest.json')
const run = (command, args, options = {}) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })

const tests = run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`])
const fixtures = run(process.execPath, ['bin/tvpa.js', 'test', '--reporter', 'json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})

let passed = 0
let failed = 0
try {
  const report = JSON.parse(readFileSync(counts, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1)
} catch {
  failed += 1
}
try {
  const report = JSON.parse(fixtures.stdout)
  passed += report.fixtures.passed
  failed += report.fixtures.failed
} catch {
  failed += 1
}
rmSync(folder, { recursive: true, force: true })
if (failed === 0 && (tests.status !== 0 || fixtures.status !== 0)) failed += 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
