import { stringify } from 'csv-stringify/sync';
import { columns } from './columns.ts';
import type { Format } from './format.ts';
import { linesOf } from './taken-line.ts';

/**
 * RFC 4180 with a byte order mark, for Excel. Cells that begin with = + - @ or a control character get an apostrophe in front:
 * spreadsheets run them as formulas otherwise (OWASP, CSV Injection).
 */
const write = (lines: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    { record_delimiter: '\r\n', escape_formulas: true },
  );

const TEXT = columns.findIndex(({ name }) => name === 'text');

export const csv: Format = {
  type: 'text/csv; charset=utf-8',
  ending: 'csv',
  periods: true,
  begin: (_, { chineseHeads }) => `\ufeff${write([columns.map(({ name, head }) => (chineseHeads ? head : name))])}`,
  hits: (hits, { request, exportedAt }) =>
    write(hits.flatMap((hit) => linesOf(hit, request.q, exportedAt).map((line) => columns.map(({ value }) => value(line))))),
  /** A line without a hit: the notice stands under 原文. */
  end: (notice) => (notice === null ? '' : write([columns.map((_, n) => (n === TEXT ? notice : null))])),
};
