import { createHash } from 'node:crypto';
import type { StoredReport } from '../../src/engine/engine.ts';
import type { Amount } from '../../src/model/amount.ts';
import { type Block, documentKinds } from '../../src/model/block.ts';
import { type Document, documentId } from '../../src/model/document.ts';
import type { Report } from '../../src/model/report.ts';
import { analyse } from '../../src/search/analyse.ts';
import { type Random, seeded } from '../support/seeded.ts';
import { makeFacts } from './generated-facts.ts';

/** Short and few, so that strings meet again in other places; the last ones are what breaks: seams, pairs, halves of pairs, marks, private use. */
const vocabulary = [
  '预算',
  '决算',
  '财政',
  '拨款',
  '收入',
  '支出',
  '年初',
  '完成',
  '万元',
  '的',
  '，',
  '。',
  '一',
  '科学技术',
  '纾困贷款贴息',
  '12',
  '3.5',
  '1,000',
  '7',
  '（类）',
];
const oddities = [
  '…',
  '㎡',
  '𠀀',
  '😀',
  '\ud800',
  '\udc00',
  '\t',
  '\u0000',
  '"',
  "'",
  '*',
  '^',
  '\u{10ffff}',
  '\u{10f822}',
  '\u{10fffe}',
  '\ufffd',
  'Ａb',
  'OR',
  ' ',
  '\u200b',
];

const cities = ['云川市', '江口市', null];
const districts = ['东区', '西区', null];
const departments = ['东区财政局', '西区教育局', '云川市科学技术局', null];
const years = [2022, 2023, null];

/** A report of `lines` lines; every seed another, always the same. */
export function generateReport(seed: number, lines: number): StoredReport {
  const random = seeded(seed);
  const id = createHash('sha256').update(`report ${seed}`).digest('hex').slice(0, 16);
  const pieces = Array.from({ length: lines }, () => makeLine(random));
  let text = chance(random, 0.5) ? '\ufeff' : '';
  const blocks: Block[] = text === '' ? [] : [{ kind: 'noise', start: 0, end: 1, noise: 'blank', document: null }];
  const documents: Document[] = [];
  for (const { parts, noise } of pieces) {
    const start = text.length;
    const document = makeDocument(random, id, start, parts, text);
    for (const [index, part] of parts.entries()) {
      const at = text.length;
      text += part;
      if (index % 2 === 0) blocks.push({ kind: document.kind, start: at, end: text.length, noise: null, document: document.id });
      else blocks.push({ kind: 'noise', start: at, end: text.length, noise: 'page-number', document: null });
    }
    documents.push(document);
    blocks.push({ kind: 'noise', start: text.length, end: text.length + 1, noise: 'blank', document: null });
    text += '\n';
    if (noise === '') continue;
    blocks.push({ kind: 'noise', start: text.length, end: text.length + noise.length, noise: 'caption', document: null });
    text += noise;
  }
  const spans = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank').map(({ start, end }) => ({ start, end }));
  const frozen = { text, pages: chance(random, 0.5) ? [{ start: 0, end: text.length }] : null };
  return {
    report: makeReport(random, id, text, documents),
    text: frozen,
    blocks,
    documents: analyse(frozen, documents, spans),
    facts: makeFacts(random, documents),
  };
}

/** A line is one document: its parts are printed, noise, printed, noise … printed; noise of its own may follow. */
function makeLine(random: Random): { readonly parts: readonly string[]; readonly noise: string } {
  const printed = () =>
    `甲${Array.from({ length: random.below(12) }, () => (chance(random, 0.08) ? random.pick(oddities) : random.pick(vocabulary))).join('')}乙`;
  const parts = chance(random, 0.1)
    ? [printed(), '\n第 9 页\n', printed()]
    : [chance(random, 0.2) ? random.pick(['一', '合计', '𠀀']) : printed()];
  return { parts, noise: chance(random, 0.1) ? '图 1 预算\n' : '' };
}

function makeDocument(random: Random, report: string, start: number, parts: readonly string[], before: string): Document {
  let at = start;
  const spans = parts.flatMap((part, index) => {
    at += part.length;
    return index % 2 === 0 ? [{ start: at - part.length, end: at }] : [];
  });
  return {
    id: documentId(report, start),
    report,
    kind: random.pick(documentKinds),
    start,
    end: at,
    spans,
    line: before.split('\n').length,
    page: null,
    path: chance(random, 0.5) ? ['第一部分 概况'] : ['第三部分 说明', '一、收入决算'],
    category: random.pick(['收入', '支出', null]),
    table: random.pick(['支出决算表', null, null]),
    code: random.pick(['206', '20604', '2060499', '30101', null]),
    codeName: null,
    codeInferred: false,
    amounts: Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, () => makeAmount(random, start)),
    row: null,
  };
}

function makeAmount(random: Random, start: number): Amount {
  const yuan = chance(random, 0.05) ? '89999999999999.99' : `${random.below(50)}.${random.below(90) + 10}`;
  return { text: yuan, value: yuan, unit: '元', yuan, measure: null, start, end: start + 1 };
}

function makeReport(random: Random, id: string, text: string, documents: readonly Document[]): Report {
  return {
    id,
    file: `${id}.txt`,
    title: null,
    department: random.pick(departments),
    district: random.pick(districts),
    city: random.pick(cities),
    year: random.pick(years),
    reportKind: random.pick(['决算', '预算', null]),
    scope: random.pick(['部门汇总', '本级', null]),
    sha256: id.repeat(4),
    bytes: text.length,
    characters: text.length,
    pages: null,
    passages: documents.length,
    rows: 0,
    facts: 0,
    issues: [{ kind: 'doubt', message: 'a doubt', at: null }],
    indexedAt: '2024-01-01T00:00:00Z',
    textSha256: id.repeat(4),
    reader: 'text/1',
    textOrigin: 'native',
    status: 'current',
    supersedes: null,
    supersededBy: null,
    contains: ['说明'],
    files: [],
    sameTextAs: [],
    identity: {},
    provenance: { sourceUrl: null, publisher: null, publishedAt: null, retrievedAt: null, sourceKind: null },
    outline: [],
    tables: [],
  };
}

/** A text with one document a line that is not blank. */
export function storeText(seed: number, text: string): StoredReport {
  const random = seeded(seed);
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const documents = [...text.matchAll(LINE)].map((line) => makeDocument(random, id, line.index, [line[0]], ''));
  const frozen = { text, pages: null };
  return {
    report: makeReport(random, id, text, documents),
    text: frozen,
    blocks: [],
    documents: analyse(frozen, documents, []),
    facts: [],
  };
}

// a line from its first to its last printed character
const LINE = /\S(?:[^\n]*\S)?/g;

/** True in this share of cases, in thousandths. */
export const chance = (random: Random, share: number): boolean => random.below(1_000) < 1_000 * share;
