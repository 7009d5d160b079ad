import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { AnalysedDocument } from '../engine.ts';
import { openPieces } from './sqlite-pieces.ts';
import { bytesOf, decodeNumbers, decodeUtf16, encodeNumbers, encodeUtf16, textOf } from './sqlite-rows.ts';
import { readStored } from './sqlite-stored.ts';

/** The normal form of a report: those of its documents, one after the other. */
export interface LeanText {
  readonly length: number;
  slice(start: number, end: number): string;
  /** Where each document ends in it; it begins where the one before it ends. */
  readonly ends: Uint32Array;
  /** Where in it no occurrence may begin or end. */
  readonly seams: ReadonlySet<number>;
}

/** What ranking needs of the documents of a report beside their text. `path` says which of `paths` a document stands under. */
export interface LeanLabels {
  readonly labels: string;
  readonly ends: Uint32Array;
  readonly paths: readonly string[];
  readonly path: Uint32Array;
}

/** Normal forms by the number of the report: what was read last is kept, whatever is written meanwhile, since numbers are given once. */
export interface LeanStore {
  text(report: number): LeanText;
  labels(report: number): LeanLabels;
}

/** Bytes of the normal forms, of where their documents end and of labels that are kept. */
const keptBytes = { folded: 96 * 2 ** 20, texts: 32 * 2 ** 20, labels: 128 * 2 ** 20 };
const bytesBeside = 512;
const pathsSchema = z.array(z.string()).readonly();

export function openLeanStore(db: DatabaseSync): LeanStore {
  const readFolded = openPieces(db, 'report_folded', keptBytes.folded);
  const readText = db.prepare('select ends, seams from report_lean where report = ?');
  const readLabels = db.prepare('select label_ends, path, paths, labels from report_lean where report = ?');
  const texts = new LRUCache<number, LeanText>({
    maxSize: keptBytes.texts,
    sizeCalculation: ({ ends, seams }) => ends.byteLength + bytesOfSeam * seams.size + bytesBeside,
    memoMethod(report) {
      const row = readText.get(report);
      const ends = decodeNumbers(bytesOf(row?.ends));
      const length = ends.at(-1) ?? 0;
      const slice = (start: number, end: number) => readFolded(report, start, Math.min(end, length));
      return { length, slice, ends, seams: new Set(decodeNumbers(bytesOf(row?.seams))) };
    },
  });
  const labels = new LRUCache<number, LeanLabels>({
    maxSize: keptBytes.labels,
    sizeCalculation: (one) => 2 * one.labels.length + one.ends.byteLength + one.path.byteLength + bytesBeside,
    memoMethod(report) {
      const row = readLabels.get(report);
      return {
        labels: decodeUtf16(bytesOf(row?.labels)),
        ends: decodeNumbers(bytesOf(row?.label_ends)),
        paths: readStored(pathsSchema, textOf(row?.paths)),
        path: decodeNumbers(bytesOf(row?.path)),
      };
    },
  });
  return { text: (report) => texts.memo(report), labels: (report) => labels.memo(report) };
}

const bytesOfSeam = 32;

/** Where what belongs to the document of that ordinal begins: it ends at `ends[ordinal]`. */
export const startAt = (ends: Uint32Array, ordinal: number): number => (ordinal === 0 ? 0 : (ends[ordinal - 1] ?? 0));

/** What is stored of the normal forms of a report: the values of a row of `report_lean` after its number, in the order of its columns, and the text itself. */
export interface LeanRow {
  readonly row: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, string, Uint8Array];
  /** UTF-16LE. */
  readonly folded: Uint8Array;
}

export function encodeLean(documents: readonly AnalysedDocument[]): LeanRow {
  const seams: number[] = [];
  let base = 0;
  for (const { folded, seams: own } of documents) {
    for (const seam of own) seams.push(base + seam);
    base += folded.length;
  }
  const labels = documents.map(({ words }) => words.labels.join(''));
  const paths = new Map<string, number>();
  const path = documents.map(({ words }) => {
    const joined = words.path.join('');
    const number = paths.get(joined) ?? paths.size;
    paths.set(joined, number);
    return number;
  });
  const folded = documents.map((document) => document.folded);
  return {
    row: [
      encodeNumbers(endsOf(folded)),
      encodeNumbers(seams),
      encodeNumbers(endsOf(labels)),
      encodeNumbers(path),
      JSON.stringify([...paths.keys()]),
      encodeUtf16(labels.join('')),
    ],
    folded: encodeUtf16(folded.join('')),
  };
}

function endsOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => {
    end += text.length;
    return end;
  });
}
