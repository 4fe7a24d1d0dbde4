import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tvpa } from './support/program.ts'
import { hasShared, shared } from './support/rules.ts'

/** Why a heading of the digest is no option: it is encoded as a line or as a note beside another option, or the digest itself calls it background. */
type Reason = 'line' | 'note' | 'background'

/** Headings of the digest on other options that `tvpa rules` does not list, each with the reason. */
const NOT_LISTED: Readonly<Record<string, Reason>> = {
  'opt-expedited-removal-note': 'line',
  'opt-removal-proceedings-note': 'line',
  'opt-draft-t-proposal-2000': 'note',
  'opt-adjustment': 'line',
  'opt-hhs-derivatives': 'line',
  'opt-federal-victim-grants': 'line',
  'opt-crime-victim-rights': 'line',
  'opt-court-protection-orders': 'line',
  'opt-shelter': 'line',
  'opt-information-and-translation': 'line',
  'opt-return-abroad-programmes': 'background',
}

interface Page {
  readonly groups: readonly { readonly options: readonly { readonly id: string }[] }[]
}

// The digests are the project's notes on the law and no part of this repository: where they are absent there is nothing to compare with.
test.skipIf(!hasShared('law'))('every option of the digest is listed by tvpa rules, or in the closed list of reasons, and never in both', () => {
  const digest = readFileSync(`${shared}/law/other-options.md`, 'utf8')
  const headings = [...digest.matchAll(/^## (opt-[A-Za-z0-9-]+)/gm)].map(([, heading = '']) => heading)
  const listed = new Set((JSON.parse(tvpa(['rules', '--format', 'json']).out) as Page).groups.flatMap(({ options }) => options.map(({ id }) => id)))
  const isListed = (heading: string): boolean => listed.has(heading.replace(/^opt-/, '').toLowerCase())
  expect({
    unaccounted: headings.filter((heading) => !isListed(heading) && !Object.hasOwn(NOT_LISTED, heading)),
    'listed, so no longer in need of a reason': headings.filter((heading) => isListed(heading) && Object.hasOwn(NOT_LISTED, heading)),
    'no heading of the digest': Object.keys(NOT_LISTED).filter((heading) => !headings.includes(heading)),
  }).toEqual({ unaccounted: [], 'listed, so no longer in need of a reason': [], 'no heading of the digest': [] })
  expect(headings.length).toBe(37)
})
