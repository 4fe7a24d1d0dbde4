import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import type { Questions } from '../../src/assessment/questions.ts'
import { questionsFace, questionsJson } from '../../src/report/questions.ts'

const page = { columns: 100, paint: new Chalk({ level: 0 }) }
const plain = { burden: 'light', reason: 'can-matter', waits: false, criteria: [{ id: 'aid/here', title: 'Here' }] } as const

const questions: Questions = {
  case: 'one',
  'as-of': '2020-06-15',
  options: [
    { option: 'aid', title: 'Aid', outcome: 'cannot-tell-yet', open: 2 },
    { option: 'stay', title: 'Stay', outcome: 'depends-on-others', open: 0 },
  ],
  next: [
    {
      title: 'Person',
      questions: [
        {
          ...plain,
          fact: 'here',
          question: 'Is the person here?',
          prospects: [
            {
              answers: ['Yes'],
              options: [
                { option: 'aid', outcome: 'cannot-tell-yet', open: 1 },
                { option: 'stay', outcome: 'depends-on-others', open: 0 },
              ],
            },
            {
              answers: ['No'],
              options: [
                { option: 'aid', outcome: 'appears-not-to-qualify', open: 0 },
                { option: 'stay', outcome: 'depends-on-others', open: 0 },
              ],
            },
            {
              answers: ['Perhaps', 'Later'],
              options: [
                { option: 'aid', outcome: 'cannot-tell-yet', open: 2 },
                { option: 'stay', outcome: 'depends-on-others', open: 0 },
              ],
            },
          ],
        },
        { ...plain, fact: 'paid', question: 'Is the work paid?', burden: 'personal', waits: true },
        { ...plain, fact: 'safe', question: 'Is the person safe?', reason: 'safety', criteria: [] },
      ],
    },
  ],
  'with-a-lawyer': [{ title: 'Papers', questions: [{ ...plain, fact: 'record', question: 'Is there a record?', burden: 'distressing', criteria: [] }] }],
}

test('as text: the options, the next topic, what each answer would leave, and what is for a lawyer', () => {
  expect(questionsFace(questions, 'Information only.', page)).toBe(
    `For the desk, not for the room. What an answer would settle is never shown to the person who is
asked, and no answer is ever suggested.

THE OPTIONS FOR CASE ONE, LAW OF 2020-06-15
  Aid                                                                  cannot tell yet, 2 facts open
  Stay                                                                             depends on others

NEXT: PERSON
  Is the person here?                                                                          light
    here: for Here (aid/here)
      Yes → Aid: cannot tell yet, 1 fact open
      No → Aid: appears not to qualify
      Perhaps or Later → as now
  Is the work paid?                                                           personal, after others
    paid: for Here (aid/here)
  Is the person safe?                                                                          light
    safe: asked for safety; no option hangs on it

WITH A LAWYER: PAPERS
  Is there a record?                                                                     distressing
    record: left out, it is taken as usual; told otherwise, an option could hang on it

Information only.
`,
  )
})

test('with nothing left it says so', () => {
  expect(questionsFace({ ...questions, case: '', next: [], 'with-a-lawyer': [] }, 'Information only.', page)).toBe(
    `For the desk, not for the room. What an answer would settle is never shown to the person who is
asked, and no answer is ever suggested.

THE OPTIONS, LAW OF 2020-06-15
  Aid                                                                  cannot tell yet, 2 facts open
  Stay                                                                             depends on others

Nothing is left to ask that could change one of these options.

Information only.
`,
  )
})

test('as JSON: the same', () => {
  expect(JSON.parse(questionsJson(questions))).toEqual(questions)
})
