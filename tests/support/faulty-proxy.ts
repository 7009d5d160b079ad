import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What a proxy does to the requests it is told to spoil. */
export type Fault =
  | { readonly kind: 'none' }
  /** Answers late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Answers with this status itself. */
  | { readonly kind: 'status'; readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** Closes the connection before an answer. */
  | { readonly kind: 'cut' }
  /** Closes the connection within the answer. */
  | { readonly kind: 'cut-answer' }
  /** Lets the server answer and changes what it says. */
  | { readonly kind: 'change'; readonly change: (body: string) => string };

export interface Spoiling {
  readonly fault: Fault;
  /** Which requests; all where left out. */
  readonly method?: string;
  readonly path?: RegExp;
  /** How many of them; all where left out. */
  readonly times?: number;
}

/** A proxy before a real server that spoils what it is told to. */
export interface FaultyProxy {
  readonly url: string;
  /** Requests that were spoilt since `spoil` was called last. */
  readonly spoilt: () => number;
  spoil(what: Spoiling): void;
  heal(): void;
  close(): Promise<void>;
}

const healthy: Spoiling = { fault: { kind: 'none' } };

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let now = healthy;
  let spoilt = 0;
  const faultOf = ({ method, url = '' }: IncomingMessage): Fault => {
    const meant = (now.method ?? method) === method && (now.path ?? /^/).test(url) && spoilt < (now.times ?? Number.POSITIVE_INFINITY);
    if (!meant || now.fault.kind === 'none') return healthy.fault;
    spoilt++;
    return now.fault;
  };
  const server = createServer((incoming, outgoing) => {
    const fault = faultOf(incoming);
    if (fault.kind === 'cut') incoming.socket.destroy();
    else if (fault.kind === 'status')
      outgoing.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body);
    else if (fault.kind === 'slow') setTimeout(() => forward(target, incoming, outgoing, fault), fault.ms);
    else forward(target, incoming, outgoing, fault);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    spoilt: () => spoilt,
    spoil(what) {
      now = what;
      spoilt = 0;
    },
    heal() {
      now = healthy;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault): void {
  const { method, headers, url } = incoming;
  const through = request(new URL(url ?? '/', target), { ...(method === undefined ? {} : { method }), headers }, (answer) => {
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.on('end', () => {
      const body = Buffer.concat(pieces);
      const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
      const sent = fault.kind === 'change' ? Buffer.from(fault.change(body.toString())) : body;
      outgoing.writeHead(answer.statusCode ?? 500, { ...kept, 'content-length': sent.length });
      if (fault.kind === 'cut-answer') outgoing.write(sent.subarray(0, Math.floor(sent.length / 2)), () => outgoing.socket?.destroy());
      else outgoing.end(sent);
    });
  });
  through.on('error', () => outgoing.destroy());
  incoming.pipe(through);
}
