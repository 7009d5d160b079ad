import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/query/ast.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { foldString } from '../../src/text/normal-form.ts';

/** A query as a short line: bare 甲, literal "甲", amount #甲, or (甲 | 乙), not -甲. */
function shown(query: Query): string {
  switch (query.kind) {
    case 'term': {
      const { kind, text } = query.term;
      return kind === 'bare' ? text : kind === 'literal' ? `"${text}"` : `#${text}`;
    }
    case 'and':
      return query.parts.map(shown).join(' ');
    case 'or':
      return `(${query.parts.map(shown).join(' | ')})`;
    case 'not':
      return `-${shown(query.part)}`;
  }
}

const read = (text: string): string => shown(parseQuery(text).query);

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['纾困贷款贴息', '纾困贷款贴息'],
    ['甲 乙', '甲 乙'],
    ['甲\u3000乙\n丙', '甲 乙 丙'],
    ['"甲 乙"', '"甲 乙"'],
    ['“甲 乙”', '"甲 乙"'],
    ['”甲 乙”', '"甲 乙"'],
    ['＂甲 乙＂', '"甲 乙"'],
    ['「甲 乙」', '"甲 乙"'],
    ['『甲』', '"甲"'],
    ['“三公”经费', '“三公”经费'],
    ['"三公"经费 乙', '"三公"经费 乙'],
    ['“关于“三公”经费的说明”', '"关于“三公”经费的说明"'],
    ['甲"乙"', '甲"乙"'],
    ['甲-乙', '甲-乙'],
    ['甲 -乙', '甲 -"乙"'],
    ['甲 －乙', '甲 -"乙"'],
    ['甲 -"乙 丙"', '甲 -"乙 丙"'],
    ['-甲', '-"甲"'],
    ['甲 | 乙', '(甲 | 乙)'],
    ['甲|乙|丙', '(甲 | 乙 | 丙)'],
    ['甲 乙 | 丙', '甲 (乙 | 丙)'],
    ['甲 ｜ "乙 丙" 丁', '(甲 | "乙 丙") 丁'],
    ['"甲"|"乙"', '("甲" | "乙")'],
    ['甲 | -乙', '(甲 | -"乙")'],
    ['13608.60万元', '#13608.60万元'],
    ['1.36086 亿元', '#1.36086 亿元'],
    ['约 1.36 亿元', '#约 1.36 亿元'],
    ['１３６０８．６０　万元', '#１３６０８．６０ 万元'],
    ['-5万元', '-#5万元'],
    ['136,086,000元 | 甲', '(#136,086,000元 | 甲)'],
    ['13608.60', '13608.60'],
    ['2023 年度', '2023 年度'],
    ['粮食挂账217.93万元', '粮食挂账217.93万元'],
    ['"13608.60万元"', '"13608.60万元"'],
    ['(甲 OR 乙)', '(甲 OR 乙)'],
  ])('reads %j as %j without a warning', (text, meaning) => {
    const parsed = parseQuery(text);
    expect(shown(parsed.query)).toBe(meaning);
    expect(parsed.warnings).toEqual([]);
  });

  it.each([
    ['"甲 乙', '"甲 乙', 0],
    ['甲 “乙', '甲 “乙', 2],
    ['甲 |', '甲', 2],
    ['| 甲', '甲', 0],
    ['甲 | | 乙', '(甲 | 乙)', 4],
    ['甲 - 乙', '甲 乙', 2],
    ['-', '-', 0],
    ['|', '|', 0],
    ['甲 ""', '甲', 2],
    ['时间:2023', '时间:2023', 0],
    ['部门:', '部门:', 0],
    ['甲 金额:>abc', '甲 金额:>abc', 2],
    ['金额:..', '金额:..', 0],
    ['甲 | 年度:2023', '甲', 2],
  ])('reads %j as %j and names what it could not read at %d', (text, meaning, at) => {
    const parsed = parseQuery(text);
    expect(shown(parsed.query)).toBe(meaning);
    expect(parsed.warnings.map((warning) => warning.at)).toContain(at);
  });

  it.each([
    ['-', '只有“-”，已按文字检索'],
    ['|', '只有“|”，已按文字检索'],
    ['甲 -', '“-”后面没有内容，已略去'],
    ['-金额:>5万', '“金额:>5万”是金额范围，不能排除（可写相反的范围），已按文字检索'],
    ['金额:很多', '“金额:很多”不能读作金额范围（例：>500万、1亿..2亿），已按文字检索'],
  ])('says of %j what became of it', (text, message) => {
    expect(parseQuery(text).warnings.map((warning) => warning.message)).toEqual([message]);
  });

  it('reads operators alone, however many', () => {
    const { terms, warnings } = parseQuery('|'.repeat(300_000));
    expect(terms).toHaveLength(1);
    expect(warnings).toHaveLength(300_000);
  });

  it('takes filters out of the words', () => {
    const parsed = parseQuery('纾困 部门:洪山 -年度：2022 科目:"科学技术 支出" 地区:洪山|贴息');
    expect(shown(parsed.query)).toBe('纾困 贴息');
    expect(parsed.filters.map(({ filter, text, excluded }) => [filter.parameter, text, excluded])).toEqual([
      ['department', '洪山', false],
      ['year', '2022', true],
      ['code', '科学技术 支出', false],
      ['district', '洪山', false],
    ]);
  });

  it.each([
    ['金额:>500万', 500_000_001n, null],
    ['金额:>=500万', 500_000_000n, null],
    ['金额:≤1亿元', null, 10_000_000_000n],
    ['金额:<100', null, 9_999n],
    ['金额:1亿..2亿', 10_000_000_000n, 20_000_000_000n],
    ['金额:500万..', 500_000_000n, null],
    ['金额:＞５００万', 500_000_001n, null],
    ['金额:217.93万元', 217_930_000n, 217_930_000n],
  ])('reads %s as a range of fen', (text, from, to) => {
    expect(parseQuery(text).filters.map(({ fen }) => fen)).toEqual([{ from, to }]);
  });

  it('reads equal values of different spellings as one range, and 约 as what rounds to it', () => {
    const fen = (text: string) => {
      const { query } = parseQuery(text);
      return query.kind === 'term' && query.term.kind === 'amount' ? query.term.fen : null;
    };
    expect(fen('13608.60万元')).toEqual({ from: 13_608_600_000n, to: 13_608_600_000n });
    expect(fen('1.36086亿元')).toEqual(fen('136,086,000 元'));
    expect(fen('约1.36亿元')).toEqual({ from: 13_550_000_000n, to: 13_650_000_000n });
  });

  it('says where each term stands', () => {
    const text = '甲 -"乙 丙" | 1.5 万元';
    expect(parseQuery(text).terms.map(({ kind, at, end }) => [kind, text.slice(at, end)])).toEqual([
      ['word', '甲'],
      ['exclude', '-"乙 丙"'],
      ['amount', '1.5 万元'],
    ]);
  });

  it.each([
    ['2,000 terms', '决算 '.repeat(2_000), 2_000],
    ['10,000 characters', '决'.repeat(10_000), 1],
    ['3,000 brackets', '('.repeat(3_000), 1],
    ['5,000 alternatives', 'a|'.repeat(5_000), 5_000],
    ['5,000 exclusions', '-a '.repeat(5_000), 5_000],
    ['2,000 amounts', '1 元 '.repeat(2_000), 2_000],
    ['10,000 quote marks', '“a '.repeat(10_000), 10_000],
  ])('reads %s whole and quickly', (_, text, terms) => {
    const began = performance.now();
    expect(parseQuery(text).terms.length).toBe(terms);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  const pieces = [
    '"',
    '“',
    '”',
    '「',
    '」',
    '＂',
    '-',
    '－',
    '|',
    '｜',
    ' ',
    '\u3000',
    '部门:',
    '年度：',
    '金额:>',
    '金额:',
    '科目:',
    '表:"',
    '约',
    '1.5',
    '万元',
    '决算',
    '(',
    '\\',
    '\0',
    '\ud800',
    '…',
  ];

  it('never throws, and every term and warning has its place in what was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseQuery(text);
        for (const { at, end } of [...parsed.terms, ...parsed.filters]) expect(at >= 0 && at < end && end <= text.length).toBe(true);
        for (const { at } of parsed.warnings) expect(at >= 0 && at < text.length).toBe(true);
        for (const term of parsed.terms) expect(foldString(term.text)).not.toBe('');
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it('finds a quoted text again whatever stands around it', () => {
    const inside = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '-', '|', ' ', '“', '”'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(inside, (text) => {
        fc.pre(foldString(text) !== '');
        expect(read(`丙 "${text}" 丁`)).toBe(`丙 "${text}" 丁`);
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });
});
