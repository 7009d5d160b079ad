import { InvalidInputError } from '../../errors.ts';
import type { FenRange } from '../../query/ast.ts';

/** Below this size every whole number of fen is exact in the 64-bit floats of the columns. */
const limit = 9_000_000_000_000_000n;

/** The one place where money leaves bigint: only to be compared, and only where nothing is lost. */
export function wholeFen(fen: bigint): number {
  if (fen <= -limit || fen >= limit)
    throw new InvalidInputError('fen', `${fen} fen is outside what the index can hold exactly (below ${limit})`);
  return Number(fen);
}

/** A range as the columns compare it; open ends are infinite, and ends beyond every stored amount behave as open ones. */
export interface FenBounds {
  readonly from: number;
  readonly to: number;
}

/** Every amount lies in it, what is no amount does not. */
export const anyAmount: FenBounds = { from: -Infinity, to: Infinity };

const clamp = (fen: bigint): number => (fen <= -limit ? -Infinity : fen >= limit ? Infinity : Number(fen));

export const boundsOf = (range: FenRange): FenBounds => ({
  from: range.from === null ? -Infinity : clamp(range.from),
  to: range.to === null ? Infinity : clamp(range.to),
});
