import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
import { EngineUnavailableError, IndexDamagedError, InvalidInputError, rebuildHint, SuzhangError } from '../../errors.ts';

/** What the server said no to, as far as somebody above reads it. */
export class RefusedError extends EngineUnavailableError {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

type Named = (url: string, said: string, cause: unknown) => Error;

const damaged =
  (what: string): Named =>
  (url, said, cause) =>
    new IndexDamagedError(`Meilisearch（${url}）${what}（${said}）。${rebuildHint}`, { cause });
const keyError: Named = (url, said, cause) =>
  new InvalidInputError(
    'SUZHANG_MEILI_KEY',
    `Meilisearch（${url}）不接受这把密钥（${said}）。请检查 SUZHANG_MEILI_KEY：检索要有读取权，索引要有写入权。`,
    { cause },
  );
const unavailable =
  (what: string, todo: string): Named =>
  (url, said, cause) =>
    new EngineUnavailableError(`Meilisearch（${url}）${what}（${said}）。${todo}`, { cause });

/** Codes of the server (meilisearch.com/docs/reference/errors/error_codes) that say something to a person. */
const byCode: Readonly<Record<string, Named>> = {
  missing_authorization_header: keyError,
  invalid_api_key: keyError,
  index_not_found: damaged('上没有这个索引'),
  invalid_search_filter: damaged('上的索引设置被改动过，无法按条件检索'),
  invalid_document_filter: damaged('上的索引设置被改动过，无法按条件读取'),
  invalid_search_facets: damaged('上的索引设置被改动过，无法计数'),
  invalid_search_sort: damaged('上的索引设置被改动过，无法排序'),
  invalid_document_sort: damaged('上的索引设置被改动过，无法排序'),
  payload_too_large: unavailable('拒收过大的数据', '请调大服务器的 --http-payload-size-limit 后再试。'),
  no_space_left_on_device: unavailable('的磁盘已满', '请腾出空间后再试。'),
  io_error: unavailable('读写磁盘出错', '请检查其磁盘后再试。'),
  too_many_open_files: unavailable('打开的文件过多', '请调大其文件数上限后再试。'),
  database_size_limit_reached: unavailable('的数据库已达大小上限', '请清理旧索引后再试。'),
  too_many_search_requests: unavailable('的检索请求过多', '请稍后再试。'),
};

// Error while receiving the playload. `No space left on device (os error 28)`. — what 1.50 says under the code "internal"
const NO_SPACE = /No space left on device/;

/** The error of a refused task or request, by the server's code. */
export function errorOfCode(url: string, code: string, said: string, cause: unknown): Error {
  const known = byCode[NO_SPACE.test(said) ? 'no_space_left_on_device' : code];
  return known === undefined ? new RefusedError(code, `Meilisearch（${url}）出错：${said}（${code}）`, { cause }) : known(url, said, cause);
}

/** Says what an error of the client means for a person. */
export function nameError(url: string, error: unknown): unknown {
  if (error instanceof SuzhangError) return error;
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = error.cause?.code ?? `http_${status}`;
    if (status === 503) return unavailable('暂时不能回答', '请稍后再试。')(url, error.message, error);
    if (status === 413) return errorOfCode(url, 'payload_too_large', error.message, error);
    return errorOfCode(url, code, error.message, error);
  }
  if (error instanceof MeilisearchRequestError) {
    const slow = error.cause instanceof MeilisearchRequestTimeOutError;
    const what = slow ? '没有在时限内回答' : '连接不上';
    return new EngineUnavailableError(
      `Meilisearch（${url}）${what}（${reasonOf(error)}）。请检查服务器是否在运行、SUZHANG_MEILI_URL 是否正确。`,
      {
        cause: error,
      },
    );
  }
  if (error instanceof SyntaxError)
    return new EngineUnavailableError(`${url} 的回答不是 Meilisearch 的回答（${error.message}）。请检查 SUZHANG_MEILI_URL 与中间的代理。`, {
      cause: error,
    });
  return error;
}

/** The innermost reason: "connect ECONNREFUSED 127.0.0.1:7700". */
function reasonOf(error: Error): string {
  let inner = error;
  while (inner.cause instanceof Error) inner = inner.cause;
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : null;
  return inner.message || code || error.message;
}
