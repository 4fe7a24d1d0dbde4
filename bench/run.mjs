import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Bench } from 'tinybench'
import { assess, loadPrebuilt, parseDay, readCase, shippedRules } from '../dist/index.js'

/** Prints ratios, never times alone: evaluation beside reading and writing the same JSON, and start-up beside bare node. */
const asOf = parseDay('2026-11-21')
const rulebook = loadPrebuilt(shippedRules().prebuilt)
const where = { file: 'bench', path: [] }
const names = ['el-monte', 'deaf-vendors', 'florida-carolinas-teenager', 'chicago-dancers', 'czech-dancers', 'northern-marianas', 'ghana-fishing']
const cases = names.map((name) => readFileSync(`fixtures/archive/${name}.json`, 'utf8')).map((text) => JSON.stringify(JSON.parse(text)))
const lines = Array.from({ length: 7 }, (_, index) => cases[index % cases.length])
const determinations = lines.map((line) => assess(rulebook, readCase(JSON.parse(line), rulebook, where).case, { asOf }).determination)

const bench = new Bench({ time: 0, iterations: 4, warmupTime: 0, warmupIterations: 1 })
bench.add('JSON.parse of the case + JSON.stringify of its determination', () => {
  for (const [index, line] of lines.entries()) {
    JSON.parse(line)
    JSON.stringify(determinations[index])
  }
})
for (const reasons of [false, undefined]) {
  bench.add(`evaluate ${reasons === false ? 'without' : 'with'} reasons`, () => {
    for (const line of lines) {
      const { case: person } = readCase(JSON.parse(line), rulebook, where)
      JSON.stringify(assess(rulebook, person, { asOf, reasons }).determination)
    }
  })
}
await bench.run()
const [floor, fast, full] = bench.tasks.map(({ result }) => result.latency.p50)
console.log(`node ${process.version}, ${lines.length} cases a round, medians`)
console.log(`exact evaluation of every option / parse + stringify of the same case and result: ${(fast / floor).toFixed(0)} x`)
console.log(`the same with reasons and next steps: ${(full / floor).toFixed(0)} x`)

/** Median milliseconds of some rounds. */
const timed = (rounds, work) => {
  const list = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    work(round)
    list.push(performance.now() - start)
  }
  return median(list)
}
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const people = lines.map((line) => readCase(JSON.parse(line), rulebook, where).case)
const warm = timed(5 * people.length, (round) => assess(rulebook, people[round % people.length], { asOf }))
const compiled = ['2002-06-01', '2010-01-01', '2026-11-21'].map((day) => ({
  day,
  options: rulebook.options.map(({ id }) => {
    const question = { asOf: parseDay(day), options: [id], reasons: false }
    const fresh = timed(5, () => assess(structuredClone(rulebook), people[0], question))
    const copied = timed(5, () => structuredClone(rulebook))
    assess(rulebook, people[0], question)
    return { id, first: fresh - copied, next: timed(5, () => assess(rulebook, people[0], question)) }
  }),
}))

const folder = mkdtempSync(join(tmpdir(), 'tvpa-bench-'))
const empty = join(folder, 'empty.mjs')
writeFileSync(empty, '')
const commands = {
  'bare node (empty script)': [empty],
  'tvpa --version': ['bin/tvpa.js', '--version'],
  'tvpa evaluate, one case, JSON': ['bin/tvpa.js', 'evaluate', 'fixtures/archive/el-monte.json', '--format', 'json', '--as-of', '2026-11-21'],
  'tvpa evaluate, one case, text': ['bin/tvpa.js', 'evaluate', 'fixtures/archive/el-monte.json', '--as-of', '2026-11-21'],
}
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round < 12; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 60_000 })
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
    if (round > 1) times[name].push(performance.now() - start)
  }
}
rmSync(folder, { recursive: true, force: true })
const base = median(times['bare node (empty script)'])
for (const [name, list] of Object.entries(times)) console.log(`${name}: ${(median(list) / base).toFixed(2)} x bare node`)
console.log(`one evaluation of every option with reasons, program warm: ${(warm / base).toFixed(2)} x bare node`)
for (const { day, options } of compiled)
  console.log(
    `law of ${day}, first use (law read and compiled) and next, in parts of bare node: ${options.map(({ id, first, next }) => `${id} ${(first / base).toFixed(2)} ${(next / base).toFixed(3)}`).join(', ')}`,
  )
const { stdout } = spawnSync(process.execPath, ['bin/tvpa.js', 'check', '--stats', '--all-days'], { encoding: 'utf8', timeout: 60_000 })
console.log(stdout.split('\n\n')[0])
