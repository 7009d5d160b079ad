import { type CitedPlace, citeByStandard } from '../search/citation.ts';
import type { TakenHit } from '../search/walk-result.ts';

/** A line of a file: a hit with one of its amounts, or with none. */
export interface TakenLine extends TakenHit {
  readonly amount: TakenHit['hit']['amounts'][number] | null;
  readonly query: string;
  readonly exportedAt: string;
}

/** One line an amount; a hit without amounts has one line. */
export const linesOf = (taken: TakenHit, query: string, exportedAt: string): TakenLine[] =>
  (taken.hit.amounts.length > 0 ? taken.hit.amounts : [null]).map((amount) => ({ ...taken, amount, query, exportedAt }));

/** The whole document: a link to it does not depend on what was searched. */
export const documentLink = ({ hit, link }: TakenHit): string => link({ start: hit.source.start, end: hit.source.end });

/** The cell of a row in which an amount is printed. */
export const cellOf = ({ hit, amount }: Pick<TakenLine, 'hit' | 'amount'>) =>
  amount === null ? undefined : hit.row?.cells.find(({ start }) => start === amount.start);

/** The reference of a line: of its figure where it has one. */
export function citationOf(line: TakenLine): string {
  const { hit, source, amount, exportedAt } = line;
  const cell = cellOf(line);
  const cited: CitedPlace = {
    report: hit.report,
    provenance: source.provenance,
    page: hit.source.page,
    line: hit.source.line,
    path: hit.path,
    table: hit.table,
    cell: cell === undefined ? null : { column: cell.column, row: hit.row?.name ?? null },
    quote: amount?.text ?? hit.text,
    link: amount === null ? documentLink(line) : line.link({ start: amount.start, end: amount.end }),
    citedAt: exportedAt,
  };
  return citeByStandard(cited);
}
