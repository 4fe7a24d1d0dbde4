import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { criterionFile, smallRulebook, soundFiles } from './rules.ts'

const own = (path: string): string => soundFiles().find((file) => file.path === path)?.text ?? ''

/** An extended option with one criterion; `head` goes before its text, `form` is what the criterion asks for. */
const extended = (id: string, group: string, form: string, head = ''): Record<string, string> => ({
  [`options/${id}/option.yaml`]: `id: ${id}\ntitle: The ${id}\ngroup: ${group}\ntier: extended\n${head}text: First of the ${id}, by the U.S. Act. Then more.\ncite: [{ source: act, at: "7" }]\ntag: V\ncriteria: { criterion: main }\n`,
  [`options/${id}/main.yaml`]: criterionFile('main', form),
})

/** The files that make the small rulebook one with two groups, its one option a core one, and extended ones of each kind. */
export const extendedFiles: Readonly<Record<string, string>> = {
  'rulebook.yaml': own('rulebook.yaml').replace(
    'topics:',
    'groups:\n  - { id: stay, title: Staying }\n  - { id: money, title: Money }\n  - { id: help, title: Help }\ntopics:',
  ),
  'options/aid/option.yaml': own('options/aid/option.yaml').replace('title: Aid\n', 'title: Aid\ngroup: stay\n'),
  ...extended('wage', 'money', 'all: [{ fact: work, one-of: [farm, shop] }, { fact: harms, has: any }, { fact: paid }]'),
  ...extended('fund', 'money', 'fact: here', 'warnings:\n  - { text: A note on the fund., tag: V }\n'),
  ...extended('leave', 'stay', 'all: [{ fact: here }, { act: paper }]'),
  ...extended('letter', 'stay', 'all: [{ fact: here }, { fact: secret }]'),
  ...extended('pass', 'stay', 'not: { fact: here }'),
  ...extended('pardon', 'stay', 'fact: here', 'until: 2010-01-01\n'),
  ...extended('promise', 'stay', 'fact: here', 'raised-by: { fact: paper, is: asked }\n'),
}

/** A folder with that rulebook in it; its path. */
export const extendedFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tvpa-test-'))
  for (const [path, text] of Object.entries({ ...Object.fromEntries(soundFiles().map((file) => [file.path, file.text])), ...extendedFiles })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** That rulebook, read. */
export const extendedRulebook = (): Rulebook => smallRulebook(extendedFiles)
