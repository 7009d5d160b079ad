import { z } from 'zod';
import { EngineUnavailableError, InvalidInputError, SuzhangError } from '../src/errors.ts';

/** RFC 9457 problem details. `errors` names each parameter and what is allowed. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ parameter: z.string(), message: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type Problem = z.infer<typeof problemSchema>;
export type ParameterProblem = NonNullable<Problem['errors']>[number];
export type ProblemStatus = 400 | 404 | 410 | 413 | 414 | 500 | 503;

/** Several parameters that are not allowed, each named. */
export class InvalidParametersError extends SuzhangError {
  override readonly kind = 'invalid-input';
  readonly errors: readonly ParameterProblem[];

  constructor(errors: readonly ParameterProblem[], options?: { cause?: unknown }) {
    super(errors.map(({ parameter }) => parameter).join('、'), options);
    this.errors = errors;
  }
}

/** An address longer than the service takes. */
export class AddressTooLongError extends SuzhangError {
  override readonly kind = 'too-long';
}

/** A body larger than the service takes. */
export class BodyTooLargeError extends SuzhangError {
  override readonly kind = 'body-too-large';
}

/** What each kind of error is over HTTP: the one place that says so. */
const kinds: Readonly<Record<string, { readonly status: ProblemStatus; readonly title: string }>> = {
  'invalid-input': { status: 400, title: '参数不可用' },
  'not-found': { status: 404, title: '没有这个页面或对象' },
  'unreadable-source': { status: 410, title: '原文件无法读取' },
  'too-long': { status: 414, title: '地址过长' },
  'body-too-large': { status: 413, title: '请求正文过大' },
  'engine-unavailable': { status: 503, title: '检索暂时不可用' },
  busy: { status: 503, title: '另一个进程正在写入' },
  'archive-damaged': { status: 503, title: '档案损坏' },
  'index-damaged': { status: 503, title: '索引需要重建' },
};
const unexpected = { kind: 'internal', status: 500, title: '服务内部出错' } satisfies {
  kind: string;
  status: ProblemStatus;
  title: string;
};

export interface MappedError {
  readonly problem: Problem & { readonly status: ProblemStatus };
  readonly retryAfterSeconds: number | null;
  /** Nobody foresaw it: the operator should see it. */
  readonly unforeseen: boolean;
}

/** `documentation` is the page on which the kinds of problem are described. */
export function mapError(error: unknown, documentation: string): MappedError {
  const kind = error instanceof SuzhangError ? error.kind : unexpected.kind;
  const known = kinds[kind];
  const { status, title } = known ?? unexpected;
  const errors = parameterProblems(error);
  const said = errors.length > 0 ? errors.map(({ parameter, message }) => `${parameter}：${message}`).join('；') : messageOf(error);
  const detail = known === undefined ? '请稍后再试；如果一再出现，请告知维护者。' : said;
  const problem = { type: `${documentation}#${kind}`, title, status, detail, ...(errors.length > 0 ? { errors } : {}) };
  const retryAfterSeconds = error instanceof EngineUnavailableError ? error.retryAfterSeconds : status === 503 ? 30 : null;
  return { problem, retryAfterSeconds, unforeseen: known === undefined };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parameterProblems(error: unknown): readonly ParameterProblem[] {
  if (error instanceof InvalidParametersError) return error.errors;
  if (error instanceof InvalidInputError) return [{ parameter: error.where, message: error.message }];
  return [];
}

/** For the page that describes them. */
export const problemKinds: readonly { readonly kind: string; readonly status: number; readonly title: string }[] = [
  ...Object.entries(kinds).map(([kind, { status, title }]) => ({ kind, status, title })),
  unexpected,
];
