import type { Assessment } from '../assessment/assess.ts'
import type { Answer, Basis } from '../assessment/answer.ts'
import { bases } from '../assessment/answer.ts'
import type { CriterionShown } from '../assessment/determination.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Gate } from '../rulebook/gate.ts'
import { opennessOf } from '../rulebook/openness.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { harmless } from '../rulebook/harmless.ts'
import { label, listed } from '../wording/labels.ts'
import { OUTCOME_WORDS } from '../wording/statuses.ts'
import { citationLine } from '../wording/summary.ts'
import type { ChoiceScreen, Key, QuestionScreen } from './face.ts'
import type { NextQuestion } from './next-question.ts'
import { placesOf } from './parts.ts'
import { rowsFor, rowsOf, typedHint } from './rows.ts'
import type { Session } from './session.ts'
import { answersOf } from './session.ts'
import { answerWords } from './values.ts'

/** The screen of a question of the vocabulary. */
export const questionScreen = (
  next: Pick<NextQuestion, 'fact' | 'title' | 'left'>,
  number: number,
  session: Session,
  rulebook: Rulebook,
  said?: Answer,
): QuestionScreen => {
  const { fact } = next
  return {
    part: next.title,
    progress: `question ${String(number)} · about ${String(next.left)} more can still matter`,
    question: fact.question,
    remark: REMARKS[fact.recording],
    rows: rowsOf(fact, rulebook),
    several: fact.kind === 'choices',
    typed: typedHint(fact),
    keys: keysFor(fact, session),
    chosen: rowsFor(said),
  }
}

const REMARKS: Record<TopicFact['recording'], string | undefined> = {
  open: undefined,
  paper: 'Only what a paper shows. Nothing at hand: not known.',
  care: 'Unless it is sure, leave it as not known: a yes or a no on paper can be turned against the person.',
  'lawyer-first': 'For the lawyer, who decides whether to write anything. Left open, it counts against nobody.',
}

const keysFor = (fact: TopicFact, session: Session): Key[] => {
  const forLawyer = fact.recording === 'lawyer-first' || fact.kind === 'judgment'
  return [
    ...(forLawyer
      ? [{ key: 'u', does: 'skip', label: 'Leave it to the attorney' } as const]
      : [{ key: 'u', does: 'unknown', label: 'Not known' } as const, { key: 'd', does: 'declined', label: 'Prefers not to say' } as const]),
    { key: 'b', does: 'back', label: 'back' },
    { key: '?', does: 'why', label: 'why we ask' },
    ...(session.company === 'alone' ? [] : [{ key: 'w', does: 'settles', label: 'what this would settle' } as const]),
    { key: 'n', does: 'basis', label: 'note where it comes from' },
    { key: 'k', does: 'skip', label: 'skip for now' },
    { key: 'r', does: 'review', label: 'review' },
    { key: 'p', does: 'pause', label: 'pause or stop' },
    { key: 's', does: 'save', label: 'save and leave' },
    { key: 'x', does: 'exit', label: 'exit now' },
  ]
}

/** Why a fact is asked, what to look out for, and the law behind it; of a judgment also what is weighed. */
export const whyWords = (fact: TopicFact, { determination }: Assessment, rulebook: Rulebook): string[] => {
  const [criterion] = criteriaOn(
    fact.id,
    determination.options.flatMap(({ criteria }) => criteria),
  )
  const law = criterion ? citationLine(criterion.citations, rulebook) : ''
  return [fact.why, ...(fact.help === undefined ? [] : [fact.help]), ...weighed(fact), ...(law === '' ? [] : [`Law: ${law}`])]
}

/** What is still open because of a fact: the innermost points that wait for it. Only for a sitting with a lawyer. */
export const settlesWords = (fact: TopicFact, { determination }: Assessment): string[] => {
  const points = determination.options.flatMap((option) => criteriaOn(fact.id, option.criteria).map(({ title }) => `${option.title}: ${title}`))
  return points.length === 0 ? ['No open point of the chosen options waits for it; it is asked for safety.'] : [...new Set(points)].map((point) => `· ${point}`)
}

/** The innermost open criteria of an option that wait for a fact. */
export const criteriaOn = (fact: string, criteria: readonly CriterionShown[]): CriterionShown[] =>
  criteria
    .filter(({ missing, moot, criteria: inner }) => !moot && (missing.includes(fact) || criteriaOn(fact, inner).length > 0))
    .flatMap((criterion) => {
      const inner = criteriaOn(fact, criterion.criteria)
      return inner.length > 0 ? inner : [criterion]
    })

const weighed = (fact: TopicFact): string[] => (fact.kind === 'judgment' && fact.factors ? [`What is weighed: ${listed(fact.factors.map(label), 'and')}.`] : [])

/** Where each chosen option stands, one line each. */
export const runningCard = ({ determination }: Assessment): string[] =>
  determination.options.map(
    ({ title, outcome }) => `${title}: ${OUTCOME_WORDS[outcome].toLowerCase()}${outcome === 'appears-not-to-qualify' ? ' on these answers' : ''}`,
  )

/** The judgments of a part that are still to come, each with the list of what is weighed: for an attorney or a clinician to record. */
export const leftToWeigh = (part: string, { determination }: Assessment, rulebook: Rulebook): { fact: string; text: string }[] => {
  const steps = new Map(
    determination.options
      .flatMap(({ awaits }) => awaits)
      .flatMap((step) => (step.fact === undefined || !step.factors ? [] : [[step.fact, step.factors] as const])),
  )
  return [...steps].flatMap(([id, { present, absent, open }]) => {
    const fact = byId(rulebook.facts).get(id)
    const place = placesOf(rulebook).get(id)
    if (
      !fact ||
      place?.title !== part ||
      opennessOf(fact) !== 'judgment' ||
      place.withLawyer ||
      fact.burden === 'distressing' ||
      fact.recording === 'lawyer-first'
    )
      return []
    const told = present.length === 0 ? '' : ` Told so far: ${listed(present.map(label), 'and')}.`
    return [
      {
        fact: id,
        text: `Left to an attorney or a clinician: ${fact.question} What is weighed: ${listed([...present, ...absent, ...open].map(label), 'and')}.${told}`,
      },
    ]
  })
}

/** The screen of a gate. */
export const gateScreen = ({ title, say, ask, answers }: Gate): ChoiceScreen => ({
  title,
  say,
  ask,
  choices: answers.map(({ id, text }) => ({ id, label: text })),
})

/** All answers, to be looked over and changed. */
export const reviewScreen = (session: Session, rulebook: Rulebook): ChoiceScreen => {
  const answers = answersOf(session)
  return {
    title: 'What was told so far',
    say: answers.size === 0 ? ['Nothing yet.'] : [],
    ask: 'Which one shall be looked at again?',
    choices: [
      { id: '', label: 'Back to the questions' },
      ...rulebook.facts.flatMap((fact) => {
        const said = answers.get(fact.id)
        return said
          ? [{ id: fact.id, label: `${label(fact.id)}: ${answerWords(fact, said)}${said.basis === undefined ? '' : ` (${BASIS_WORDS[said.basis]})`}` }]
          : []
      }),
    ],
  }
}

/** Answers that cannot all be so, told without blame. */
export const contradictionScreen = (facts: readonly string[], rulebook: Rulebook): ChoiceScreen => ({
  title: 'Two notes do not fit together yet',
  say: [harmless(rulebook.about.warnings.contradiction.replace('{facts}', listed(facts.map(label), 'and')))],
  ask: 'Look at one of them again?',
  choices: [{ id: '', label: 'Leave them open for now' }, ...facts.map((id) => ({ id, label: label(id) }))],
})

const BASIS_WORDS: Record<Basis, string> = {
  person: 'the person said it',
  document: 'a paper shows it',
  professional: 'a professional said it',
  authority: 'an authority said it',
  'other-person': 'someone else said it',
}

/** Where an answer comes from: a kind of source, never a name. */
export const basisScreen: ChoiceScreen = {
  title: 'Where does the next answer come from?',
  say: ['A kind of source only, no names.'],
  ask: 'Kind of source',
  choices: [...bases.map((id) => ({ id, label: BASIS_WORDS[id] })), { id: '', label: 'Note nothing' }],
}
