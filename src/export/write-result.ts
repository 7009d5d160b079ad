import type { WalkEnd, WholeResult } from '../search/walk-result.ts';
import { endNotice } from './end-notice.ts';
import type { Format, Making } from './format.ts';

/** The pieces of a file, made while they are taken; returns how the walk ended. Rejects where reading fails: a file that ends early is no file. */
export async function* writeResult(result: WholeResult, format: Format, making: Making): AsyncGenerator<string, WalkEnd> {
  yield format.begin(result, making);
  const walk = result.hits({ periods: format.periods });
  for (;;) {
    const { done, value } = await walk.next();
    if (done === true) {
      yield format.end(endNotice(value), value);
      return value;
    }
    yield format.hits(value, making);
  }
}
