import type { MiddlewareHandler } from 'hono';

/** Hono maps only what is thrown as an Error, and leaves the rest to end in an empty 500: here it becomes the cause of one. */
export const throwErrorsOnly: MiddlewareHandler = async (_, next) => {
  try {
    await next();
  } catch (thrown) {
    throw new Error('something was thrown that is no Error', { cause: thrown });
  }
};
