/** A string that is equal for equal data: matches, filters. JSON knows no bigint, so one is written with an n behind it. */
export const dataKey = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
