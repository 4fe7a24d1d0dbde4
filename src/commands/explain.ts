import { comparisonShown } from '../assessment/shown.ts'
import { heading, paragraph } from '../report/layout.ts'
import { comparisonLines } from '../report/text.ts'
import { harmless } from '../rulebook/harmless.ts'
import { checkedDay } from '../rulebook/span.ts'
import { nearest } from '../rulebook/suggest.ts'
import { explain as blocksFor, explainable, pathsNamed } from '../wording/explain.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

/** `tvpa explain`: one thing of the rulebook in plain words, under the law of a day. */
export const explain = async (id: string, flags: { readonly asOf?: string }, context: Context): Promise<ExitCode> => {
  const { output } = context
  const asOf = dayGiven(flags.asOf ?? context.today, '--as-of', output)
  const rulebook = asOf === undefined ? undefined : await rulebookFor(context)
  if (!rulebook || asOf === undefined) return EXIT.usage
  const page = { columns: output.columns, paint: output.paint }
  const comparison = rulebook.comparisons.find((one) => one.id === id)
  if (comparison) {
    const lines = comparisonLines(comparisonShown(comparison, { rulebook, asOf: checkedDay(asOf) }), { ...page, rulebook })
    output.out(`${heading(comparison.title, page)}\n${lines.join('\n')}\n\n${paragraph(rulebook.about.notice, page)}\n`)
    return EXIT.done
  }
  const blocks = blocksFor(id, { rulebook, asOf: checkedDay(asOf) })
  if (!blocks) {
    const paths = pathsNamed(id, rulebook)
    const near = nearest(id, explainable(rulebook))
    output.err(
      harmless(
        paths.length > 1
          ? `several criteria are called \`${id}\`: ${paths.join(', ')}\n`
          : `nothing is called \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}\n`,
      ),
    )
    return EXIT.usage
  }
  const text = blocks.map(({ heading: title, lines }) =>
    [output.paint.bold(title), ...lines.map((line) => paragraph(line.text, page, 2 + 2 * line.depth, 4 + 2 * line.depth))].join('\n'),
  )
  output.out(`${text.join('\n\n')}\n\n${paragraph(rulebook.about.notice, page)}\n`)
  return EXIT.done
}
