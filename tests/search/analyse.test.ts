import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Cell } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import { analyse } from '../../src/search/analyse.ts';
import { readAmounts } from '../../src/text/amounts.ts';
import { CELL_MARK, fold, foldString } from '../../src/text/normal-form.ts';
import { rowOf } from '../support/row.ts';
import { type Random, seeded } from '../support/seeded.ts';
import { hostileText, reportText } from '../support/texts.ts';

const report = '0123456789abcdef';

function documentOf(text: string, spans: readonly Span[], more: Partial<Document> = {}): Document {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  const noise = spans.slice(1).map((span, n) => ({ start: spans[n]?.end ?? 0, end: span.start }));
  return {
    id: `${report}-${start}`,
    report,
    kind: 'passage',
    start,
    end,
    spans,
    line: 1,
    page: null,
    path: [],
    category: null,
    table: null,
    code: null,
    codeName: null,
    codeInferred: false,
    amounts: readAmounts(text.slice(start, end), { noise, start }),
    row: null,
    ...more,
  };
}

const only = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined || list.length !== 1) throw new RangeError(`one expected, ${list.length} found`);
  return one;
};

describe('an analysed document', () => {
  const text = '一、收入\n支出为1,\n\n7\n\n234.50万元…\n（一）下一节的标题与它后面的一些文字\n';
  const noise = [{ start: 12, end: 13 }];
  const spans = [
    { start: 5, end: 10 },
    { start: 15, end: 24 },
  ];

  it('is a slice of the folded report, noise left out', () => {
    const found = only(analyse({ text, pages: null }, [documentOf(text, spans)], noise));
    expect(found.folded).toBe('支出为1234.50万元...');
  });

  it('keeps the cell mark beside noise', () => {
    const line = '结果\t<p>稳定</p>\t<p>增长';
    const noise = [
      { start: 3, end: 6 },
      { start: 8, end: 12 },
      { start: 13, end: 16 },
    ];
    const spans = [
      { start: 0, end: 2 },
      { start: 6, end: 8 },
      { start: 16, end: 18 },
    ];
    const found = only(analyse({ text: line, pages: null }, [documentOf(line, spans)], noise));
    expect(found.folded).toBe(['结果', '稳定', '增长'].join(CELL_MARK));
  });

  it('ends with the cell mark that parts it from the next row of its line', () => {
    const line = '总计\t28\t结余分配\t59';
    const documents = [documentOf(line, [{ start: 0, end: 5 }]), documentOf(line, [{ start: 6, end: 13 }])];
    const [left, right] = analyse({ text: line, pages: null }, documents, []);
    expect([left?.folded, right?.folded]).toEqual([`总计${CELL_MARK}28${CELL_MARK}`, `结余分配${CELL_MARK}59`]);
  });

  it('names the seams inside one character', () => {
    const found = only(analyse({ text, pages: null }, [documentOf(text, spans)], noise));
    expect(found.seams.map((at) => found.folded.slice(at - 1, at + 1))).toEqual(['..', '..']);
  });

  it('has words of its path, its table, its text and the labels of its row', () => {
    const line = '行政运行\t1,002.17';
    const cell: Cell = { column: '决算数/合计', text: '1,002.17', value: '1002.17', yuan: '10021700', start: 5, end: 13 };
    const row = {
      table: null,
      side: null,
      lineNo: null,
      code: '2010301',
      name: '行政运行',
      header: [],
      printed: [],
      cells: [cell],
      doubt: null,
    } as const;
    const document = documentOf(line, [{ start: 0, end: 13 }], { kind: 'row', path: ['第二部分 部门决算表'], table: '支出決算表', row });
    const { folded, words } = only(analyse({ text: line, pages: null }, [document], []));
    expect(folded).toBe(`行政运行${CELL_MARK}1002.17`);
    expect(words.path).toEqual(['第二', '部分', '部门', '决算', '表', '支出', '决算表']);
    expect(words.text).toEqual(['行政', '运行', '1002.17']);
    expect(words.labels).toEqual(['行政', '运行', '2010301', '决算数', '合计']);
  });

  it('has its money in fen, each value once, ascending, cells with and without their sign', () => {
    const cell = (yuan: string): Cell => ({ column: '', text: '', value: null, yuan, start: 0, end: 1 });
    const row = rowOf({ cells: ['-5', '3', '5', '0.001'].map(cell) });
    const line = '共计0.05元，占5%，其中3元';
    const document = documentOf(line, [{ start: 0, end: line.length }], { row });
    expect(only(analyse({ text: line, pages: null }, [document], [])).fen).toEqual([-500n, 5n, 300n, 500n]);
  });
});

/** Documents of arbitrary length that together hold every printed character, some cut by noise. */
function cut(random: Random, text: string): { documents: Document[]; noise: Span[] } {
  const documents: Document[] = [];
  const noise: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const end = edge(text, Math.min(text.length, at + 1 + random.below(40)));
    const span = { start: at, end };
    if (foldString(text.slice(at, end)) === '' || random.below(8) === 0) noise.push(span);
    else documents.push(documentOf(text, [{ start: firstPrinted(text, at), end }]));
    at = end;
  }
  return { documents, noise };
}

/** Documents begin on a printed character. */
function firstPrinted(text: string, from: number): number {
  let at = from;
  while (foldString(text.slice(at, at + 1)) === '') at++;
  return at;
}

/** Never inside a surrogate pair. */
const edge = (text: string, at: number): number => (at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at);

describe('the documents of a report', () => {
  it('put together are its normal form, whatever cuts them', () => {
    const random = seeded(12);
    for (let n = 0; n < 400; n++) {
      const text = n % 2 === 0 ? hostileText(random, random.below(200)) : reportText(random, 6);
      const { documents, noise } = cut(random, text);
      const whole = fold(text, { noise }).folded;
      const found = analyse({ text, pages: null }, documents, noise);
      expect(
        found
          .map(({ folded }) => folded)
          .join('')
          .replaceAll(CELL_MARK, ''),
      ).toBe(whole.replaceAll(CELL_MARK, ''));
    }
  });
});

const reports = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));

describe.skipIf(!existsSync(reports))('real texts (skipped where ../shared/reports is absent)', () => {
  const files = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.txt')) : [];

  it.each(files)('%s cut anywhere keeps every folded character', (name) => {
    const text = readFileSync(`${reports}${name}`, 'utf8');
    const { documents, noise } = cut(seeded(13), text);
    const found = analyse({ text, pages: null }, documents, noise);
    const plain = (folded: string) => folded.replaceAll(CELL_MARK, '');
    expect(plain(found.map(({ folded }) => folded).join(''))).toBe(plain(fold(text, { noise }).folded));
  });
});
