import type { Context } from 'hono';
import type { Service } from '../service.ts';
import { describeApi } from './openapi.ts';

export const answerOpenApi = ({ site, version }: Service) => {
  const description = describeApi(site.base, version);
  return (context: Context) => context.json(description);
};

export const answerMetrics = (service: Service) => (context: Context) =>
  context.body(service.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
