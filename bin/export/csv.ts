import { stringify } from 'csv-stringify/sync';
import type { Report } from '../../src/model/report.ts';
import type { Hit } from '../../src/search/answer.ts';

/** What a line is made from: a hit, one of its amounts (null where it has none), its report. */
interface LineOf {
  readonly hit: Hit;
  readonly amount: Hit['amounts'][number] | null;
  readonly report: Report | null;
  readonly query: string;
  readonly exportedAt: string;
}

/** The columns in order, each with where its value comes from. */
const columns: readonly (readonly [name: string, value: (line: LineOf) => string | number | null])[] = [
  ['hit', ({ hit }) => hit.id],
  ['report', ({ hit }) => hit.report.id],
  ['department', ({ hit }) => hit.report.department],
  ['scope', ({ hit }) => hit.report.scope],
  ['year', ({ hit }) => hit.report.year],
  ['kind', ({ hit }) => hit.kind],
  ['path', ({ hit }) => hit.path.join(' > ')],
  ['table', ({ hit }) => hit.table],
  ['code', ({ hit }) => hit.code],
  ['name', ({ hit }) => hit.row?.name ?? hit.codeName],
  ['measure', ({ amount }) => amount?.measure ?? null],
  ['period', () => null],
  ['amount_text', ({ amount }) => amount?.text ?? null],
  ['unit', ({ amount }) => amount?.unit ?? null],
  ['yuan', ({ amount }) => amount?.yuan ?? null],
  ['text', ({ hit }) => hit.text],
  ['start', ({ hit, amount }) => amount?.start ?? hit.source.start],
  ['end', ({ hit, amount }) => amount?.end ?? hit.source.end],
  ['page', ({ hit }) => hit.source.page],
  ['sha256', ({ report }) => report?.sha256 ?? null],
  ['source_url', ({ report }) => report?.provenance.sourceUrl ?? null],
  ['link', ({ hit }) => hit.source.url],
  ['query', ({ query }) => query],
  ['exported_at', ({ exportedAt }) => exportedAt],
];

/** UTF-8 with byte order mark, so that spreadsheets read it as such. */
export const csvHead = (): string => `\ufeff${stringify([columns.map(([name]) => name)])}`;

/** One line an amount; a hit without amounts has one line. */
export function csvLines(hit: Hit, more: Omit<LineOf, 'hit' | 'amount'>): string {
  const amounts = hit.amounts.length > 0 ? hit.amounts : [null];
  return stringify(amounts.map((amount) => columns.map(([, value]) => inert(value({ hit, amount, ...more })))));
}

// =1+1 @SUM(A1) -2 +3, also after white space that a spreadsheet drops
const FORMULA = /^[\s]*[=+\-@]/;

/** A cell that a spreadsheet would compute is made text by a leading apostrophe (OWASP, CSV injection). */
const inert = (cell: string | number | null): string => {
  const text = cell === null ? '' : String(cell);
  return typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
};
