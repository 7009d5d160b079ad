import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { columns } from '../../src/export/columns.ts';
import { type FormatName, formats } from '../../src/export/formats.ts';
import { writeResult } from '../../src/export/write-result.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { openResult } from '../../src/search/walk-result.ts';
import { askAll, request } from '../search/ask.ts';
import { openSmallIndex, storeLines } from '../search/small-index.ts';

const making = { exportedAt: '2026-01-02T03:04:05Z', address: 'https://x/api/search', searchPage: 'https://x/', chineseHeads: false };

async function write(
  engine: Engine,
  name: FormatName,
  parameters: Partial<SearchRequest>,
  before?: () => Promise<unknown>,
): Promise<string> {
  const asked = request(parameters);
  const result = await openResult(engine, asked, { base: 'https://x' });
  const pieces: string[] = [];
  for await (const piece of writeResult(result, formats[name], { ...making, request: asked })) {
    if (pieces.push(piece) === 2) await before?.();
  }
  return pieces.join('');
}

const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

const many = Array.from({ length: 1_300 }, (_, n) => ({ text: `第${n}笔惠企周转金支出${n}.5万元，结余${n}元` }));
const report = storeLines({ department: '云川市财政局', year: 2023, reportKind: '决算', lines: many });
const other = storeLines({
  department: '云川市文化馆',
  lines: [{ text: '=1+1惠企周转金与同名公式' }, { text: '@SUM惠企周转金\u0001<b>&' }, { text: '别的事' }],
});

describe('a whole result', () => {
  it('as CSV begins with a byte order mark and has the fixed columns first, in English or Chinese', async () => {
    const { engine, close } = await openSmallIndex([other]);
    const csv = await write(engine, 'csv', { q: '别的事' });
    expect(csv.startsWith('\ufeffhit,report,department,scope,year,kind,path,table,code,name,measure,period,amount_text,unit,yuan,')).toBe(
      true,
    );
    expect(csv).toContain('text,start,end,page,sha256,source_url,link,query,exported_at,');
    const asked = request({ q: '别的事' });
    const result = await openResult(engine, asked);
    expect(formats.csv.begin(result, { ...making, request: asked, chineseHeads: true })).toBe(
      `\ufeff${columns.map(({ head }) => head).join(',')}\r\n`,
    );
    await close();
  });

  it('holds every hit of all pages in their order, with one line an amount', async () => {
    const { engine, close } = await openSmallIndex([report, other]);
    for (const parameters of [{ q: '惠企周转金' }, { q: '周转 支出' }, { q: '', sort: '-amount' as const }, { q: '1.5万元' }]) {
      const hits = await askAll(engine, parameters);
      const lines = read(await write(engine, 'csv', parameters));
      expect([...new Set(lines.map(({ hit }) => hit))]).toEqual(hits.map(({ id }) => id));
      expect(lines).toHaveLength(hits.reduce((sum, { amounts }) => sum + Math.max(1, amounts.length), 0));
      const objects = (await write(engine, 'ndjson', parameters))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(objects.map(({ id }) => id)).toEqual(hits.map(({ id }) => id));
      const atom = await write(engine, 'atom', parameters);
      expect(atom.split('<entry>')).toHaveLength(hits.length + 1);
    }
    await close();
  });

  it('says of every amount its text, unit, exact 元 and place', async () => {
    const { engine, close } = await openSmallIndex([report]);
    for (const line of read(await write(engine, 'csv', { q: '第7笔惠企周转金' }))) {
      const { text } = report.text;
      expect(line.amount_text).toBe(text.slice(Number(line.amount_start), Number(line.amount_end)));
      expect(line.text).toBe(text.slice(Number(line.start), Number(line.end)));
      expect([line.unit, line.yuan]).toEqual(line.unit === '万元' ? ['万元', '75000'] : ['元', '7']);
      expect(line.citation).toContain('来源未登记');
    }
    await close();
  });

  it('says which year a figure is of where a fact says it, and no year where two do', async () => {
    const stored = storeLines({ year: 2023, lines: [{ text: '周转金3万元，上年2万元，另有1万元' }] });
    const fact = (amount: string, period: string | null): Fact => ({
      id: `${amount}${period}`,
      report: stored.report.id,
      document: stored.documents[0]?.document.id ?? '',
      from: 'figure',
      item: '周转金',
      figure: null,
      code: null,
      codeInferred: false,
      subject: [],
      measure: '决算',
      period,
      fund: null,
      part: null,
      side: null,
      table: null,
      column: null,
      text: amount,
      value: '1',
      unit: '万元',
      yuan: '10000',
      start: stored.text.text.indexOf(amount),
      end: stored.text.text.indexOf(amount) + amount.length,
    });
    const facts = [fact('3万元', '2023'), fact('2万元', '2022'), fact('1万元', '2022'), fact('1万元', '2021')];
    const { engine, close } = await openSmallIndex([{ ...stored, facts }]);
    const lines = read(await write(engine, 'csv', { q: '周转金' }));
    expect(lines.map(({ amount_text, period }) => [amount_text, period])).toEqual([
      ['3万元', '2023'],
      ['2万元', '2022'],
      ['1万元', ''],
    ]);
    await close();
  });

  it('is inert for spreadsheets and well-formed for feed readers', async () => {
    const { engine, close } = await openSmallIndex([other]);
    const texts = read(await write(engine, 'csv', { q: '惠企周转金' })).map(({ text }) => text);
    expect(texts.sort()).toEqual(["'=1+1惠企周转金与同名公式", "'@SUM惠企周转金\u0001<b>&"]);
    const atom = await write(engine, 'atom', { q: '惠企周转金' });
    expect(atom).toContain('@SUM惠企周转金\ufffd&lt;b&gt;&amp;');
    expect(atom).not.toContain('\u0001');
    await close();
  });

  it('keeps a text with line ends in one cell, whatever ends its lines', async () => {
    const { engine, close } = await openSmallIndex([storeLines({ lines: [{ text: '惠企周转金\r三万元' }] })]);
    expect(await write(engine, 'csv', { q: '惠企周转金' })).toContain(',"惠企周转金\r三万元",');
    await close();
  });

  it('says at its end when the index changed while it was made, and how many of its places were gone', async () => {
    const { engine, close } = await openSmallIndex([report, other]);
    const remove = () => engine.removeReport(report.report.id);
    const lines = (await write(engine, 'ndjson', { q: '惠企周转金', sort: 'source' }, remove))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const end = lines.at(-1);
    expect(end).toMatchObject({ given: lines.length - 1, gone: 1_302 - (lines.length - 1) });
    expect(end.notice).toContain('导出期间索引有更新');
    await close();
  });

  it('of nothing is a head without lines', async () => {
    const { engine, close } = await openSmallIndex([]);
    expect(read(await write(engine, 'csv', { q: '无' }))).toEqual([]);
    expect(await write(engine, 'ndjson', { q: '无' })).toBe('');
    expect(await write(engine, 'atom', { q: '无' })).toContain('</feed>');
    await close();
  });
});
