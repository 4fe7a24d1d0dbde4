import { expect, test } from 'vitest'
import { byId } from '../../src/rulebook/by-id.ts'
import { factSources } from '../../src/rulebook/fact-sources.ts'
import { realRulebook, smallRulebook } from '../support/rules.ts'

const sourcesIn = (rulebook: ReturnType<typeof smallRulebook>, id: string): string[] => {
  const fact = byId(rulebook.facts).get(id)
  return fact ? factSources(fact) : []
}

test.each<[string, string[]]>([
  ['here', []],
  ['paid', ['work']],
  ['age', ['born', 'age-then']],
  ['age-then', ['born', 'began']],
])('%s depends on %j', (id, sources) => {
  expect(sourcesIn(smallRulebook(), id)).toEqual(sources)
})

test('a fact that is the same as another under a condition depends on both', () => {
  expect(sourcesIn(realRulebook(), 'age-at-commercial-sex-act')).toEqual([
    'age-at-victimization',
    'commercial-sex-act',
    'labor-or-services',
    'age-at-victimization',
  ])
})
