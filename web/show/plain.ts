import type { Context } from 'hono';
import { aboutPage } from '../pages/about-page.ts';
import { apiPage } from '../pages/api-page.ts';
import { coveragePage } from '../pages/coverage-page.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

export const showAbout = (service: Service) => (context: Context) => context.html(aboutPage(frameOf(service, context)));

export const showApi = (service: Service) => (context: Context) => context.html(apiPage(frameOf(service, context)));

export const showCoverage = (service: Service) => async (context: Context) => {
  const reports = await service.engine.read((reader) => reader.reports());
  const coverage = await service.coverage();
  return context.html(coveragePage(frameOf(service, context), coverage, reports, await service.expected()));
};
