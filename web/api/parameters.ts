import { z } from 'zod';
import { measureSchema } from '../../src/model/amount.ts';
import { InvalidParametersError, type ParameterProblem } from '../problem.ts';

// 100
const WHOLE_NUMBER = /^\d{1,10}$/;
const chinese = z.locales.zhCN().localeError;

/** A whole number written in digits, as it stands in a URL. */
export function wholeNumber(from: number, to: number) {
  const allowed = { error: `须为 ${from} 到 ${to} 的整数` };
  return z
    .string()
    .regex(WHOLE_NUMBER, allowed)
    .transform((digits) => Number.parseInt(digits, 10))
    .pipe(z.int(allowed).min(from, allowed).max(to, allowed))
    .meta({ type: 'integer', minimum: from, maximum: to });
}

/** `1` or `0`. */
export const flag = z
  .enum(['0', '1'], { error: '须为 0 或 1' })
  .transform((value) => value === '1')
  .meta({ enum: ['0', '1'] });

/** For an enum: the names that are allowed. */
export const oneOf = (names: readonly string[]) => ({ error: `须为下列之一：${names.join('、')}` });

/** Where a list begins, and how much of it is answered at once. */
export const page = wholeNumber(1, 1_000_000_000).default(1).meta({ description: '页码，从 1 起', type: 'integer', minimum: 1 });
export const pageSize = (most: number, usual: number) =>
  wholeNumber(1, most).default(usual).meta({ description: '每页条数', type: 'integer', minimum: 1, maximum: most });
/** Of lists; searches have smaller pages. */
export const listSize = pageSize(1000, 100);

/** Heads of a file's columns. */
export const header = z
  .enum(['zh', 'en'], oneOf(['zh', 'en']))
  .default('en')
  .meta({ description: 'zh：CSV 的表头用中文', enum: ['zh', 'en'] });

/** Any number of values. */
export const many = z.array(z.string()).readonly().default([]);

const knownMeasures = measureSchema.options;
/** Any number of measures. */
export const measures = z
  .array(z.enum(knownMeasures, oneOf(knownMeasures)))
  .readonly()
  .default([]);

/** Offsets as they stand in links: 3001-3007. */
const RANGE = /^(\d{1,9})-(\d{1,9})$/;
export const offsets = z
  .string()
  .regex(RANGE, { error: '须为“起-止”两个偏移量，如 3001-3007' })
  .transform((typed) => {
    const [, start = '', end = ''] = RANGE.exec(typed) ?? [];
    return { start: Number.parseInt(start, 10), end: Number.parseInt(end, 10) };
  })
  .meta({ example: '3001-3007' });

/**
 * Reads the parameters of a URL. Unknown names are left alone, so that links with tracking tails work; an empty value of a parameter
 * that takes one value counts as not given (forms send them). Throws InvalidParametersError that names each wrong one.
 */
export function readParameters<S extends z.ZodObject>(schema: S, query: URLSearchParams): z.output<S> {
  const asked: Record<string, string | readonly string[]> = {};
  const wrong: ParameterProblem[] = [];
  for (const { parameter, repeatable } of fieldsOf(schema)) {
    const values = query.getAll(parameter);
    if (repeatable) asked[parameter] = values;
    else if (values.length > 1) wrong.push({ parameter, message: `只能给一次，收到 ${values.length} 个` });
    else if (values[0] !== undefined && values[0] !== '') asked[parameter] = values[0];
  }
  const read = schema.safeParse(asked, { error: chinese });
  if (!read.success) wrong.push(...read.error.issues.map((issue) => problemOf(issue, asked)));
  if (!read.success || wrong.length > 0) throw new InvalidParametersError(wrong);
  return read.data;
}

interface Field {
  readonly parameter: string;
  readonly repeatable: boolean;
}

/** What was found out of each schema: looking through its fields takes longer than reading a request. */
const knownFields = new WeakMap<z.ZodObject, readonly Field[]>();

function fieldsOf(schema: z.ZodObject): readonly Field[] {
  const known =
    knownFields.get(schema) ?? Object.entries(schema.shape).map(([parameter, field]) => ({ parameter, repeatable: isRepeatable(field) }));
  knownFields.set(schema, known);
  return known;
}

function problemOf(issue: z.core.$ZodIssue, asked: Readonly<Record<string, unknown>>): ParameterProblem {
  const parameter = String(issue.path[0] ?? '');
  const got = asked[parameter];
  return { parameter, message: `${issue.message}，收到“${shorten(String(got ?? ''))}”` };
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Whether a parameter takes a list, seen through defaults and conversions. */
export function isRepeatable(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional || field instanceof z.ZodReadonly)
    return isRepeatable(field.unwrap());
  if (field instanceof z.ZodPipe) return isRepeatable(field.in);
  return field instanceof z.ZodArray;
}
