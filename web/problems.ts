import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { NotFoundError } from '../src/errors.ts';
import { errorPage } from './pages/error-page.ts';
import { mapError } from './problem.ts';
import type { Service } from './service.ts';
import { frameOf } from './show/frame-of.ts';

// /api/search /openapi.json /healthz
const FOR_PROGRAMS = /^\/(?:api\/|openapi\.json|healthz|readyz|metrics|static\/|search\.xml)/;

/** Every error ends here: problem details for programs, a page for people. What nobody foresaw is reported, never shown. */
export const answerProblem =
  (service: Service): ErrorHandler =>
  (error, context) =>
    render(service, context, error);

export const answerUnknown =
  (service: Service): NotFoundHandler =>
  (context) =>
    render(service, context, new NotFoundError(`没有 ${context.req.path.slice(0, 200)} 这个地址。`));

function render(service: Service, context: Context, error: unknown): Response | Promise<Response> {
  const { problem, retryAfterSeconds, unforeseen } = mapError(error, service.site.url('/api'));
  if (unforeseen) service.report(error);
  if (retryAfterSeconds !== null) context.header('retry-after', String(retryAfterSeconds));
  context.header('cache-control', 'no-store');
  if (FOR_PROGRAMS.test(context.req.path))
    return context.json(problem, problem.status, { 'content-type': 'application/problem+json; charset=utf-8' });
  const typed = new URL(context.req.url).searchParams.get('q') ?? '';
  return context.html(errorPage(frameOf(service, context), problem, typed.slice(0, 2_000)), problem.status);
}
