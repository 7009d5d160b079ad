import { InvalidInputError } from '../../errors.ts';
import type { FenRange } from '../../query/ast.ts';

/** Numbers of Meilisearch are 64-bit floats: below this size every whole number of fen is exact. */
const limit = 9_000_000_000_000_000n;

/** The one place where money leaves bigint: only to be compared, and only where nothing is lost. */
export function wholeFen(fen: bigint): number {
  if (fen <= -limit || fen >= limit)
    throw new InvalidInputError('fen', `${fen} fen is outside what the index can hold exactly (below ${limit})`);
  return Number(fen);
}

/** A range as amounts are compared; ends beyond every stored amount behave as open ones. Both ends inclusive. */
export interface FenBounds {
  readonly from: number;
  readonly to: number;
}

const clamp = (fen: bigint): number => Number(fen < -limit ? -limit : fen > limit ? limit : fen);

export const boundsOf = ({ from, to }: FenRange): FenBounds => ({
  from: from === null ? -Number(limit) : clamp(from),
  to: to === null ? Number(limit) : clamp(to),
});

export const anyAmount: FenBounds = boundsOf({ from: null, to: null });

export const hasAmount = (fen: readonly number[], { from, to }: FenBounds): boolean => fen.some((one) => one >= from && one <= to);
