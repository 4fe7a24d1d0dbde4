import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lawOf } from '../../src/assessment/assess.ts'
import { settle } from '../../src/assessment/settle.ts'
import { evaluate } from '../../src/logic/evaluate.ts'
import type { Status } from '../../src/logic/truth.ts'
import { Node } from '../../src/rulebook/criterion.ts'
import type { Clause } from '../../src/rulebook/in-force.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { nodesOf } from '../../src/rulebook/tree.ts'
import { statusOn } from '../support/conditions.ts'
import { caseWith, realRulebook, textOf } from '../support/rules.ts'

const rulebook = realRulebook()

/** An option of the page is read as a node: its dates, and the form under `criteria`. */
const asNode = (written: Record<string, unknown>): Node => {
  const { criteria, ...head } = written
  return Node.parse(criteria === undefined ? head : { ...head, ...(criteria as object) })
}

const page = (parse(textOf('test/rulebook/ten-hard-rules.yaml')) as Record<string, unknown>[]).map(asNode)

/** A node of the page, by its id. */
const onPage = (id: string): Node => {
  const found = page.flatMap((root) => [...nodesOf(root)]).find((node) => node.id === id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found
}

/** The status of a criterion of the rulebook, by the tree: `owner/criterion`, or the root of an option. */
const inRulebook = (path: string, facts: Facts, asOf: string): Status | 'absent' => {
  const [owner = '', id] = path.split('/')
  const law = lawOf(rulebook, checkedDay(asOf))
  const find = (clause: Clause | undefined): Clause | undefined => {
    if (!clause || id === undefined || clause.node.id === id) return clause
    for (const child of clause.children) {
      const found = find(child)
      if (found) return found
    }
    return undefined
  }
  const clause = find(law.options.get(owner) ?? law.definitions.get(owner))
  if (!clause) return 'absent'
  const { known } = settle(caseWith(facts, rulebook).answers, rulebook, law.asOf)
  return evaluate(law.program, known)[clause.step] ?? 'unknown'
}

type Facts = Readonly<Record<string, unknown>>
type Row = [asOf: string, facts: Facts, expected: Status | 'absent']

/** Evaluates the page's own spelling and, where it has the rule, the rulebook; both have to say the same. */
const rule = (name: string, id: string, path: string | undefined, common: Facts, rows: Row[]): void => {
  describe(name, () => {
    test.each(rows)('under the law of %s with %j: %s', (asOf, facts, expected) => {
      const told = { ...common, ...facts }
      const said = [statusOn(rulebook, onPage(id), told, asOf), ...(path === undefined ? [] : [inRulebook(path, told, asOf)])]
      expect(said).toEqual(said.map(() => expected))
    })
  })
}

test('the page spells ten rules, and each node of it has exactly one form', () => {
  expect(page.map(({ id }) => id)).toEqual([
    'presence',
    'cooperation',
    'coercion-threat',
    'coercion-legal-process',
    'servitude-physical-or-legal',
    'certification',
    'victim-direct',
    'victim-indirect',
    'victim-bystander',
    'proxy',
    's-status',
    'cp-civil-suit-stay',
  ])
})

// 1. presence, by regime; departure exceptions

rule('the person is in one of the places, or at a port of entry', 'presence-place', 't-status/presence-place', {}, [
  ['2010-01-01', { 'present-location': 'us-state-dc-pr-guam-or-vi' }, 'met'],
  ['2010-01-01', { 'present-location': 'us-port-of-entry' }, 'met'],
  ['2010-01-01', { 'present-location': 'outside-the-us' }, 'not-met'],
  ['2010-01-01', { 'present-location': { 'one-of': ['american-samoa', 'northern-mariana-islands'] } }, 'met'],
  ['2010-01-01', { 'present-location': { 'one-of': ['american-samoa', 'outside-the-us'] } }, 'unknown'],
  ['2010-01-01', {}, 'unknown'],
])

rule('still held counts from the first rule on', 'nexus-current', 't-status/nexus-current', {}, [
  ['2002-03-03', { 'how-exploitation-ended': 'not-ended' }, 'absent'],
  ['2002-03-04', { 'how-exploitation-ended': 'not-ended' }, 'met'],
  ['2002-03-04', { 'how-exploitation-ended': 'let-go-by-exploiter' }, 'not-met'],
  ['2002-03-04', { 'how-exploitation-ended': { 'one-of': ['not-ended', 'ended-another-way'] } }, 'unknown'],
])

rule('freed by officers counts from the first rule on', 'nexus-liberated', 't-status/nexus-liberated', {}, [
  ['2002-03-03', { 'how-exploitation-ended': 'freed-by-law-enforcement' }, 'absent'],
  ['2002-03-04', { 'how-exploitation-ended': 'freed-by-law-enforcement' }, 'met'],
])

rule('got away before officers were involved counts from the rule of 2017', 'nexus-escaped', 't-status/nexus-escaped', {}, [
  ['2017-01-17', { 'how-exploitation-ended': 'got-away-before-law-enforcement' }, 'absent'],
  ['2017-01-18', { 'how-exploitation-ended': 'got-away-before-law-enforcement' }, 'met'],
  ['2017-01-18', { 'how-exploitation-ended': 'got-away-after-law-enforcement' }, 'not-met'],
])

rule('let in for a trafficking case counts for forms filed on or after 2008-12-23', 'nexus-process-entry', 't-status/nexus-process-entry', {}, [
  ['2008-12-22', { 'entered-for-trafficking-case': true }, 'absent'],
  ['2008-12-23', { 'entered-for-trafficking-case': true }, 'met'], // filing left out counts as the day itself
  ['2010-01-01', { 'entered-for-trafficking-case': true, 't-application-filed-date': '2008-12-22' }, 'not-met'],
  ['2010-01-01', { 'entered-for-trafficking-case': true, 't-application-filed-date': '2008-12-23' }, 'met'],
  ['2010-01-01', { 'entered-for-trafficking-case': true, 't-application-filed-date': '2008' }, 'unknown'],
  ['2010-01-01', { 'entered-for-trafficking-case': true, 't-application-filed-date': 'unknown' }, 'unknown'],
  ['2010-01-01', { 'entered-for-trafficking-case': false, 't-application-filed-date': '2008' }, 'not-met'],
  ['2010-01-01', {}, 'unknown'],
])

rule('the tie of being here to the trafficking is a weighing where no listed way is open', 'presence-nexus', 't-status/presence-nexus', {}, [
  ['2002-03-03', { 'how-exploitation-ended': 'not-ended' }, 'judgment'],
  ['2002-03-03', { 'presence-tied-to-trafficking': true }, 'met'],
  ['2002-03-03', { 'presence-tied-to-trafficking': false }, 'not-met'],
  ['2002-03-04', { 'how-exploitation-ended': 'let-go-by-exploiter' }, 'judgment'],
  ['2010-01-01', { 'how-exploitation-ended': 'let-go-by-exploiter' }, 'unknown'],
  ['2010-01-01', { 'how-exploitation-ended': 'let-go-by-exploiter', 'entered-for-trafficking-case': false }, 'judgment'],
  ['2010-01-01', { 'how-exploitation-ended': 'got-away-before-law-enforcement', 'entered-for-trafficking-case': false }, 'judgment'],
  ['2017-01-18', { 'how-exploitation-ended': 'got-away-before-law-enforcement' }, 'met'],
])

rule('from 2002 until 2017 whoever got away alone must not have had a clear chance to leave', 'opportunity-to-depart', 't-status/opportunity-to-depart', {}, [
  ['2002-03-03', { 'how-exploitation-ended': 'got-away-before-law-enforcement' }, 'absent'],
  ['2002-03-04', { 'how-exploitation-ended': 'got-away-before-law-enforcement' }, 'judgment'],
  ['2017-01-17', { 'how-exploitation-ended': 'got-away-before-law-enforcement', 'clear-chance-to-leave-us': true }, 'not-met'],
  ['2017-01-17', { 'how-exploitation-ended': 'got-away-before-law-enforcement', 'clear-chance-to-leave-us': false }, 'met'],
  ['2017-01-17', { 'how-exploitation-ended': 'freed-by-law-enforcement' }, 'met'],
  ['2017-01-17', {}, 'unknown'],
  ['2017-01-18', { 'how-exploitation-ended': 'got-away-before-law-enforcement', 'clear-chance-to-leave-us': true }, 'absent'],
])

rule(
  'whoever left may have come back for a listed reason, each from its own day',
  'departure-ok',
  't-status/departure-ok',
  { 'how-exploitation-ended': 'freed-by-law-enforcement', 'entered-for-trafficking-case': false },
  [
    ['2002-03-03', { 'left-us-after-exploitation': false }, 'absent'],
    ['2002-03-04', { 'left-us-after-exploitation': false }, 'met'],
    ['2002-03-04', { 'how-exploitation-ended': 'not-ended' }, 'met'],
    ['2002-03-04', { 'left-us-after-exploitation': true, 'return-reasons': ['work-or-family-or-other'] }, 'judgment'],
    [
      '2002-03-04',
      { 'left-us-after-exploitation': true, 'return-reasons': ['work-or-family-or-other'], 'return-was-continued-victimization': false },
      'not-met',
    ],
    ['2002-03-04', { 'left-us-after-exploitation': true, 'return-reasons': ['work-or-family-or-other'], 'return-was-continued-victimization': true }, 'met'],
    ['2002-03-04', { 'left-us-after-exploitation': true, 'return-reasons': ['new-trafficking'] }, 'met'],
    [
      '2024-08-27',
      { 'left-us-after-exploitation': true, 'return-reasons': ['taking-part-in-trafficking-case'], 'return-was-continued-victimization': false },
      'not-met',
    ],
    [
      '2024-08-28',
      { 'left-us-after-exploitation': true, 'return-reasons': ['taking-part-in-trafficking-case'], 'return-was-continued-victimization': false },
      'met',
    ],
    [
      '2024-08-28',
      {
        'left-us-after-exploitation': true,
        'return-reasons': ['treatment-or-services-for-the-harm'],
        'return-was-continued-victimization': false,
        'care-unavailable-in-return-country': true,
      },
      'met',
    ],
    [
      '2024-08-28',
      {
        'left-us-after-exploitation': true,
        'return-reasons': ['treatment-or-services-for-the-harm'],
        'return-was-continued-victimization': false,
        'care-unavailable-in-return-country': false,
      },
      'not-met',
    ],
    [
      '2024-08-28',
      { 'left-us-after-exploitation': true, 'return-reasons': ['treatment-or-services-for-the-harm'], 'return-was-continued-victimization': false },
      'unknown',
    ],
    [
      '2008-12-22',
      { 'left-us-after-exploitation': true, 'return-reasons': [], 'return-was-continued-victimization': false, 'entered-for-trafficking-case': true },
      'not-met',
    ],
    [
      '2008-12-23',
      { 'left-us-after-exploitation': true, 'return-reasons': [], 'return-was-continued-victimization': false, 'entered-for-trafficking-case': true },
      'met',
    ],
  ],
)

// 2. the filing clock of 2008, the better of two texts in 2024

const turnedDown = {
  'agencies-contacted': ['fbi'],
  'help-requested-by': ['federal'],
  'law-enforcement-request-complied': false,
  'unmet-request-reasonable': true,
}

rule(
  'trauma excuses a request for forms filed before 2008-12-23, from 2006 on',
  'coop-no-unreasonable-refusal',
  't-status/coop-no-unreasonable-refusal',
  turnedDown,
  [
    ['2006-01-04', { 'trauma-prevents-helping': true }, 'not-met'],
    ['2006-01-05', { 'trauma-prevents-helping': true }, 'met'],
    ['2006-01-05', { 'trauma-prevents-helping': false }, 'not-met'],
    ['2006-01-05', {}, 'judgment'],
    ['2010-01-01', { 'trauma-prevents-helping': true, 't-application-filed-date': '2008-12-22' }, 'met'],
    ['2010-01-01', { 'trauma-prevents-helping': true, 't-application-filed-date': '2008-12-23' }, 'not-met'],
    ['2010-01-01', { 'trauma-prevents-helping': true, 't-application-filed-date': '2008' }, 'unknown'],
    ['2010-01-01', { 't-application-filed-date': '2008-12-22' }, 'judgment'],
    ['2010-01-01', { 't-application-filed-date': '2008-12-23' }, 'not-met'],
    ['2010-01-01', { 'trauma-prevents-helping': false, 'unmet-request-reasonable': false }, 'met'],
    ['2010-01-01', { 'trauma-prevents-helping': false, 'unmet-request-reasonable': 'unknown' }, 'judgment'],
    ['2010-01-01', { 'law-enforcement-request-complied': true, 'unmet-request-reasonable': 'unknown' }, 'met'],
    ['2010-01-01', { 'help-requested-by': [], 'law-enforcement-request-complied': 'unknown', 'unmet-request-reasonable': 'unknown' }, 'met'],
  ],
)

rule('trauma is an exception of its own for forms filed on or after 2008-12-23', 'coop-trauma', 't-status/coop-trauma', turnedDown, [
  ['2008-12-22', { 'trauma-prevents-helping': true }, 'absent'],
  ['2008-12-23', { 'trauma-prevents-helping': true }, 'met'],
  ['2008-12-23', { 'trauma-prevents-helping': true, 't-application-filed-date': '2008-12-22' }, 'not-met'],
  ['2008-12-23', {}, 'judgment'],
  ['2008-12-23', { 'trauma-prevents-helping': false }, 'not-met'],
])

rule('contact is judged by the better of the texts of the filing and of 2024', 'coop-contact', 't-status/coop-contact', { 'agencies-contacted': ['fbi'] }, [
  ['2002-03-03', {}, 'absent'],
  ['2002-03-04', {}, 'met'],
  ['2024-08-27', { 'contacted-agency-handles-trafficking': false }, 'met'],
  ['2024-08-28', { 'contacted-agency-handles-trafficking': false }, 'not-met'],
  ['2024-08-28', { 'contacted-agency-handles-trafficking': true }, 'met'],
  ['2024-08-28', { 'contacted-agency-handles-trafficking': false, 't-application-filed-date': '2024-08-27' }, 'met'],
  ['2024-08-28', {}, 'unknown'],
  ['2024-08-28', { 'agencies-contacted': ['agency-of-another-country'] }, 'not-met'],
  ['2024-08-28', { 'agencies-contacted': ['agency-of-another-country'], 't-application-filed-date': '2024-08-27' }, 'not-met'],
])

rule('any of the three ways is enough', 'cooperation', 't-status/cooperation', turnedDown, [
  ['2010-01-01', { 'trauma-prevents-helping': true, 'age-now': 30, 'age-at-victimization': 30 }, 'met'],
  ['2010-01-01', { 'trauma-prevents-helping': false, 'age-now': 30, 'age-at-victimization': 30 }, 'not-met'],
  ['2010-01-01', { 'trauma-prevents-helping': false, 'age-now': 17 }, 'met'],
  ['2010-01-01', { 'age-now': 30, 'age-at-victimization': 30 }, 'judgment'],
  ['2010-01-01', {}, 'unknown'],
])

// 3. age exemption with its reading

rule('the age is 15, then 18; today or, by a reading and from 2021 by the rule, at the time', 'coop-age-exempt', 't-status/coop-age-exempt', {}, [
  ['2003-12-18', { 'age-now': 14 }, 'met'],
  ['2003-12-18', { 'age-now': 15, 'age-at-victimization': 15 }, 'not-met'],
  ['2003-12-18', { 'age-now': 20, 'age-at-victimization': 14 }, 'judgment'],
  ['2003-12-18', { 'age-now': 20, 'age-at-victimization': 14, 'reading-child-then-adult-now': true }, 'met'],
  ['2003-12-18', { 'age-now': 20, 'age-at-victimization': 14, 'reading-child-then-adult-now': false }, 'not-met'],
  ['2003-12-18', { 'age-now': { under: 18 } }, 'unknown'],
  ['2003-12-19', { 'age-now': 15 }, 'met'],
  ['2003-12-19', { 'age-now': { under: 18 } }, 'met'],
  ['2003-12-19', { 'age-now': 18, 'age-at-victimization': 18 }, 'not-met'],
  ['2021-10-19', { 'age-now': 30, 'age-at-victimization': 17 }, 'judgment'],
  ['2021-10-20', { 'age-now': 30, 'age-at-victimization': 17 }, 'met'],
  ['2021-10-20', { 'age-now': 30, 'age-at-victimization': 18 }, 'not-met'],
  ['2021-10-20', { 'age-now': { under: 18 } }, 'met'], // nobody was older then than now
  ['2021-10-20', { 'age-now': 30 }, 'unknown'],
  ['2021-10-20', { 'birth-date': '2000-06', 'exploitation-began-date': '2018-05' }, 'met'],
  ['2021-10-20', { 'birth-date': '2000-06', 'exploitation-began-date': '2018-06' }, 'unknown'],
  ['2021-10-20', { 'birth-date': '2000-06', 'exploitation-began-date': '2018-07' }, 'not-met'],
])

// 4. coercion

rule('a threat of bodily harm is enough; of any other, its weight is assessed', 'coercion-threat', 'coercion/coercion-threat', {}, [
  ['2010-01-01', { 'harm-threats': ['kill-or-injure'] }, 'met'],
  ['2010-01-01', { 'harm-threats': { yes: ['lock-up-or-restrain'] } }, 'met'],
  ['2010-01-01', { 'harm-threats': ['shame-or-expose'] }, 'judgment'],
  ['2010-01-01', { 'harm-threats': ['shame-or-expose'], 'feared-harm-serious': true }, 'met'],
  ['2010-01-01', { 'harm-threats': ['shame-or-expose'], 'feared-harm-serious': false }, 'not-met'],
  ['2010-01-01', { 'harm-threats': { yes: ['shame-or-expose'] } }, 'unknown'],
  ['2010-01-01', { 'harm-threats': [] }, 'not-met'],
  ['2010-01-01', {}, 'unknown'],
])

rule('legal pressure is abuse from 2013 by the text, before by a reading', 'coercion-legal-process', 'coercion/coercion-legal-process', {}, [
  ['2013-03-06', { 'legal-threats-and-steps': ['threatened-with-immigration'], 'legal-pressure-aim': true }, 'judgment'],
  ['2013-03-06', { 'legal-threats-and-steps': ['threatened-with-immigration'], 'legal-pressure-aim': true, 'reading-legal-pressure-is-abuse': true }, 'met'],
  [
    '2013-03-06',
    { 'legal-threats-and-steps': ['threatened-with-immigration'], 'legal-pressure-aim': true, 'reading-legal-pressure-is-abuse': false },
    'not-met',
  ],
  ['2013-03-07', { 'legal-threats-and-steps': ['threatened-with-immigration'], 'legal-pressure-aim': true }, 'met'],
  ['2013-03-07', { 'legal-threats-and-steps': ['threatened-with-immigration'], 'legal-pressure-aim': false }, 'not-met'],
  ['2013-03-07', { 'legal-threats-and-steps': ['threatened-with-immigration'] }, 'unknown'],
  ['2013-03-06', { 'legal-threats-and-steps': [] }, 'not-met'],
])

// 5. the Kozminski limb

rule(
  'bodily or legal pressure that kept the person there, matched by what was seen',
  'servitude-physical-or-legal',
  'involuntary-servitude/servitude-physical-or-legal',
  {},
  [
    ['2002-03-03', { 'reasons-for-staying': ['violence'], 'physical-violence': ['hit-or-beaten'] }, 'absent'],
    ['2002-03-04', { 'reasons-for-staying': ['violence'], 'physical-violence': ['hit-or-beaten'] }, 'met'],
    ['2002-03-04', { 'reasons-for-staying': ['fear-of-violence'], 'sexual-violence': true }, 'met'],
    ['2002-03-04', { 'reasons-for-staying': ['fear-of-violence'], 'harm-threats': ['kill-or-injure'] }, 'met'],
    ['2002-03-04', { 'reasons-for-staying': ['violence'], 'physical-violence': [], 'sexual-violence': false, 'harm-threats': ['shame-or-expose'] }, 'not-met'],
    ['2002-03-04', { 'reasons-for-staying': ['violence'], 'physical-violence': [], 'sexual-violence': false }, 'unknown'],
    ['2002-03-04', { 'reasons-for-staying': ['locked-in-or-guarded'], 'movement-blocked': ['guarded'] }, 'met'],
    ['2002-03-04', { 'reasons-for-staying': ['locked-in-or-guarded'], 'movement-blocked': [], 'harm-threats': [] }, 'not-met'],
    ['2002-03-04', { 'reasons-for-staying': ['legal-threats'], 'legal-threats-and-steps': ['threatened-with-police'] }, 'met'],
    ['2002-03-04', { 'reasons-for-staying': ['legal-threats'], 'legal-threats-and-steps': [] }, 'not-met'],
    ['2002-03-04', { 'reasons-for-staying': ['debt'], 'physical-violence': ['hit-or-beaten'] }, 'not-met'],
  ],
)

// 6. six months to receipt; a stale, refused or missing certification stays a step, never a failing

const signed = (on: string): Facts => ({ 'u-certification': { state: 'done', on }, 'u-certification-signer': 'head-of-agency' })

rule('the petition comes in within six months of the signature, or the certification is asked for anew', 'certification', 'u-status/certification', {}, [
  ['2026-06-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-06-01' }, 'met'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-14' }, 'met'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-15' }, 'judgment'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-15', 'reading-six-month-day': true }, 'met'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-15', 'reading-six-month-day': false }, 'agency'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-16' }, 'agency'],
  // August has 31 days, February 28
  ['2027-06-01', { ...signed('2026-08-31'), 'u-petition-filed-date': '2027-02-28' }, 'met'],
  ['2027-06-01', { ...signed('2026-08-31'), 'u-petition-filed-date': '2027-03-01' }, 'agency'],
  ['2027-06-01', { ...signed('2026-08-28'), 'u-petition-filed-date': '2027-02-27' }, 'met'],
  ['2027-06-01', { ...signed('2026-08-28'), 'u-petition-filed-date': '2027-02-28' }, 'judgment'],
  // parts of a date
  ['2026-08-01', { ...signed('2026-01'), 'u-petition-filed-date': '2026-06' }, 'met'],
  ['2026-08-01', { ...signed('2026-01'), 'u-petition-filed-date': '2026-07-15' }, 'unknown'],
  ['2026-08-01', { ...signed('2026-01-15'), 'u-petition-filed-date': '2026-07-14', 'u-certification-signer': 'someone-else' }, 'agency'],
  ['2026-08-01', { 'u-certification': 'refused' }, 'agency'],
  ['2026-08-01', { 'u-certification': 'withdrawn' }, 'agency'],
  ['2026-08-01', { 'u-certification': 'not-asked' }, 'agency'],
  ['2026-08-01', { 'u-certification': 'asked' }, 'agency'],
  ['2026-08-01', {}, 'unknown'],
])

test('before the program began the page knows no certification', () => {
  expect(['2007-10-16', '2007-10-17'].map((day) => statusOn(rulebook, onPage('certification'), {}, day))).toEqual(['absent', 'unknown'])
})

// 7. the role in the crime

rule(
  'the crime was done to the person, and not only to escape the law',
  'victim-direct',
  'u-status/victim-direct',
  { 'victim-roles': ['crime-was-done-to-the-person'] },
  [
    ['2007-10-16', { 'harm-came-from-crime': true, 'crimes-experienced': ['perjury'] }, 'met'],
    ['2007-10-17', { 'harm-came-from-crime': true, 'crimes-experienced': ['perjury'] }, 'unknown'],
    [
      '2007-10-17',
      { 'harm-came-from-crime': true, 'crimes-experienced': ['perjury'], 'justice-offense-purpose': ['to-escape-justice-for-another-crime'] },
      'met',
    ],
    ['2007-10-17', { 'harm-came-from-crime': true, 'crimes-experienced': ['perjury'], 'justice-offense-purpose': ['another-purpose'] }, 'not-met'],
    ['2007-10-17', { 'harm-came-from-crime': true, 'crimes-experienced': ['perjury', 'rape'] }, 'met'],
    ['2007-10-17', { 'harm-came-from-crime': false, 'crimes-experienced': ['rape'] }, 'not-met'],
    ['2007-10-17', { 'victim-roles': ['witness'], 'crimes-experienced': ['rape'], 'harm-came-from-crime': true }, 'not-met'],
  ],
)

const family = { 'victim-roles': ['family-of-the-victim'], 'direct-victim-outcome': 'murdered' }

rule('the crime was done to a close relative who died or cannot speak', 'victim-indirect', 'u-status/victim-indirect', family, [
  ['2007-10-16', { 'relation-to-direct-victim': 'spouse' }, 'absent'],
  ['2007-10-17', { 'relation-to-direct-victim': 'spouse' }, 'met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'child', 'age-at-crime': 20, 'married-at-crime': false }, 'met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'child', 'age-at-crime': 21, 'married-at-crime': false }, 'not-met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'child', 'age-at-crime': 20, 'married-at-crime': true }, 'not-met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'parent', 'direct-victim-age': 20 }, 'met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'parent', 'direct-victim-age': 21 }, 'not-met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'sibling', 'direct-victim-age': 20, 'age-at-crime': 17, 'married-at-crime': false }, 'met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'sibling', 'direct-victim-age': 20, 'age-at-crime': 18, 'married-at-crime': false }, 'not-met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'other' }, 'not-met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'spouse', 'direct-victim-outcome': 'alive-or-other-death', 'direct-victim-unable': true }, 'met'],
  ['2007-10-17', { 'relation-to-direct-victim': 'spouse', 'direct-victim-outcome': 'alive-or-other-death', 'direct-victim-unable': false }, 'not-met'],
])

rule('seeing it can be enough where the injury is weighed so', 'victim-bystander', 'u-status/victim-bystander', {}, [
  ['2007-10-16', { 'victim-roles': ['witness'], 'bystander-injury': true }, 'absent'],
  ['2007-10-17', { 'victim-roles': ['witness'], 'bystander-injury': true }, 'met'],
  ['2007-10-17', { 'victim-roles': ['witness'] }, 'judgment'],
  ['2007-10-17', { 'victim-roles': ['crime-was-done-to-the-person'] }, 'not-met'],
])

// 8. under sixteen at the first act

rule('another adult may speak for someone under sixteen at the crime, or who cannot', 'proxy', 'u-status/proxy', { 'proxy-helper': true }, [
  ['2007-10-16', { 'age-now': 15 }, 'met'],
  ['2007-10-16', { 'age-now': 16, 'age-at-crime': 15 }, 'judgment'],
  ['2007-10-16', { 'age-now': 16, 'age-at-crime': 15, 'reading-under-16-at-crime': true }, 'met'],
  ['2007-10-16', { 'age-now': 30, 'age-at-crime': 16 }, 'not-met'],
  ['2007-10-17', { 'age-now': 30, 'age-at-crime': 15 }, 'met'],
  ['2007-10-17', { 'age-now': 30, 'age-at-crime': 16, 'incapacity-to-inform': false }, 'not-met'],
  ['2007-10-17', { 'age-now': 30, 'age-at-crime': 16, 'incapacity-to-inform': true }, 'met'],
  ['2007-10-17', { 'age-now': 30, 'age-at-crime': 15, 'proxy-helper': false }, 'not-met'],
])

// 9. the two lapses of S; a dated parameter

describe('S was law in three windows', () => {
  test.each([
    ['1994-09-12', false],
    ['1994-09-13', true],
    ['1999-09-13', true],
    ['1999-09-14', false],
    ['1999-11-12', false],
    ['1999-11-13', true],
    ['2001-09-13', true],
    ['2001-09-14', false],
    ['2001-09-30', false],
    ['2001-10-01', true],
    ['2026-11-21', true],
  ])('on %s: %s', (day, isLaw) => {
    expect([statusOn(rulebook, onPage('s-status'), {}, day) !== 'absent', inRulebook('s-status', {}, day) !== 'absent']).toEqual([isLaw, isLaw])
  })
})

rule('the yearly number of S-5 was doubled on 1996-09-30', 's5-cap-available', 's-status/s5-cap-available', {}, [
  ['1996-09-29', { 's5-approved-this-year': 99 }, 'met'],
  ['1996-09-29', { 's5-approved-this-year': 100 }, 'not-met'],
  ['1996-09-30', { 's5-approved-this-year': 100 }, 'met'],
  ['1996-09-30', { 's5-approved-this-year': 200 }, 'not-met'],
])

rule('a sponsor that said no can be asked again, or another be asked', 's-lea-sponsor', undefined, {}, [
  ['2010-01-01', { 's-request': 'done' }, 'met'],
  ['2010-01-01', { 's-request': 'not-asked' }, 'agency'],
  ['2010-01-01', { 's-request': 'refused' }, 'agency'],
  ['2010-01-01', {}, 'unknown'],
])

// 10. the stay during a civil suit

const suing = {
  'us-citizen-or-national': false,
  'severe-form-assessed': true,
  'smuggling-only': false,
  'cp-federal-request': 'done',
  'civil-suit-under-1595': 'pending',
  'civil-suit-diligence': true,
  'criminal-issues': [],
  'security-issues': [],
}

rule('whoever sues, moves the suit along and has no listed ground may be let stay', 'cp-civil-suit-stay', 'cp-civil-suit-stay', suing, [
  ['2008-12-22', {}, 'absent'],
  ['2008-12-23', {}, 'met'],
  ['2008-12-23', { 'civil-suit-diligence': 'unknown' }, 'judgment'],
  ['2008-12-23', { 'cp-federal-request': 'not-asked' }, 'agency'],
  ['2008-12-23', { 'cp-federal-request': 'refused' }, 'not-met'],
  ['2008-12-23', { 'civil-suit-under-1595': 'ended', 'civil-suit-diligence': 'unknown' }, 'not-met'],
  ['2008-12-23', { 'civil-suit-under-1595': 'planned', 'civil-suit-diligence': 'unknown' }, 'not-met'],
  ['2008-12-23', { 'criminal-issues': ['money-laundering'] }, 'not-met'],
  ['2008-12-23', { 'criminal-issues': ['arrest-or-charge'] }, 'met'],
  ['2008-12-23', { 'security-issues': ['terrorism-link'] }, 'not-met'],
  ['2008-12-23', { 'criminal-issues': 'unknown' }, 'judgment'],
])
