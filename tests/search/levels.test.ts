import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/query/ast.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { levelQuery } from '../../src/search/levels.ts';
import type { Reading } from '../../src/search/readings.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { wordsOf } from '../../src/text/segment.ts';

/** A match as a short line: and with spaces, or with |, not with -, alone with !. */
function shown(match: Match): string {
  switch (match.kind) {
    case 'everything':
      return '*';
    case 'literal':
      return match.folded + (match.alone ? '!' : '');
    case 'amount':
      return `#${match.fen.from}`;
    case 'and':
      return `(${match.parts.map(shown).join(' ')})`;
    case 'or':
      return `[${match.parts.map(shown).join(' | ')}]`;
    case 'not':
      return `-${shown(match.part)}`;
  }
}

const reading = (kind: Reading['kind'], text: string): Reading => ({
  kind,
  folded: foldString(text),
  words: [...new Set(wordsOf(foldString(text)))],
});

function levelled(text: string, others: Readonly<Record<string, readonly Reading[]>> = {}, common: readonly string[] = ['支出']) {
  const { query, terms } = parseQuery(text);
  const readings = new Map(
    terms.filter(({ kind }) => kind === 'word').map((term) => [term.at, [reading('typed', term.text), ...(others[term.text] ?? [])]]),
  );
  const { matches } = levelQuery(query, readings, (word) => !common.includes(word));
  return { literal: shown(matches.literal), words: shown(matches.words), any: shown(matches.any) };
}

describe('levelQuery', () => {
  it('is everything where nothing is asked', () => {
    expect(levelled('')).toEqual({ literal: '*', words: '*', any: '*' });
  });

  it('takes a bare term as typed, then its words together, then any of them', () => {
    expect(levelled('纾困贷款')).toEqual({
      literal: '纾困贷款',
      words: '[纾困贷款 | (纾困 贷款)]',
      any: '[纾困贷款 | (纾困 贷款) | 纾困 | 贷款]',
    });
  });

  it('takes the only word of a term with marks around it by itself', () => {
    expect(levelled('((公积金))').words).toBe('[((公积金)) | 公积金]');
    expect(levelled('公积金').words).toBe('公积金');
  });

  it('leaves common words and stop words out of any, and never finds a number inside a longer one', () => {
    expect(levelled('支出的2023纾困').any).toBe('[支出的2023纾困 | (支出 的 2023! 纾困) | 2023! | 纾困]');
  });

  it('keeps quoted terms, amounts and exclusions at every level', () => {
    const { words, any } = levelled('纾困贷款 "贴 息" 500元 -疫情');
    expect(words).toBe('([纾困贷款 | (纾困 贷款)] 贴息 [#50000 | 500元!] -疫情)');
    expect(any).toBe(`[${words} | (贴息 [#50000 | 500元!] -疫情 [纾困 | 贷款])]`);
  });

  it('takes alternatives as they were joined', () => {
    expect(levelled('甲 乙 | 丙').literal).toBe('(甲 [乙 | 丙])');
  });

  it('takes another name or the name of a part whole, and a slip like the typed term', () => {
    const synonym = levelled('公车', { 公车: [reading('synonym', '公务用车')] });
    expect(synonym).toMatchObject({ literal: '公车', words: '[公车 | 公务用车]' });
    const slip = levelled('疏困', { 疏困: [reading('spelling', '纾困贷款')] });
    expect(slip).toMatchObject({ literal: '疏困', words: '[疏困 | (疏 困) | 纾困贷款 | (纾困 贷款)]' });
    const part = levelled('三公', { 三公: [reading('part', '公务接待')] });
    expect(part).toMatchObject({ literal: '三公', words: '[三公 | 公务接待]' });
  });

  it('asks no document to hold the name of a department that stands beside other terms', () => {
    const readings = { 科经局: [reading('gist', '')] };
    expect(levelled('科经局 公车', readings)).toMatchObject({ literal: '(科经局 公车)', words: '公车' });
    expect(levelled('科经局', readings).words).toContain('科经局');
    expect(levelled('科经局 -公车', readings).words).toContain('科经局');
    expect(levelled('科经局 | 公车', readings).words).toContain('科经局');
  });

  it('is no wider at any than at words where no word tells anything', () => {
    const { words, any } = levelled('支出', {}, ['支出']);
    expect(any).toBe(words);
  });
});
