import type { Context } from 'hono';
import type { Service } from '../service.ts';

/** The engine has this long to show that it is there. */
const READY_WITHIN_MS = 2_000;

/** Never waits for the engine. */
export const answerAlive = () => (context: Context) => context.json({ status: 'alive' });

export const answerReady = (service: Service) => async (context: Context) => {
  const seen = await service.engine.read(async (reader) => ({ reports: (await reader.reports()).length, build: reader.build }), {
    limitMs: READY_WITHIN_MS,
  });
  return context.json({ status: 'ready', ...seen });
};

export const answerMetrics = (service: Service) => (context: Context) =>
  context.body(service.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
