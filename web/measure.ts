import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Service } from './service.ts';

/** Counts and times every answer under the pattern of its route. */
export const measure =
  ({ metrics }: Service): MiddlewareHandler =>
  async (context, next) => {
    const began = performance.now();
    await next();
    const route = context.res.status === 404 ? 'none' : routePath(context, -1);
    metrics.observe(route, context.res.status, (performance.now() - began) / 1000);
  };
