import type { FenRange } from '../../query/ast.ts';
import { FEN_LIMIT } from '../../text/money.ts';

/** A range as the columns compare it; open ends are infinite, and ends beyond every stored amount behave as open ones. */
export interface FenBounds {
  readonly from: number;
  readonly to: number;
}

/** Every amount lies in it, what is no amount does not. */
export const anyAmount: FenBounds = { from: -Infinity, to: Infinity };

const clamp = (fen: bigint): number => (fen <= -FEN_LIMIT ? -Infinity : fen >= FEN_LIMIT ? Infinity : Number(fen));

export const boundsOf = (range: FenRange): FenBounds => ({
  from: range.from === null ? -Infinity : clamp(range.from),
  to: range.to === null ? Infinity : clamp(range.to),
});
