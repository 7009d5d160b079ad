import type { MiddlewareHandler } from 'hono';
import { AddressTooLongError } from './problem.ts';

/** Characters of a whole address, and of a query of a batch, which leads to the address of its search. Ten thousand Chinese characters, escaped, fit. */
export const LONGEST_ADDRESS = 100_000;

export const refuseLongAddresses: MiddlewareHandler = async (context, next) => {
  const { length } = context.req.url;
  if (length > LONGEST_ADDRESS) throw new AddressTooLongError(`地址共 ${length} 个字符，最多 ${LONGEST_ADDRESS} 个。请缩短检索文字。`);
  await next();
};
