import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { isInRange } from '../query/amount-term.ts';
import type { FenRange } from '../query/ast.ts';
import { fenOf } from '../text/money.ts';

/** The places of the document's amounts that lie in the range, figures of prose and cells of a row; the sign of a cell may be typed or left out. */
export function statedAmounts({ amounts, row }: Document, range: FenRange): Span[] {
  return [...amounts, ...(row?.cells ?? [])]
    .filter(({ yuan }) => yuan !== null && isStated(yuan, range))
    .map(({ start, end }) => ({ start, end }));
}

function isStated(yuan: string, range: FenRange): boolean {
  const fen = fenOf(yuan);
  return isInRange(fen, range) || (fen !== null && fen < 0n && isInRange(-fen, range));
}
