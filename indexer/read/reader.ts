import type { Issue } from '../../src/model/issue.ts';
import type { TextOrigin } from '../../src/model/report.ts';
import type { Text } from '../../src/model/text.ts';
import type { SourceFormat } from './sniff.ts';

/**
 * Bytes -> canonical text. One reader a format, each in its own file, all behind this port.
 *
 *   bytes --sniff--> format --SourceReader.read--> ReadText (frozen; every offset of the project refers to it)
 *
 * `name` changes with every change of what a reader makes of the same bytes: its sources are read again then.
 */
export interface SourceReader {
  readonly name: string;
  readonly formats: readonly SourceFormat[];
  /** Rejects with UnreadableSourceError when the bytes give no text; what was lost on the way is an issue with its place. */
  read(bytes: Uint8Array): Promise<ReadText>;
}

export interface ReadText {
  readonly text: Text;
  readonly textOrigin: TextOrigin;
  /** Of text formats: utf-8, utf-16le, utf-16be, gb18030. */
  readonly encoding: string | null;
  readonly issues: readonly Issue[];
}
