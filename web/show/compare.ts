import type { Context } from 'hono';
import { z } from 'zod';
import { compare } from '../../src/compare/compare.ts';
import type { CompareRequest } from '../../src/compare/compare-request.ts';
import { SUBJECT_CODE } from '../../src/subjects/subject.ts';
import { compareParameters } from '../api/compare-parameters.ts';
import { readParameters } from '../api/parameters.ts';
import { comparePage } from '../pages/compare-page.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

/** The page shows one slice; `unit=yuan` all money in 元. */
const pageParameters = compareParameters.extend({ unit: z.enum(['yuan']).optional() });

export const showCompare = (service: Service) => async (context: Context) => {
  const { unit, ...asked } = readParameters(pageParameters, new URL(context.req.url).searchParams);
  const request = withTypedCode(asked);
  const options = { base: service.site.base, firstSlice: true };
  const exact = await compare(service.engine, request, options);
  const widened = request.item !== undefined && request.match === 'exact' && exact.choices?.total === 0;
  const shown = widened ? { ...request, match: 'contains' as const } : request;
  const answer = widened ? await compare(service.engine, shown, options) : exact;
  return context.html(comparePage(frameOf(service, context), shown, answer, { inYuan: unit === 'yuan', widened }));
};

/** A code may be typed instead of a subject's name. */
function withTypedCode({ item, ...request }: CompareRequest): CompareRequest {
  const code = item?.trim() ?? '';
  if (SUBJECT_CODE.test(code) && request.code === undefined) return { ...request, code };
  return item === undefined ? request : { ...request, item };
}
