import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** The body of an answer, over a connection that is kept. Rejects when the status is not 200. */
export const fetchBody = (url: string): Promise<Buffer> => fetchAs(url, 'identity');

/** The same as it travels to a browser, not unpacked. */
export const fetchCompressed = (url: string): Promise<Buffer> => fetchAs(url, 'gzip, deflate, br');

function fetchAs(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': encoding } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const body = Buffer.concat(pieces);
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`${response.statusCode} for ${url}: ${body.toString().slice(0, 200)}`));
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}
