import { columns } from './columns.ts';
import { BYTE_ORDER_MARK, csvLines } from './csv-lines.ts';
import type { Format } from './format.ts';
import { linesOf } from './taken-line.ts';

const TEXT = columns.findIndex(({ name }) => name === 'text');

export const csv: Format = {
  type: 'text/csv; charset=utf-8',
  ending: 'csv',
  periods: true,
  begin: (_, { chineseHeads }) => `${BYTE_ORDER_MARK}${csvLines([columns.map(({ name, head }) => (chineseHeads ? head : name))])}`,
  hits: (hits, { request, exportedAt }) =>
    csvLines(hits.flatMap((hit) => linesOf(hit, request.q, exportedAt).map((line) => columns.map(({ value }) => value(line))))),
  /** A line without a hit: the notice stands under 原文. */
  end: (notice) => (notice === null ? '' : csvLines([columns.map((_, n) => (n === TEXT ? notice : null))])),
};
