import type { Archive, Damage } from '../src/archive/archive.ts';
import { reportIdOf, textKeyOf } from '../src/archive/names.ts';
import type { SourceRecord, Unread } from '../src/archive/record.ts';
import type { Engine } from '../src/engine/engine.ts';

/** What archive and engine hold, looked up while files come in. Small: no texts. */
export interface Catalog {
  readonly damaged: readonly Damage[];
  source(sha256: string): SourceRecord | null;
  /** Another source whose hash begins with the same 16 digits. */
  namesake(sha256: string): SourceRecord | null;
  /** Whether the engine holds the report, and the archive what it was made of: what is lost there is read from its file again. */
  isIndexed(sha256: string): boolean;
  /** Other sources with the same text, byte order mark aside. */
  sameText(record: SourceRecord): readonly SourceRecord[];
  /** Other sources that were found at one of the places of this one. */
  sameFile(record: SourceRecord): readonly SourceRecord[];
  unreadAt(location: string): Unread | null;
  note(record: SourceRecord): void;
  noteIndexed(sha256: string): void;
}

/** `engine` null: as if it held every report (a trial run opens none). */
export async function openCatalog(archive: Archive, engine: Engine | null): Promise<Catalog> {
  const { records, damaged } = await archive.sources();
  const unread = await archive.unread();
  const unreadAt = new Map(unread.records.map((entry) => [entry.location, entry]));
  const bySha = new Map(records.map((record) => [record.sha256, record]));
  const indexed = new Set(
    engine === null ? [...bySha.keys()] : (await engine.read((reader) => reader.reports())).map((report) => report.sha256),
  );
  const byText = new Map<string, Set<string>>();
  const byPlace = new Map<string, Set<string>>();
  const byId = new Map<string, string>();

  const note = (record: SourceRecord) => {
    bySha.set(record.sha256, record);
    if (!byId.has(reportIdOf(record.sha256))) byId.set(reportIdOf(record.sha256), record.sha256);
    add(byText, textKeyOf(record), record.sha256);
    for (const file of record.files) add(byPlace, file.location, record.sha256);
  };
  records.forEach(note);
  const others = (record: SourceRecord, hashes: Iterable<string>) =>
    [...new Set(hashes)].filter((sha256) => sha256 !== record.sha256).flatMap((sha256) => bySha.get(sha256) ?? []);

  return {
    damaged: [...damaged, ...unread.damaged],
    source: (sha256) => bySha.get(sha256) ?? null,
    namesake(sha256) {
      const known = byId.get(reportIdOf(sha256));
      return known === undefined || known === sha256 ? null : (bySha.get(known) ?? null);
    },
    isIndexed(sha256) {
      const record = bySha.get(sha256);
      return record !== undefined && indexed.has(sha256) && archive.holds(record);
    },
    sameText: (record) => others(record, byText.get(textKeyOf(record)) ?? []),
    sameFile: (record) =>
      others(
        record,
        record.files.flatMap((file) => [...(byPlace.get(file.location) ?? [])]),
      ),
    unreadAt: (location) => unreadAt.get(location) ?? null,
    note,
    noteIndexed: (sha256) => void indexed.add(sha256),
  };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}
