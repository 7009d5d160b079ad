/** How many of the cases of one question are right, and what the others look like. */
export interface Tally {
  readonly name: string;
  readonly right: number;
  readonly cases: number;
  readonly misses: readonly string[];
}

/** Judges cases one by one: `miss` says in a line what is wrong with a case, null that it is right. */
export function tally<Case>(name: string, cases: readonly Case[], miss: (one: Case) => string | null): Tally {
  const misses = cases.flatMap((one) => miss(one) ?? []);
  return { name, right: cases.length - misses.length, cases: cases.length, misses };
}

/** The share of right cases in per cent; without cases nothing was wrong. */
export const share = ({ right, cases }: Tally): number => (cases === 0 ? 100 : (100 * right) / cases);

const SHOWN = 12;

/** The misses of a tally under its share, for the message of a failing test. */
export const sayMisses = (one: Tally): string =>
  [`${one.name}: ${one.right} of ${one.cases}`, ...one.misses.slice(0, SHOWN).map((miss) => `  ${miss}`)].join('\n');
