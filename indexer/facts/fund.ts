import type { Fund } from '../../src/model/fact.ts';

// 一般公共预算财政拨款 / 政府性基金预算 / 国有资本经营预算
const SAID: readonly (readonly [words: RegExp, fund: Fund])[] = [
  [/一般公共预算/, '一般公共预算'],
  [/政府性基金/, '政府性基金'],
  [/国有资本经营/, '国有资本经营'],
];

// 共 of 一般公共预算, 基 of 政府性基金, 资 of 国有资本
const MAY_SAY = /[共基资]/;

/** The fund that the first of the texts names that names any; null where it names several or none does. */
export function fundSaid(...texts: readonly (string | null | undefined)[]): Fund | null {
  for (const text of texts) {
    if (text === null || text === undefined || !MAY_SAY.test(text)) continue;
    const named = SAID.filter(([words]) => words.test(text.replace(/\s/g, ''))).map(([, fund]) => fund);
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  }
  return null;
}
