import { prepare } from '../../../indexer/prepare.ts';
import { foldString } from '../../../src/text/normal-form.ts';

/** What was read of a report, as lines that can be compared between two printings of it. Offsets are left out: they must differ. */
export interface WhatIsRead {
  readonly identity: readonly string[];
  readonly sections: readonly string[];
  readonly rows: readonly string[];
  readonly facts: readonly string[];
  readonly pageNumbers: number;
}

// 1．总体情况 and 1、总体情况, 第一部分：概况 and 第一部分 概况
const MARKS = /[:、.]/g;

export async function whatIsRead(bytes: Uint8Array, fileName: string): Promise<WhatIsRead> {
  const { identity, outline, documents, facts, blocks } = await prepare({ id: '0'.repeat(16), fileName, source: { bytes } });
  const rows = documents.flatMap(({ document }) => document.row ?? []).filter(({ cells, doubt }) => cells.length > 0 || doubt !== null);
  return {
    pageNumbers: blocks.filter((block) => block.kind === 'noise' && block.noise === 'page-number').length,
    identity: Object.entries(identity).map(([field, said]) => `${field} ${foldString(String(said?.value))}`),
    sections: outline.map(({ level, title }) => `${level} ${foldString(title).replace(MARKS, '')}`),
    rows: rows.map((row) =>
      [
        row.table === null ? '' : foldString(row.table.title),
        row.side,
        row.code,
        row.name === null ? null : foldString(row.name),
        row.doubt === null ? '' : 'doubt',
        ...row.cells.map(({ column, value, yuan }) => `${foldString(column)}=${yuan === null ? value : `${yuan}元`}`),
      ].join('|'),
    ),
    facts: facts.map(({ from, item, code, measure, period, fund, part, side, value, yuan }) =>
      [from, foldString(item), code, measure, period, fund, part, side, yuan === null ? value : `${yuan}元`].join('|'),
    ),
  };
}

/** The lines that only one of the two has: -lost, +new. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const line of before) count.set(line, (count.get(line) ?? 0) + 1);
  for (const line of after) count.set(line, (count.get(line) ?? 0) - 1);
  return [...count].flatMap(([line, times]) => Array.from({ length: Math.abs(times) }, () => `${times > 0 ? '-' : '+'}${line}`));
}
