import { entry, heading } from '../report/layout.ts'
import { harmlessJson } from '../rulebook/harmless.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

/** `tvpa facts`: the vocabulary of cases, by topic in the order of asking; as JSON for machines. */
export const facts = async (flags: { readonly format: 'text' | 'json'; readonly topic?: string }, context: Context): Promise<ExitCode> => {
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  const { output } = context
  const topics = rulebook.about.topics.filter(({ id }) => flags.topic === undefined || id === flags.topic)
  if (topics.length === 0) {
    output.err(`no such topic; topics: ${rulebook.about.topics.map(({ id }) => id).join(', ')}\n`)
    return EXIT.usage
  }
  const shown = rulebook.facts.filter(({ topic }) => topics.some(({ id }) => id === topic))
  if (flags.format === 'json') {
    output.out(`${harmlessJson(JSON.stringify(shown, null, 2))}\n`)
    return EXIT.done
  }
  const page = { columns: output.columns, paint: output.paint }
  for (const { id, title } of topics) {
    const list = shown.filter(({ topic }) => topic === id)
    if (list.length > 0)
      output.out(
        `${heading(title, page)}\n${list.map((fact) => entry(fact.id, `${fact.question} (${fact.kind}, ${fact.burden})`, page, 2, 42)).join('\n')}\n\n`,
      )
  }
  output.out(`${String(shown.length)} facts; one in full with tvpa explain ID\n`)
  return EXIT.done
}
