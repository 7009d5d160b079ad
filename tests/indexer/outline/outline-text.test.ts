import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../indexer/outline/outline-text.ts';
import { brokenTiling } from './tiles.ts';

const outlineOf = (text: string) => outlineText({ text, pages: null });
const titles = (text: string) => outlineOf(text).sections.map(({ level, title }) => `${level} ${title}`);
const pieces = (text: string) =>
  outlineOf(text).pieces.map(
    (piece) => `${piece.kind}: ${piece.spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, '')).join('|')}`,
  );

const report = `云川市青江区水务局 2024 年度部门决算

第一部分 云川市青江区水务局概况
一、主要职能
（一）负责河道巡查和水库调度。
（二）承办区里交办的其他工作。
二、机构设置情况
本局下设两个站。
第三部分 2024 年度部门决算情况说明
一、收入支出决算总体情况说明
2024 年度收、支总计均为 120.50 万元。
二、“三公”经费支出决算情况说明
（一）“三公”经费财政拨款支出决算总体情况说明。2024 年度支出 3.00 万元。
第四部分 名词解释
（一）基本支出：指保障机构运转的支出。
（二）机关运行经费：指购买货物和服务的资金。
第五部分 附件
附件 1
2024 年度河道清淤项目绩效评价自评结果
一、项目绩效评价自评报告
（一）自评得分
本项目得 96 分。
`;

describe('outlineText', () => {
  it('lists the headings with their levels and leaves duties and terms alone', () => {
    expect(titles(report)).toEqual([
      '1 第一部分 云川市青江区水务局概况',
      '2 一、主要职能',
      '2 二、机构设置情况',
      '1 第三部分 2024 年度部门决算情况说明',
      '2 一、收入支出决算总体情况说明',
      '2 二、“三公”经费支出决算情况说明',
      '3 （一）“三公”经费财政拨款支出决算总体情况说明',
      '1 第四部分 名词解释',
      '1 第五部分 附件',
      '4 附件 1',
      '5 2024 年度河道清淤项目绩效评价自评结果',
      '2 一、项目绩效评价自评报告',
      '3 （一）自评得分',
    ]);
  });

  it('ends a section where the next of the same or a higher level begins', () => {
    const { sections } = outlineOf(report);
    const [first, duties, units] = sections;
    expect(first?.end).toBe(report.indexOf('第三部分'));
    expect(duties?.end).toBe(units?.start);
    expect(report.slice(units?.start, units?.headingEnd)).toBe('二、机构设置情况');
    expect(sections.at(-1)?.end).toBe(report.length);
  });

  it('gives each passage the headings above it and the category of the nearest', () => {
    const { pieces } = outlineOf(report);
    const last = pieces.at(-1);
    expect(last).toMatchObject({
      kind: 'passage',
      category: '附件绩效',
      path: ['第五部分 附件', '附件 1', '2024 年度河道清淤项目绩效评价自评结果', '一、项目绩效评价自评报告', '（一）自评得分'],
    });
    const expenses = pieces.find((piece) => piece.kind === 'passage' && report.startsWith('2024 年度支出', piece.spans[0]?.start));
    expect(expenses).toMatchObject({ category: '“三公”经费' });
  });

  it('joins a sentence over blank lines and leaves the page number inside it out', () => {
    const page = Array.from({ length: 12 }, (_, i) => `本局第 ${i} 项工作按照计划安排，由两个站所共同分担并\n\n且在当年完成。`).join(
      '\n\n',
    );
    const text = `${page}\n\n3\n\n${page}\n\n2.水利支出年初预算为 10.00 万元，支出决算为 12.00 万\n\n\n\n4\n\n元，完成年初预算的 120.00%。\n\n${page}\n\n5\n`;
    const { pieces: found } = outlineOf(text);
    const numbers = found.filter((piece) => piece.kind === 'noise').map(({ spans }) => text.slice(spans[0]?.start, spans[0]?.end));
    expect(numbers).toEqual(['3', '4', '5']);
    const cut = found.find(({ spans }) => text.startsWith('2.水利', spans[0]?.start));
    expect(cut?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '2.水利支出年初预算为 10.00 万元，支出决算为 12.00 万',
      '元，完成年初预算的 120.00%。',
    ]);
  });

  it('cuts a long paragraph at sentence ends', () => {
    const text = '本局按照要求完成了全部任务。'.repeat(120);
    const { pieces: found } = outlineOf(text);
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ spans }) => (spans[0]?.end ?? 0) - (spans[0]?.start ?? 0) <= 600)).toBe(true);
    expect(brokenTiling(text, outlineOf(text))).toBeNull();
  });

  it('reads nothing into an empty or blank text', () => {
    for (const text of ['', '\n', ' \t\r\n\u3000\u200b', '\ufeff']) expect(outlineOf(text).pieces).toEqual([]);
  });

  it('keeps 10,000 headings in order', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `一、收入决算情况说明\n第 ${i} 段说明文字。`).join('\n');
    const { sections } = outlineOf(text);
    expect(sections).toHaveLength(10_000);
    expect(sections.every((section, i) => section.end === (sections[i + 1]?.start ?? text.length))).toBe(true);
  });

  it('is done with hostile lines of 100 KB in a moment', () => {
    const units = ['<p ', '**甲', '-', '·', '目', '（', '一', '第', '1', '“', '局', '部门：', '\t', ' ', '2024年', '，', '\ud800', '\0'];
    const started = performance.now();
    for (const unit of units) {
      const text = `目录\n${unit.repeat(100_000 / unit.length)}x`;
      expect(brokenTiling(text, outlineOf(text))).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('tiling of outlineText', () => {
  const words = [
    '年度部门决算',
    '收入合计 12.50 万元',
    '占本年支出 91％',
    '，',
    '。',
    '；',
    '项目支出增',
    '加',
    '<p>',
    '**',
    '\t',
    '1.00',
    '<3次',
    '\ud83d\ude00',
    '㗲',
  ];
  const heads = [
    '第一部分 概况',
    '一、收入决算表',
    '（一）情况说明',
    '1.执行率情况',
    '附件 1',
    '目 录',
    '一、收入决算表 ······ 8',
    '图 1：收入',
    '收入决算表',
  ];
  const cells = [
    '公开02表\n部门：某局\t2024年度\t金额单位：万元',
    '科目编码\t科目名称\t合计',
    '201\t公共服务\t1.00',
    '\t\t合计\t2.00',
    '注：本表反映收入。',
    '----\t------',
    '17',
    '— 3 —',
  ];
  const line = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join('')),
    fc.constantFrom(...heads, ...cells),
  );
  const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\n ', '\n\f', '\n\u3000\u3000', '\n\n\n');
  const texts = fc.array(fc.tuple(line, breaks), { maxLength: 60 }).map((all) => all.flat().join(''));

  it('holds every printed character once, in every layout', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(brokenTiling(text, outlineOf(text))).toBeNull();
      }),
      { seed: 20_240_901, numRuns: 1_500 },
    );
  });

  it('holds every printed character of any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(brokenTiling(text, outlineOf(text))).toBeNull();
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  it('holds with pages too', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (all) => {
        const text = all.join('\n');
        let start = 0;
        const pages = all.map((page, i) => {
          const end = start + page.length + (i < all.length - 1 ? 1 : 0);
          const range = { start, end };
          start = end;
          return range;
        });
        expect(brokenTiling(text, outlineText({ text, pages }))).toBeNull();
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

it('shows the pieces of a small text', () => {
  expect(pieces('收入决算表\n公开02表\n201\t甲\t1.00\n')).toContain('heading: 收入决算表');
});

const shared = join(import.meta.dirname, '../../../../shared/reports');
describe.skipIf(!existsSync(shared))('outlineText on real reports (skipped where ../shared/reports is absent)', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter((file) => file.endsWith('.txt')) : [];
  it.each(files)('takes %s apart without loss', (file) => {
    const text = readFileSync(join(shared, file), 'utf8');
    expect(brokenTiling(text, outlineOf(text))).toBeNull();
  });
});
