import type { FenRange } from '../../query/ast.ts';
import { FEN_LIMIT } from '../../text/money.ts';

/** A range as amounts are compared; ends beyond every stored amount behave as open ones. Both ends inclusive. */
export interface FenBounds {
  readonly from: number;
  readonly to: number;
}

const clamp = (fen: bigint): number => Number(fen < -FEN_LIMIT ? -FEN_LIMIT : fen > FEN_LIMIT ? FEN_LIMIT : fen);

export const boundsOf = ({ from, to }: FenRange): FenBounds => ({
  from: from === null ? -Number(FEN_LIMIT) : clamp(from),
  to: to === null ? Number(FEN_LIMIT) : clamp(to),
});

export const anyAmount: FenBounds = boundsOf({ from: null, to: null });

export const hasAmount = (fen: readonly number[], { from, to }: FenBounds): boolean => fen.some((one) => one >= from && one <= to);
