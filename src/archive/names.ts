import type { SourceRecord } from './record.ts';

/** A report's id is the first 16 hex digits of the SHA-256 of its bytes. */
export const reportIdOf = (sha256: string): string => sha256.slice(0, 16);

/** The same for two sources with the same text, whether or not it begins with a byte order mark. */
export const textKeyOf = ({ reading }: SourceRecord): string => reading.bareTextSha256 ?? reading.textSha256;

/** The name under which the source was first found, without folders. */
export const nameOf = (record: SourceRecord): string => record.files[0]?.path.split('/').at(-1) ?? record.sha256;
