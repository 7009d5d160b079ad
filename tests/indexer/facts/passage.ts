import { expect, it } from 'vitest';
import { type ProseOf, readProse } from '../../../indexer/facts/read-facts.ts';
import type { ProseRule } from '../../../indexer/facts/rule.ts';
import type { Category } from '../../../src/model/category.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readAmounts } from '../../../src/text/amounts.ts';

/** How a passage stands in its report. */
export interface Setting {
  readonly category?: Category | null;
  readonly path?: readonly string[];
  readonly kind?: '决算' | '预算' | null;
  readonly year?: number | null;
}

/** A fact in one line: item measure period value unit, then what else its words say. */
export type Line = string;

const lineOf = (fact: Omit<Fact, 'id'>): Line =>
  [fact.item, fact.measure, fact.period ?? '-', `${fact.value}${fact.unit ?? ''}`, fact.code, fact.fund, fact.part, fact.side]
    .filter((one) => one !== null)
    .join(' ');

/** The facts that one rule, or all rules, read in passages that follow each other. */
export function factsIn(
  passages: readonly string[],
  { category = null, path = [], kind = '决算', year = 2023 }: Setting,
  rules?: ProseOf,
): ReturnType<typeof readProse> & { readonly documents: readonly Document[] } {
  const text = passages.join('\n');
  let at = 0;
  const documents = passages.map((passage): Document => {
    const start = text.indexOf(passage, at);
    at = start + passage.length;
    return passageOf(text, start, at, category, path);
  });
  return { ...readProse({ report: '0'.repeat(16), text, year, kind }, documents, rules), documents };
}

function passageOf(text: string, start: number, end: number, category: Category | null, path: readonly string[]): Document {
  return {
    id: `p-${start}`,
    report: '0'.repeat(16),
    kind: 'passage',
    start,
    end,
    spans: [{ start, end }],
    line: 1,
    page: null,
    path,
    category,
    table: null,
    code: null,
    codeName: null,
    codeInferred: false,
    amounts: readAmounts(text.slice(start, end), { start }),
    row: null,
  };
}

/** The contract of a rule of prose: what it reads is said by its sentence, and whatever the layout, it reads the same. */
export function readsAs(
  rule: ProseRule,
  name: string,
  passage: string | readonly string[],
  setting: Setting,
  lines: readonly Line[],
): void {
  const passages = typeof passage === 'string' ? [passage] : passage;
  it(name, () => {
    const { drafts } = factsIn(passages, setting, [rule]);
    expect(drafts.map(lineOf)).toEqual(lines);
  });
  it(`${name}, wrapped inside its words`, () => {
    const wrapped = passages.map((one) => one.replace(/(\p{Script=Han}{3})(?=\p{Script=Han})/gu, '$1\n\n '));
    expect(factsIn(wrapped, setting, [rule]).drafts.map(lineOf)).toEqual(lines);
  });
  it(`${name}, anchored on its figures`, () => {
    const { drafts } = factsIn(passages, setting, [rule]);
    expect(drafts.filter(({ start, end, text }) => passages.join('\n').slice(start, end) !== text)).toEqual([]);
  });
}
