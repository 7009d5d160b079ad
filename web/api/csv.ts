import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** A value of a CSV file. null is an empty cell. */
export type CsvValue = string | number | null;

/**
 * Lines as CSV for Excel (RFC 4180 with a byte order mark), written as they are read. `heads` name the columns in order.
 * Cells that begin with = + - @ or a control character get an apostrophe in front: spreadsheets run them as formulas otherwise (OWASP, CSV Injection).
 */
export function csvStream(heads: readonly string[], lines: AsyncIterable<readonly CsvValue[]>): ReadableStream<Uint8Array> {
  const writer = stringify({ bom: true, escape_formulas: true, header: true, columns: [...heads], record_delimiter: '\r\n' });
  const source = Readable.from(lines, { objectMode: true });
  source.on('error', (error) => writer.destroy(error));
  writer.on('close', () => source.destroy());
  return Readable.toWeb(source.pipe(writer)) as ReadableStream<Uint8Array>;
}
