/** One page of a list with its counts. A page past the end is empty. */
export function pageOf<T>(all: readonly T[], page: number, size: number) {
  const from = (page - 1) * size;
  return { total: all.length, page, size, pages: Math.ceil(all.length / size), entries: all.slice(from, from + size) };
}
