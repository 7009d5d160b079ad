import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { AnalysedDocument } from '../engine.ts';
import { bytesOf, decodeNumbers, decodeUtf16, encodeNumbers, encodeUtf16, textOf } from './sqlite-rows.ts';

/** The normal form of a report: those of its documents, one after the other. */
export interface LeanText {
  readonly folded: string;
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

/** Normal forms by the number of the report, a report at a time: those read last are kept, whatever is written meanwhile, since numbers are given once. */
export interface LeanStore {
  text(report: number): LeanText;
  labels(report: number): LeanLabels;
}

const keptBytes = 128 * 2 ** 20;
const bytesBeside = 512;
const pathsSchema = z.array(z.string()).readonly();

export function openLeanStore(db: DatabaseSync): LeanStore {
  const readText = db.prepare('select ends, seams, folded from report_lean where report = ?');
  const readLabels = db.prepare('select label_ends, path, paths, labels from report_lean where report = ?');
  const texts = new LRUCache<number, LeanText>({ maxSize: keptBytes, sizeCalculation: (one) => 2 * one.folded.length + bytesBeside });
  const labels = new LRUCache<number, LeanLabels>({ maxSize: keptBytes, sizeCalculation: (one) => 2 * one.labels.length + bytesBeside });
  return {
    text(report) {
      const known = texts.get(report);
      if (known !== undefined) return known;
      const row = readText.get(report);
      const seams = new Set(decodeNumbers(bytesOf(row?.seams)));
      const made = { folded: decodeUtf16(bytesOf(row?.folded)), ends: decodeNumbers(bytesOf(row?.ends)), seams };
      texts.set(report, made);
      return made;
    },
    labels(report) {
      const known = labels.get(report);
      if (known !== undefined) return known;
      const row = readLabels.get(report);
      const made = {
        labels: decodeUtf16(bytesOf(row?.labels)),
        ends: decodeNumbers(bytesOf(row?.label_ends)),
        paths: pathsSchema.parse(JSON.parse(textOf(row?.paths))),
        path: decodeNumbers(bytesOf(row?.path)),
      };
      labels.set(report, made);
      return made;
    },
  };
}

/** The part that belongs to the document of that ordinal. */
export const partAt = (joined: string, ends: Uint32Array, ordinal: number): string =>
  joined.slice(ordinal === 0 ? 0 : ends[ordinal - 1], ends[ordinal]);

/** The values of a row of `report_lean` after the number of the report, in the order of its columns. */
export type LeanRow = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, string, Uint8Array];

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
  return [
    encodeNumbers(endsOf(documents.map(({ folded }) => folded))),
    encodeNumbers(seams),
    encodeUtf16(documents.map(({ folded }) => folded).join('')),
    encodeNumbers(endsOf(labels)),
    encodeNumbers(path),
    JSON.stringify([...paths.keys()]),
    encodeUtf16(labels.join('')),
  ];
}

function endsOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => {
    end += text.length;
    return end;
  });
}
