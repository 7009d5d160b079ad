import type { Context } from 'hono';
import { aboutPage } from '../pages/about-page.ts';
import { apiPage } from '../pages/api-page.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

export const showAbout = (service: Service) => (context: Context) => context.html(aboutPage(frameOf(service, context)));

export const showApi = (service: Service) => (context: Context) => context.html(apiPage(frameOf(service, context)));
