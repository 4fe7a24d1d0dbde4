import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tvpa } from './support/program.ts'
import { hasShared, shared } from './support/rules.ts'

/** Why a heading of the digest is no option: it is encoded as a line, a place to turn to, a pointer to another option or a note, or it still has to be encoded. */
type Reason = 'line' | 'resource' | 'pointer' | 'note' | 'not yet encoded'

/** Headings of the digest on other options that `tvpa rules` does not list, each with the reason. */
const NOT_LISTED: Readonly<Record<string, Reason>> = {
  'opt-deferred-action': 'not yet encoded',
  'opt-parole': 'not yet encoded',
  'opt-advance-parole': 'not yet encoded',
  'opt-stay-of-removal': 'not yet encoded',
  'opt-voluntary-departure': 'not yet encoded',
  'opt-expedited-removal-note': 'not yet encoded',
  'opt-removal-proceedings-note': 'not yet encoded',
  'opt-draft-t-proposal-2000': 'not yet encoded',
  'opt-conditional-resident-waiver': 'not yet encoded',
  'opt-work-permission': 'not yet encoded',
  'opt-adjustment': 'not yet encoded',
  'opt-confidentiality-1367': 'not yet encoded',
  'opt-hhs-certification-adult': 'not yet encoded',
  'opt-hhs-eligibility-child': 'not yet encoded',
  'opt-hhs-derivatives': 'not yet encoded',
  'opt-prwora-T-qualified': 'not yet encoded',
  'opt-benefits-as-refugee': 'not yet encoded',
  'opt-citizen-and-lpr-victims': 'not yet encoded',
  'opt-federal-victim-grants': 'not yet encoded',
  'opt-state-victim-assistance': 'not yet encoded',
  'opt-state-compensation': 'not yet encoded',
  'opt-crime-victim-rights': 'not yet encoded',
  'opt-restitution': 'not yet encoded',
  'opt-civil-action': 'not yet encoded',
  'opt-criminal-record-relief': 'not yet encoded',
  'opt-witness-security': 'not yet encoded',
  'opt-court-protection-orders': 'not yet encoded',
  'opt-job-training': 'not yet encoded',
  'opt-legal-services': 'not yet encoded',
  'opt-shelter': 'not yet encoded',
  'opt-not-detained-inappropriately': 'not yet encoded',
  'opt-information-and-translation': 'not yet encoded',
  'opt-consular-notification': 'not yet encoded',
  'opt-unaccompanied-child-protection': 'not yet encoded',
  'opt-iom-return-family': 'not yet encoded',
  'opt-repatriation-us-citizens': 'not yet encoded',
  'opt-return-abroad-programmes': 'not yet encoded',
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
