import type { Text } from '../model/text.ts';
import type { Decision, Reading, SourceFile, SourceRecord, Unread } from './record.ts';

/**
 * Originals, texts and what people decided about them: the only thing that must be backed up. Engines are rebuilt from it alone.
 *
 *   originals/ab/<sha256>   texts/ab/<sha256>.txt   sources/ab/<sha256>.json   decisions/ab/<sha256>.json   unread/ab/<key>.json
 *
 * Originals and texts never change. Records are JSON, each checked when read: a damaged one is named, the others go on.
 * A report's id is the first 16 hex digits of its source's SHA-256; every verb takes the id or the whole hash.
 */
export interface Archive {
  readonly folder: string;

  /** Every source, in order of hash, and the records that could not be read. */
  sources(): Promise<Listing<SourceRecord>>;
  source(id: string): Promise<SourceRecord | null>;

  /** Afterwards bytes, text and record are stored. A file that is new to a known source is added to its files; a new reading replaces the old one. */
  keep(source: NewSource): Promise<SourceRecord>;

  /** Whether bytes and text of a source lie in the archive. Neither is read. */
  holds(record: SourceRecord): boolean;
  /** The bytes as published and the name of the first file. */
  original(id: string): Promise<{ readonly bytes: Uint8Array; readonly name: string } | null>;
  /** The frozen text. */
  text(id: string): Promise<Text | null>;

  decisions(id: string): Promise<readonly Decision[]>;
  /** Afterwards the decision stands after those made before. Rejects with NotFoundError for an unknown source. */
  decide(id: string, decision: Decision): Promise<void>;

  /** Files that gave no report, in order of name. */
  unread(): Promise<Listing<Unread>>;
  keepUnread(unread: Unread): Promise<void>;
  /** Afterwards no unread file is noted at the place. */
  forgetUnread(location: string): Promise<void>;
}

export interface NewSource {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly file: SourceFile;
  readonly reading: Reading;
  readonly text: Text;
}

export interface Listing<T> {
  readonly records: readonly T[];
  readonly damaged: readonly Damage[];
}

export interface Damage {
  readonly file: string;
  readonly message: string;
}
