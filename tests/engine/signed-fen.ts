import type { Fact } from '../../src/model/fact.ts';

/** Signed fen by decimal places, not by arithmetic. null: not money, more than two decimals that count, or 9e15 and beyond. */
export function signedFen({ yuan }: Fact): bigint | null {
  if (yuan === null) return null;
  const [whole = '', decimals = ''] = yuan.replace('-', '').split('.');
  if (/[1-9]/.test(decimals.slice(2))) return null;
  const fen = BigInt(whole + decimals.slice(0, 2).padEnd(2, '0'));
  return fen >= 9_000_000_000_000_000n ? null : yuan.startsWith('-') ? -fen : fen;
}
