/** Values by number from 1, each once; 0 is "no such value". The numbers are of one report: the database gives its own while writing. */
export interface Numbered {
  readonly values: readonly string[];
  readonly numbers: Uint32Array;
}

export function numberValues(all: readonly (string | null)[]): Numbered {
  const known = new Map<string | null, number>([[null, 0]]);
  const numbers = Uint32Array.from(all, (value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { values: [...known.keys()].filter((value) => value !== null), numbers };
}

/** The numbers that `numberOf` gives to the values, in the place of theirs. */
export function renumber({ values, numbers }: Numbered, numberOf: (value: string) => number): Uint32Array {
  const given = [0, ...values.map(numberOf)];
  return numbers.map((number) => given[number] ?? 0);
}
