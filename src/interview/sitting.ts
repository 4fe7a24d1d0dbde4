import type { Answer } from '../assessment/answer.ts'
import { settle } from '../assessment/settle.ts'
import { byId } from '../rulebook/by-id.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import type { Gate } from '../rulebook/gate.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isInForce } from '../rulebook/span.ts'
import type { Stop } from '../rulebook/stop.ts'
import type { Face } from './face.ts'
import { EXIT_NOW } from './face.ts'
import { gatesAt, pauseDue } from './gates.ts'
import type { NextQuestion } from './next-question.ts'
import { nextQuestion } from './next-question.ts'
import { assessed } from './open-points.ts'
import { placesOf } from './parts.ts'
import { put } from './put.ts'
import { contradictionScreen, gateScreen, leftToWeigh, reviewScreen, runningCard } from './screens.ts'
import type { Session } from './session.ts'
import { answer, answersOf, back, change, leaveOut, skip } from './session.ts'
import { callableStops, lastQuestion, stopDue } from './stops.ts'
import type { Tally } from './tally.ts'
import { counted, NOTHING_ASKED } from './tally.ts'

/** How a sitting ended, and what may follow. */
export interface Ended {
  readonly how: 'finished' | 'stopped' | 'left' | 'exit'
  readonly session: Session
  readonly tally: Tally
  /** May the summary be shown today? */
  readonly summary: boolean
  /** May what was told be saved? Not after a wish to delete it, or without a yes to saving. */
  readonly saving: boolean
  /** Was saving asked for with the key? */
  readonly save: boolean
}

/** What a sitting is held with. */
export interface Hold {
  readonly face: Face
  readonly rulebook: Rulebook
  /** Milliseconds, for pauses. */
  readonly now: () => number
}

/** Holds a sitting from the first gate to the last: shows, asks, and folds every answer into the session. */
export const hold = async (start: Session, { face, rulebook, now }: Hold): Promise<Ended> => {
  let session = start
  let tally = NOTHING_ASKED
  let saving = true
  let pausedAt = now()
  let questions = 0
  let hard = false
  let part: string | undefined
  let card = ''
  const announced = new Set<string>()
  const shown = new Set<string>()

  const ended = (how: Ended['how'], summary: boolean, save = false): Ended => ({ how, session, tally, summary, saving, save })
  const exit = (): Ended => ended('exit', false)

  /** The end of every sitting: nobody parts on harm, and all can still be deleted. */
  const close = async (how: Ended['how'], summary: boolean, save = false): Promise<Ended> => {
    for (const gate of gatesAt('close', session.company, rulebook)) {
      const chosen = await face.choice(gateScreen(gate))
      if (chosen === EXIT_NOW) return exit()
      if (gate.answers.find(({ id }) => id === chosen)?.then?.drop) {
        saving = false
        return ended(how, false)
      }
    }
    if (how === 'finished' || !summary) return ended(how, summary, save)
    const choices = [
      { id: 'show', label: 'Show the summary' },
      { id: 'leave', label: 'Not today' },
    ]
    const chosen = await face.choice({
      title: 'The summary',
      say: ['It is made from what was told so far, and what was left open stays open.'],
      ask: 'Show it now?',
      choices,
    })
    return chosen === EXIT_NOW ? exit() : ended(how, chosen === 'show', save)
  }

  const showStop = async (stop: Stop, mayGoBack: boolean): Promise<Ended | undefined> => {
    const choices = [
      { id: 'close', label: 'Close the sitting' },
      ...(mayGoBack && session.told.length > 0 ? [{ id: 'back', label: 'The last answer was a slip: ask it again' }] : []),
      ...(mayGoBack && answersOf(session).size > 0 ? [{ id: 'review', label: 'Something was noted wrong: look over the answers' }] : []),
    ]
    const chosen = await face.choice({ title: stop.title, say: stop.card, ask: 'The questions stop here', choices })
    if (chosen === EXIT_NOW) return exit()
    if (chosen === 'back') session = back(session)
    if (chosen === 'review') return await review()
    if (chosen !== 'close') return undefined
    if (stop.drop) saving = false
    if (stop['at-once']) return exit()
    return await close('stopped', stop.summary)
  }

  const pass = async (gate: Gate, next?: NextQuestion): Promise<Ended | undefined> => {
    const chosen = await face.choice(gateScreen(gate))
    if (chosen === EXIT_NOW) return exit()
    const then = gate.answers.find(({ id }) => id === chosen)?.then
    if (then?.company) session = { ...session, company: then.company }
    if (then?.['no-saving']) saving = false
    if (then?.['leave-out'] === 'hard' && next) session = next.reason === 'safety' ? skip(session, next.fact.id) : leaveOut(session, 'hard')
    if (then?.['leave-out'] === 'part' && next) session = leaveOut(session, next.part)
    const stop = then?.stop === undefined ? undefined : byId(rulebook.stops).get(then.stop)
    if (stop) return await showStop(stop, false)
    return then?.end ? (gate.at === 'start' ? ended('stopped', false) : await close('left', true)) : undefined
  }

  const begun = async (): Promise<Ended | undefined> => {
    face.say(
      assessed(session, rulebook)
        .determination.lines.filter(({ place }) => place === 'first')
        .map(({ text }) => text),
    )
    face.say(['The key x leaves at once from every screen. It cannot hide that this program was used.'])
    for (const gate of rulebook.gates.filter(({ at }) => at === 'start')) {
      const end = gatesAt('start', session.company, rulebook).includes(gate) ? await pass(gate) : undefined
      if (end) return end
    }
    if (session.reference !== '') return undefined
    const reference = await face.text('A reference of your own, no name (may be left empty)')
    if (reference === undefined) return exit()
    session = { ...session, reference: reference.trim() }
    return undefined
  }

  /** What comes before a question: where things stand after a part, the warning before papers, the pause, the word before hard ones. */
  const before = async (next: NextQuestion): Promise<Ended | 'again' | undefined> => {
    const was = session
    if (part !== undefined && part !== next.title) standing(part)
    part = next.title
    const forLawyer = next.fact.recording === 'lawyer-first' || placesOf(rulebook).get(next.fact.id)?.withLawyer === true
    if (forLawyer && !announced.has('lawyer')) {
      announced.add('lawyer')
      face.say(rulebook.lines.filter((line) => line.place === 'interview' && isInForce(line, session.asOf)).map(({ text }) => text))
    }
    const pause = pauseDue({ minutes: (now() - pausedAt) / 60_000, questions, hard }, session.company, rulebook)
    if (pause) {
      rested()
      const end = await pass(pause, next)
      if (end) return end
    }
    if (session === was && next.hard && !announced.has(next.reason)) {
      announced.add(next.reason)
      for (const gate of gatesAt('hard', session.company, rulebook)) {
        const end = await pass(gate, next)
        if (end) return end
      }
    }
    return session === was ? undefined : 'again'
  }

  const rested = (): void => {
    pausedAt = now()
    questions = 0
    hard = false
  }

  const standing = (left: string): void => {
    const assessment = assessed(session, rulebook)
    const toWeigh = leftToWeigh(left, assessment, rulebook).filter(({ fact }) => !shown.has(fact))
    for (const { fact } of toWeigh) shown.add(fact)
    const lines = runningCard(assessment)
    const same = lines.join('\n') === card
    card = lines.join('\n')
    face.say([...(same ? ['Where things stand: as before.'] : ['Where things stand:', ...lines]), ...toWeigh.map(({ text }) => text)])
  }

  const told = (fact: TopicFact, said: Answer | undefined, isHard: boolean): void => {
    questions += 1
    hard = isHard && said?.said === 'answered'
    session = said ? answer(session, fact.id, said) : skip(session, fact.id)
  }

  /** Answers that cannot all be so are named once, without blame, and can be looked at again. */
  const reconcile = async (): Promise<Ended | undefined> => {
    for (const group of settle(answersOf(session), rulebook, session.asOf).contradictions) {
      const key = group.toSorted().join(' ')
      if (announced.has(key)) continue
      announced.add(key)
      const chosen = await face.choice(contradictionScreen(group, rulebook))
      if (chosen === EXIT_NOW) return exit()
      const end = await askAgain(chosen)
      if (end) return end
    }
    return undefined
  }

  const askAgain = async (id: string): Promise<Ended | undefined> => {
    const fact = byId(rulebook.facts).get(id)
    if (!fact) return undefined
    const result = await put(
      { fact, title: placesOf(rulebook).get(id)?.title ?? '', left: 0 },
      tally.asked.length,
      session,
      { face, rulebook },
      answersOf(session).get(id),
    )
    if (result.move === 'exit') return exit()
    if (result.move === 'answer') session = change(session, id, result.said)
    if (result.move === 'skip') session = change(session, id, undefined)
    return undefined
  }

  const review = async (): Promise<Ended | undefined> => {
    for (;;) {
      const chosen = await face.choice(reviewScreen(session, rulebook))
      if (chosen === EXIT_NOW) return exit()
      if (chosen === '') return await reconcile()
      const end = await askAgain(chosen)
      if (end) return end
    }
  }

  const paused = async (next: NextQuestion): Promise<Ended | undefined> => {
    const stops = callableStops(session, rulebook)
    const [gate] = gatesAt('breath', session.company, rulebook)
    const choices = [
      { id: '', label: 'Back to the question' },
      ...(gate ? [{ id: gate.id, label: gate.title }] : []),
      ...stops.map(({ id, call = '' }) => ({ id, label: call })),
    ]
    const chosen = await face.choice({ title: 'A pause', say: ['Take the time that is needed.'], ask: 'What is needed?', choices })
    if (chosen === EXIT_NOW) return exit()
    const stop = byId(rulebook.stops).get(chosen)
    if (stop) return await showStop(stop, false)
    if (gate?.id !== chosen) return undefined
    rested()
    return await pass(gate, next)
  }

  const ask = async (next: NextQuestion): Promise<Ended | undefined> => {
    tally = counted(tally, next, session, rulebook)
    const result = await put(next, tally.asked.length, session, { face, rulebook })
    switch (result.move) {
      case 'answer':
        told(next.fact, result.said, next.hard)
        return await reconcile()
      case 'skip':
        told(next.fact, undefined, next.hard)
        return undefined
      case 'back':
        if (session.told.length === 0) face.say(['This is the first question of the sitting.'])
        session = back(session)
        return undefined
      case 'review':
        return await review()
      case 'pause':
        return await paused(next)
      case 'save':
        return await close('left', false, true)
      case 'exit':
        return exit()
    }
  }

  const finished = async (): Promise<Ended | undefined> => {
    if (part !== undefined) standing(part)
    const choices = [
      { id: 'close', label: 'Go on to the end' },
      { id: 'review', label: 'Look over the answers first' },
    ]
    const chosen = await face.choice({ title: 'No question is left for this sitting', say: [], ask: 'What next?', choices })
    if (chosen === EXIT_NOW) return exit()
    return chosen === 'review' ? await review() : await close('finished', true)
  }

  let end = await begun()
  while (!end) {
    const stop = stopDue(session, rulebook)
    const next = stop ? lastQuestion(stop, session, rulebook) : nextQuestion(session, rulebook)
    if (next) {
      const first = stop ? undefined : await before(next)
      end = first === 'again' ? undefined : (first ?? (await ask(next)))
    } else end = stop ? await showStop(stop, true) : await finished()
  }
  return end
}
