import type { Fact } from '../model/fact.ts';

/** The year that figures of a report are of, by the offset at which each begins. Figures of which nothing says it, or facts say two years, are absent. */
export type Periods = ReadonlyMap<number, string>;

export function periodsOf(facts: Iterable<Pick<Fact, 'start' | 'period'>>): Periods {
  const said = new Map<number, string | null>();
  for (const { start, period } of facts) said.set(start, !said.has(start) || said.get(start) === period ? period : null);
  return new Map([...said].filter((one): one is [number, string] => one[1] !== null));
}
