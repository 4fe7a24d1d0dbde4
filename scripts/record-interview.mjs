import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

/**
 * Records a whole sitting at a terminal, typed input and output, from the greeting to the report: the first archive case, gone on
 * from its file in plain mode. Needs python3 for the pseudo-terminal. Run it after `npm run build`.
 */
const CASE = 'fixtures/archive/deaf-vendors.json'
const PLACE = 'docs/recordings/first-sitting.txt'
const command = ['interview', '--plain', '--answers', CASE, '--as-of', '2026-11-21']

const replies = [
  ['in danger right now', '#None of these'],
  ['still reach the person', '#No'],
  ['Who were the people', '#Employer or boss'],
  ['Is any child still', '#No'],
  ['court date or an immigration check-in', '#None'],
  ['helps the person with legal papers', '#None'],
  ['How did that situation end', '#Freed by law enforcement'],
  ['How old is the person\\?', '#22 years or more'],
  ['holding the person', '#Not held'],
  ['citizen or national\\?', '#No'],
  ['Where is the person now', '#U.S. state DC PR Guam or VI'],
  ['what work|part of the work', '4+\n'],
  ['What help does the person want', '1,3,9\n'],
  ['talk over only with a lawyer', '#Yes'],
  ['Which authorities know about this', '#FBI'],
  ['asked the person for help', '#Federal'],
  ['Could the person tell officers', 'y\n', 1],
  ['Could the person tell officers', '#Partly'],
  ['A reference of your own', '\n'],
  ['Question \\d+\\..*: $', 'u\n'],
  ['exit now: $', '1\n'],
].map(([pattern, typed, most = -1]) => [pattern, typed, most])

const task = {
  argv: [process.execPath, 'bin/tvpa.js', ...command],
  env: { TERM: 'xterm', NO_COLOR: '1', COLUMNS: '100' },
  columns: 100,
  prompt: ': $',
  until: 110,
  together: true,
  replies,
}
const result = spawnSync('python3', ['test/interview/at-a-terminal.py'], { input: JSON.stringify(task), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
if (result.status !== 0) throw new Error(result.stderr)
const { screen, code } = JSON.parse(result.stdout)
if (code !== 0) throw new Error(`the sitting ended with ${String(code)}\n${screen.slice(-2000)}`)
mkdirSync('docs/recordings', { recursive: true })
writeFileSync(PLACE, `$ tvpa ${command.join(' ')}\n${screen.replaceAll('\r', '')}`)
process.stdout.write(`${PLACE}: ${String(screen.split('\n').length)} lines\n`)
