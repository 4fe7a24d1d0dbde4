import { Command, CommanderError, Option } from 'commander'
import { BudgetExceeded } from '../logic/diagram.ts'
import { harmless } from '../rulebook/harmless.ts'
import type { CalendarFlags } from './calendar.ts'
import type { CompareFlags } from './compare.ts'
import type { CheckFlags } from './check.ts'
import type { Context } from './context.ts'
import type { EvaluateFlags } from './evaluate.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import type { InterviewFlags } from './interview.ts'
import type { QuestionsFlags } from './questions.ts'
import { lastWords, processOutput, ReaderGone } from './output.ts'
import type { TimelineFlags } from './timeline.ts'
import type { WhatIfFlags } from './what-if.ts'
import type { RedlineFlags } from './redline.ts'
import type { RulesFlags } from './rules.ts'
import type { VerifyFlags } from './verify.ts'

/** The version of the program, from its package; filled in when it is built. */
declare const PROGRAM_VERSION: string

interface Shared {
  readonly rules?: string
  readonly color?: boolean
}

/** Runs the program with its arguments (without `node` and the script) and gives its exit code. Never throws. */
export const run = async (argv: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.done
  const program = commandTree((result) => {
    code = result
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof ReaderGone) return EXIT.done
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    lastWords(error instanceof BudgetExceeded ? `${error.message}, so nothing can be said\nfind it with \`tvpa check\`\n` : stoppedBy(error))
    return EXIT.usage
  }
}

/** What is said when the program cannot go on: a refusal of the system, with the path; anything else is our own mistake. */
const stoppedBy = (error: unknown): string => {
  const debug = process.env['TVPA_DEBUG'] !== undefined
  if (!(error instanceof Error)) return `tvpa stopped: ${String(error)}\n`
  const { code, path } = error as NodeJS.ErrnoException
  if (code !== undefined && path !== undefined && !debug)
    return harmless(`${path.replace(/\.\d+\.tmp$/, '')}\ncannot be read or written: ${error.message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/, '')}\n`)
  return harmless(
    `tvpa stopped because of a mistake in the program, not in your file: ${debug ? (error.stack ?? error.message) : error.message}\nset TVPA_DEBUG=1 to see where\n`,
  )
}

/** Every command with its flags. Each handler is imported only when it is called. */
const commandTree = (done: (code: ExitCode) => void): Command => {
  const program = new Command('tvpa')
    .description(
      'Possible options for people who may have been trafficked, with the law behind every line.\nInformation, not legal advice, and not a decision of any agency.',
    )
    .version(PROGRAM_VERSION, '-V, --version')
    .option('--rules <folder>', 'use another rulebook')
    .addOption(new Option('--color', 'colour even without a terminal').hideHelp())
    .option('--no-color', 'no colour')
    .addHelpText(
      'after',
      '\nExit codes: 0 done · 1 a check or test found what it looks for · 2 wrong usage or no usable record · 3 some records rejected · 130 interrupted',
    )
    .configureOutput({
      writeErr: (text) => {
        lastWords(harmless(text))
      },
    })
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
  const context = (): Context => {
    const { rules, color } = program.opts<Shared>()
    const explicit = process.argv.includes('--color') ? true : color === false ? false : undefined
    return { output: processOutput({ color: explicit, env: process.env }), today: localDay(new Date()), rules }
  }
  program
    .command('interview')
    .description('ask, one question at a time, only what can still matter; then the summary')
    .option('--as-of <day>', 'the day whose law is applied (today when not given)')
    .option('--option <id...>', 'only these options, or group:ID (the core options but those never offered unasked when not given)')
    .option('--plain', 'numbered lines, nothing redrawn: for screen readers (also with ACCESSIBLE=1 or TERM=dumb)')
    .option('--answers <file>', 'go on from a case file')
    .option('--resume <file>', 'go on from a case file, and save there when asked')
    .option('--save <file>', 'save a case file at the end; it is not sealed, and readable by anyone with access to it')
    .option('--force', 'replace a file that is there already')
    .option('--with-lawyer', 'a lawyer sits in')
    .addOption(new Option('--format <name>', 'how to write the summary').choices(['text', 'json', 'ndjson']).default('text'))
    .option('-o, --out <file>', 'write the summary to a file, whole or not at all')
    .addOption(new Option('--lang <code>', 'the language of the questions').choices(['en']).default('en'))
    .addHelpText(
      'after',
      '\nNothing is saved unless you ask. The key x leaves at once from every screen.' +
        '\n\nExamples:\n  tvpa interview\n  tvpa interview --plain --option t-status u-status\n  tvpa interview --option group:stay\n  tvpa interview --resume case.json\n  tvpa interview --answers case.json --with-lawyer --format json --out summary.json',
    )
    .action(async (flags: InterviewFlags) => {
      const { interview } = await import('./interview.ts')
      done(await interview(flags, context()))
    })
  program
    .command('evaluate [files...]')
    .description('possible options for cases, each line with its law')
    .option('--as-of <day>', 'the day whose law is applied (wins over the day in a case; today when neither is given)')
    .option('--option <id...>', 'only these options, or group:ID for a whole group; shown in full')
    .option('--all', 'as text: show every option in full, not one line for each extended one')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json', 'ndjson']).default('text'))
    .option('-o, --out <file>', 'write to a file, whole or not at all')
    .option('--no-reasons', 'leave out what an outcome rests on and what would change it: much faster for many cases')
    .addHelpText(
      'after',
      '\nFiles hold one case (.json), a list of cases (.json) or one case a line (.ndjson, .jsonl); folders are searched; - is standard input.' +
        '\n\nExamples:\n  tvpa evaluate fixtures/archive/el-monte.json\n  tvpa evaluate cases.ndjson --format ndjson --out results.ndjson\n  tvpa evaluate case.json --as-of 2003-12-19 --option t-status\n  tvpa evaluate case.json --option group:stay',
    )
    .action(async (paths: string[], flags: EvaluateFlags) => {
      const { evaluate } = await import('./evaluate.ts')
      done(await evaluate(paths, flags, context()))
    })
  oneCaseCommands(program, context, done)
  program
    .command('questions <case>')
    .description('what is next to be asked of a case, and what each answer would settle')
    .option('--as-of <day>', 'the day whose law is applied (wins over the day in the case; today when neither is given)')
    .option('--option <id...>', 'only these options, or group:ID (the core options but those never offered unasked when not given)')
    .option('--limit <n>', 'for how many questions to show what each answer would settle', '1')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nFor the desk, not for the room: nothing of it is shown to the person who is asked. - is standard input.' +
        '\n\nExamples:\n  tvpa questions fixtures/archive/el-monte.json\n  tvpa questions case.json --option t-status --limit 5\n  tvpa questions case.json --format json',
    )
    .action(async (path: string, flags: QuestionsFlags) => {
      const { questions } = await import('./questions.ts')
      done(await questions(path, flags, context()))
    })
  program
    .command('explain <id>')
    .description('an option, criterion, definition, fact, source or line in plain words, with its law')
    .option('--as-of <day>', 'the day whose law is shown (today when not given)')
    .addHelpText(
      'after',
      '\nExamples:\n  tvpa explain t-status\n  tvpa explain t-status/cooperation --as-of 2003-12-18\n  tvpa explain debt-bondage\n  tvpa explain age-at-victimization',
    )
    .action(async (id: string, flags: { asOf?: string }) => {
      const { explain } = await import('./explain.ts')
      done(await explain(id, flags, context()))
    })
  program
    .command('rules')
    .description('every option by group, with the days on which it is law')
    .option('--as-of <day>', 'only options that are law on this day')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nOne in full: tvpa explain ID\n\nExamples:\n  tvpa rules\n  tvpa rules --as-of 2001-01-01\n  tvpa rules --format json')
    .action(async (flags: RulesFlags) => {
      const { rules } = await import('./rules.ts')
      done(await rules(flags, context()))
    })
  program
    .command('redline <id>')
    .description('what changed in the law of an option, criterion or definition between two days, and whom it changes it for')
    .requiredOption('--from <day>', 'the earlier day')
    .option('--to <day>', 'the later day (today when not given)')
    .option('--fixtures <folder>', 'fixtures to look at under both laws (those beside the rulebook when not given)')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nEnds with 1 when some case is treated differently, with 0 when none is.' +
        '\n\nExamples:\n  tvpa redline t-status --from 2002-06-01 --to 2026-11-21\n  tvpa redline t-status/cooperation --from 2003-12-18 --to 2003-12-19\n  tvpa redline severe-form-of-trafficking --from 2015-05-28 --to 2015-05-29 --format json',
    )
    .action(async (id: string, flags: RedlineFlags) => {
      const { redline } = await import('./redline.ts')
      done(await redline(id, flags, context()))
    })
  program
    .command('facts')
    .description('everything that can be known of a case, by topic')
    .option('--topic <id>', 'only this topic')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  tvpa facts --topic control\n  tvpa facts --format json')
    .action(async (flags: { format: 'text' | 'json'; topic?: string }) => {
      const { facts } = await import('./facts.ts')
      done(await facts(flags, context()))
    })
  program
    .command('sources [id]')
    .description('everything that is cited; with an id, what is encoded from that source, and what of an archived document is not')
    .addHelpText('after', '\nExamples:\n  tvpa sources\n  tvpa sources osce-report')
    .action(async (id: string | undefined) => {
      const { sources } = await import('./sources.ts')
      done(await sources(id, context()))
    })
  program
    .command('schema')
    .description('the JSON Schema of a case file, for editors and other programs')
    .addHelpText('after', '\nExample:\n  tvpa schema > case.schema.json')
    .action(async () => {
      const { schema } = await import('./schema.ts')
      done(await schema(context()))
    })
  program
    .command('check')
    .description('look for mistakes in the rulebook without any case')
    .addOption(new Option('--format <name>', 'how to write what was found').choices(['text', 'json']).default('text'))
    .option('--stats', 'show how large the decision diagrams are, and what is left to judgment')
    .option('--unverified', 'list what was not read in the primary text, and what no attorney has reviewed')
    .option('--as-of <day>', 'the day of --stats (today when not given)')
    .option('--all-days', 'with --stats: the largest of all days; as JSON, every day on which the law changes')
    .addHelpText(
      'after',
      '\nEvery day since the first day of the rulebook is looked at. Each kind of problem is told in docs/problems.md.' +
        '\n\nExamples:\n  tvpa check\n  tvpa check --rules my-rules --format json\n  tvpa check --stats --as-of 2008-12-23\n  tvpa check --stats --all-days\n  tvpa check --unverified',
    )
    .action(async (flags: CheckFlags) => {
      const { check } = await import('./check.ts')
      done(check(flags, context()))
    })
  program
    .command('calendar')
    .description('the days that come up: what begins or ends to be law, and which reviews are due')
    .option('--within <time>', 'how far ahead: 90d, 6m, 1y', '1y')
    .option('--as-of <day>', 'the first day (today when not given)')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nA review is due a year after the last one.\n\nExamples:\n  tvpa calendar\n  tvpa calendar --within 6m --format json')
    .action(async (flags: CalendarFlags) => {
      const { calendar } = await import('./calendar.ts')
      done(await calendar(flags, context()))
    })
  program
    .command('test [fixtures...]')
    .description('run fixtures: cases with what the rules must say of them')
    .addOption(new Option('--reporter <name>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  tvpa test\n  tvpa test fixtures/options/t-status --reporter json')
    .action(async (paths: string[], flags: { reporter: string }) => {
      const { test } = await import('./test.ts')
      done(await test(paths, flags.reporter, context()))
    })
  program
    .command('verify [files...]')
    .description('check determinations anew, claim by claim, by a second and independent evaluation')
    .option('--case <file>', 'the case of determinations that carry no answers')
    .option('--budget <number>', 'how many cases may be looked at for one question before a claim is left as not verified (20000 when not given)')
    .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nFor what is open it shows two ways in which the open points can turn out: equal but for one, and with different results.' +
        '\nExit code 0: all claims accepted; 1: a claim was refused or could not be verified; 2: nothing could be read; 3: some records could not.' +
        '\n\nExamples:\n  tvpa evaluate fixtures/archive/el-monte.json --format json | tvpa verify -\n  tvpa verify results.ndjson --format json\n  tvpa verify summary.json --case case.json',
    )
    .action(async (paths: string[], flags: VerifyFlags) => {
      const { verify } = await import('./verify.ts')
      done(await verify(paths, flags, context()))
    })
  return program
}

/** The commands that look at one case from several sides. */
const oneCaseCommands = (program: Command, context: () => Context, done: (code: ExitCode) => void): void => {
  const oneCase = (name: string, description: string, options = 'the core options'): Command =>
    program
      .command(`${name} <file>`)
      .description(description)
      .option('--case <reference>', 'which case, when the file holds several')
      .option('--option <id...>', `only these options, or group:ID (${options} when not given)`)
      .addOption(new Option('--format <name>', 'how to write it').choices(['text', 'json']).default('text'))
  oneCase('whatif', 'how the law reads other answers in a case: only what differs', 'all options')
    .option('--set <fact=value...>', 'another answer')
    .option('--unset <fact...>', 'leave an answer out')
    .option('--as-of <day>', 'the day whose law is applied (wins over the day in the case; today when neither is given)')
    .addHelpText(
      'after',
      '\nA way to understand the rules. Answers are recorded as they were given; nothing is saved.' +
        '\nValues: true, false, unknown, declined, an id, a number, a date, a,b for choices, or JSON as in a case file.' +
        '\n\nExamples:\n  tvpa whatif case.json --set age-now=17\n  tvpa whatif case.json --set \'age-at-victimization={"under":18}\' --unset present-location --option t-status',
    )
    .action(async (file: string, flags: WhatIfFlags) => {
      const { whatIf } = await import('./what-if.ts')
      done(await whatIf(file, flags, context()))
    })
  oneCase('compare', 'one case under the law of several dates, side by side')
    .requiredOption('--dates <days...>', 'the days whose law is applied, such as 2002-06-01,2026-11-21')
    .addHelpText('after', '\nExample:\n  tvpa compare fixtures/archive/el-monte.json --dates 2002-06-01,2026-11-21 --option t-status')
    .action(async (file: string, flags: CompareFlags) => {
      const { compare } = await import('./compare.ts')
      done(await compare(file, flags, context()))
    })
  oneCase('timeline', 'one case under the law of every day: when each outcome changes, and why')
    .option('--from <day>', 'the first day (the first day of the rulebook when not given)')
    .option('--until <day>', 'the day before which the timeline ends (the day after the last review when not given)')
    .option('--criteria', 'also the days on which only criteria change, not the outcome')
    .addHelpText(
      'after',
      '\nExamples:\n  tvpa timeline fixtures/archive/el-monte.json\n  tvpa timeline case.json --option t-status --criteria --from 2000-10-28 --until 2010-01-01',
    )
    .action(async (file: string, flags: TimelineFlags) => {
      const { timeline } = await import('./timeline.ts')
      done(await timeline(file, flags, context()))
    })
}

/** The calendar day where the program runs. */
const localDay = (moment: Date): string =>
  `${String(moment.getFullYear())}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
