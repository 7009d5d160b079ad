import type { Reader } from '../engine/engine.ts';
import { type OpenedDocument, openDocument, unitsAfter } from './spans.ts';

/** Enough for nearly all terms; a longer term asks again. */
const FIRST_AHEAD = 64;

/**
 * Documents with windows that hold every occurrence of a term of `longest` folded units that begins in them. Printed characters may fold to
 * nothing (quote marks), so what came back is measured, and asked for again with more where it is too short. Unknown ids are left out.
 */
export async function openDocuments(reader: Reader, ids: readonly string[], longest: number): Promise<ReadonlyMap<string, OpenedDocument>> {
  const opened = new Map<string, OpenedDocument>();
  let missing = ids;
  for (let ahead = Math.max(FIRST_AHEAD, longest); missing.length > 0; ahead *= 2) {
    const found = (await reader.documents(missing, ahead)).map(openDocument);
    for (const document of found) opened.set(document.found.document.id, document);
    missing = found.filter((document) => isShort(document, longest)).map((document) => document.found.document.id);
  }
  return opened;
}

/** Behind the last character of the document a term may run on for all its units but one; one or two more say whether a figure is continued. */
const isShort = (document: OpenedDocument, longest: number): boolean => !document.found.window.last && unitsAfter(document) < longest + 1;
