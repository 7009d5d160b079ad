import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { InvalidInputError } from '../src/errors.ts';
import { type AppOptions, createApp } from './app.ts';
import { LONGEST_ADDRESS } from './refuse.ts';
import { describeSite } from './site.ts';
import { warmUpApp } from './warm-up.ts';

export interface ServeOptions extends AppOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Listen only when the first request would be as quick as any other. */
  readonly warm?: boolean;
}

/** A service that listens. */
export interface Running {
  readonly url: string;
  /** Afterwards nothing new is accepted and what was under way is finished, or was cut off after `graceMs` (10,000). The engine stays open. */
  close(graceMs?: number): Promise<void>;
}

/** Node counts the address among the headers, and answers 431 itself beyond this. */
const HEADER_BYTES = LONGEST_ADDRESS + 64 * 1024;

/** Longer than clients and proxies keep idle connections (nginx 60 s): after Node's own 5 s a request may meet a connection that is just being closed. */
const KEEP_ALIVE_MS = 65_000;

/** Rejects with InvalidInputError that names the port or host when it cannot listen there. */
export async function serve({ host, port, warm = false, ...options }: ServeOptions): Promise<Running> {
  const app = createApp(options);
  if (warm) await warmUpApp(app, describeSite(options.publicUrl ?? null).base);
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize: HEADER_BYTES } }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', answerClientError);
  await listen(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close: (graceMs = 10_000) => close(server, graceMs) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explainListening(cause: NodeJS.ErrnoException, host: string, port: number): InvalidInputError {
  const causes: Readonly<Record<string, readonly [where: string, message: string]>> = {
    EADDRINUSE: ['port', `端口 ${port} 已被占用。请停掉占用它的程序，或换一个端口（--port 或 SUZHANG_PORT），如 ${port + 1}。`],
    EACCES: ['port', `无权使用端口 ${port}。1024 以下的端口需要特权，请换一个端口（--port 或 SUZHANG_PORT），如 3000。`],
    EADDRNOTAVAIL: ['host', `这台机器没有地址 ${host}。请改用 127.0.0.1（仅本机）或 0.0.0.0（所有地址）（--host 或 SUZHANG_HOST）。`],
    ENOTFOUND: ['host', `找不到主机 ${host}。请改用 127.0.0.1 或 0.0.0.0（--host 或 SUZHANG_HOST）。`],
  };
  const [where, message] = causes[cause.code ?? ''] ?? ['port', `无法在 ${host}:${port} 监听：${cause.message}`];
  return new InvalidInputError(where, message, { cause });
}

/** What is no HTTP or too long for it never reaches the app: answered here, in the same form. */
function answerClientError(error: NodeJS.ErrnoException, socket: { writable: boolean; end(text: string): void; destroy(): void }): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, reason, title, help] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', '请求头或地址过长', '']
      : error.code === 'HPE_INVALID_URL'
        ? [400, 'Bad Request', '地址无法读懂', '地址中的中文须写成百分号编码；浏览器会自动完成，curl 请用 -G --data-urlencode "q=…"。']
        : [400, 'Bad Request', '请求无法读懂', ''];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: `${title}。${help}` });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cutOff);
}
