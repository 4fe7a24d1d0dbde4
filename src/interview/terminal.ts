import { createInterface } from 'node:readline'
import { Chalk } from 'chalk'
import wrapAnsi from 'wrap-ansi'
import { harmless } from '../rulebook/harmless.ts'
import type { ChoiceScreen, Face, Key, QuestionScreen, Reply } from './face.ts'
import { EXIT_NOW, Interrupted } from './face.ts'
import { choiceLines, choicePrompt, otherKeys, paragraphs, plainPrompt, plainQuestion, readChoice, readPlain } from './plain.ts'
import type { View } from './view.ts'
import { besides, enter, keyed, linesOf, startOf } from './view.ts'

/** What a terminal can do, as the command found it. */
export interface Terminal {
  /** Numbered lines, nothing redrawn, not one escape byte. */
  readonly plain: boolean
  readonly color: 0 | 1
  readonly columns: number
  readonly rows: number
}

/** The terminal the program runs at. Plain when asked for, with `ACCESSIBLE`, with `TERM=dumb`, and where nothing can be redrawn. */
export const terminalHere = (plain: boolean, color: Terminal['color']): Terminal => ({
  plain: plain || (process.env['ACCESSIBLE'] ?? '') !== '' || process.env['TERM'] === 'dumb' || !process.stderr.isTTY,
  color,
  columns: Math.max(40, process.stderr.columns || 80),
  rows: process.stderr.rows || 24,
})

/** A face on the terminal: questions on stderr, so that stdout stays the result. The prompts are loaded when the first one is shown. */
export const openFace = (terminal: Terminal): Face => (terminal.plain ? plainFace(terminal) : richFace(terminal))

const err = (text: string): void => {
  process.stderr.write(text)
}

/** Lines, typed and written one after another: complete in function, fit for a screen reader. */
const plainFace = ({ rows }: Terminal): Face => {
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = []
  const early: string[] = []
  let over = false
  const input = createInterface({ input: process.stdin, terminal: false })
  const stop = (): void => {
    over = true
    for (const { reject } of waiting.splice(0)) reject(new Interrupted())
  }
  input.on('line', (line) => {
    const next = waiting.shift()
    if (next) next.resolve(line)
    else early.push(line)
  })
  input.on('close', stop)
  process.on('SIGINT', stop)
  const line = async (prompt: string): Promise<string> => {
    err(prompt)
    const known = early.shift()
    if (known !== undefined) return known
    if (over) throw new Interrupted()
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
  const text = async (ask: string): Promise<string | undefined> => {
    const typed = (await line(`${harmless(ask)}: `)).trim()
    return typed === 'x' ? undefined : typed
  }
  return {
    say: (list) => {
      err(paragraphs(list))
    },
    text,
    question: async (screen) => {
      err(plainQuestion(screen))
      for (;;) {
        const typed = await line(plainPrompt(screen))
        if (typed.trim() === 'h') {
          err(otherKeys(screen))
          continue
        }
        const reply = readPlain(typed, screen)
        if (reply === 'type') {
          const value = await text(`Type ${screen.typed ?? 'it'}`)
          return value === undefined ? { move: 'exit' } : { move: 'answer', typed: value }
        }
        if (reply) return reply
        err('That is none of the choices.\n')
      }
    },
    choice: async (screen) => {
      err(choiceLines(screen))
      for (;;) {
        const chosen = readChoice(await line(choicePrompt(screen)), screen)
        if (chosen !== undefined) return chosen
        err('That is none of the choices.\n')
      }
    },
    clear: () => {
      err('\n'.repeat(rows))
    },
    close: () => {
      process.off('SIGINT', stop)
      input.close()
    },
  }
}

/** One question at a time, drawn in place, answered with single keys. */
const richFace = (terminal: Terminal): Face => {
  const paint = new Chalk({ level: terminal.color })
  const columns = Math.min(100, terminal.columns)
  const context = { input: process.stdin, output: process.stderr, clearPromptOnDone: true }
  const ask = async (screen: QuestionScreen): Promise<Reply> => {
    const core = await import('@inquirer/core')
    const prompt = core.createPrompt<Reply | 'interrupted', QuestionScreen>((config, done) => {
      const [view, setView] = core.useState<View>(startOf(config))
      core.useKeypress((event, rl) => {
        rl.clearLine(0)
        const { sequence } = event as { sequence?: string }
        if (event.ctrl && event.name === 'd') done('interrupted')
        else if (core.isEnterKey(event)) {
          const reply = enter(view, config)
          if (reply) done(reply)
        } else if (!event.ctrl) {
          const next = keyed(view, config, event.name, sequence ?? '')
          if ('move' in next) done(next)
          else setView(next)
        }
      })
      const items = linesOf(view, config)
      const page = core.usePagination({
        items,
        active: view.active,
        pageSize: Math.max(4, terminal.rows - 12),
        loop: false,
        renderItem: ({ item, isActive }) => (isActive ? paint.cyan(`  ❯ ${item}`) : `    ${item}`),
      })
      return drawn(config, view, page, columns, paint)
    })
    try {
      const reply = await prompt(screen, context)
      if (reply === 'interrupted') throw new Interrupted()
      return reply
    } catch (error) {
      throw error instanceof core.ExitPromptError ? new Interrupted() : error
    }
  }
  return {
    say: (list) => {
      err(`${list.map((text) => indented(harmless(text), columns)).join('\n\n')}${list.length === 0 ? '' : '\n\n'}`)
    },
    text: async (message) => {
      const { default: inquirer } = await import('inquirer')
      try {
        const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr })
        const { typed } = await prompt<{ typed: string }>([{ type: 'input', name: 'typed', message }])
        return typed.trim() === 'x' ? undefined : typed
      } catch (error) {
        throw error instanceof Error && error.name === 'ExitPromptError' ? new Interrupted() : error
      }
    },
    question: async (screen) => {
      const reply = await ask(screen)
      return reply
    },
    choice: async (screen) => {
      const reply = await ask(asQuestion(screen))
      return reply.move === 'answer' && 'rows' in reply ? (screen.choices[Number(reply.rows[0])]?.id ?? '') : EXIT_NOW
    },
    clear: () => {
      err('\u001b[2J\u001b[3J\u001b[H')
    },
    close: () => undefined,
  }
}

const EXIT_KEY: Key = { key: 'x', does: 'exit', label: 'exit now' }

/** A choice is drawn as a question without a place in the vocabulary. */
const asQuestion = ({ title, say, ask, choices }: ChoiceScreen): QuestionScreen => ({
  part: title,
  progress: '',
  question: [...say, ask].join('\n\n'),
  remark: undefined,
  rows: choices.map(({ label }, index) => ({ id: String(index), label })),
  several: false,
  typed: undefined,
  keys: [EXIT_KEY],
  chosen: [],
})

const indented = (text: string, columns: number): string =>
  wrapAnsi(text, columns - 4)
    .split('\n')
    .map((one) => `  ${one}`)
    .join('\n')

const drawn = (screen: QuestionScreen, view: View, page: string, columns: number, paint: InstanceType<typeof Chalk>): string => {
  const space = columns - 4 - screen.part.length - screen.progress.length
  const head =
    space >= 2
      ? `  ${paint.bold(screen.part)}${' '.repeat(space)}${paint.dim(screen.progress)}`
      : `  ${paint.bold(screen.part)}\n  ${paint.dim(screen.progress)}`
  const keys = screen.keys.filter((key) => !besides(screen).includes(key)).map(({ key, label }) => `${key === 'b' ? '←' : key} ${label}`)
  const several = screen.several ? ['space tick', `+ there may be more (${view.more ? 'yes' : 'no'})`, 'enter done'] : []
  const whole = [...several, ...keys].map((text) => text.replaceAll(' ', '\u00a0'))
  return [
    head,
    `  ${'─'.repeat(columns - 4)}`,
    indented(screen.question, columns),
    ...(screen.remark === undefined ? [] : [paint.dim(indented(screen.remark, columns))]),
    '',
    ...(screen.typed === undefined ? [] : [indented(`Type ${screen.typed}: ${view.typed}`, columns), '']),
    page,
    '',
    paint.dim(indented(whole.join('   '), columns).replaceAll('\u00a0', ' ')),
  ].join('\n')
}
