import { Decimal } from 'decimal.js';

/** Decimals so wide that no figure (30 digits at most, see number.ts) is rounded before the last step. That step rounds halves up. */
export const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });
