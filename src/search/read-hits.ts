import type { Reader } from '../engine/engine.ts';
import { foldString } from '../text/normal-form.ts';
import type { Hit } from './answer.ts';
import { explainPlace } from './explain-place.ts';
import { levelOfHit } from './hit-level.ts';
import { makeHit } from './make-hit.ts';
import { openDocuments } from './open-documents.ts';
import { positiveTerms } from './positive-terms.ts';
import type { Search } from './prepare-search.ts';
import type { PagePlace } from './read-page.ts';
import { matchSpans, type OpenedDocument } from './spans.ts';

/** A hit with the document it was made of. */
export interface ReadHit {
  readonly hit: Hit;
  readonly document: OpenedDocument;
}

/** What showing a place needs of its search. */
export type ShownSearch = Pick<Search, 'request' | 'parsed' | 'levelled'>;

/** The places as hits, in the order given; those that are no longer there are left out. */
export async function readHits(reader: Reader, search: ShownSearch, places: readonly PagePlace[], base: string): Promise<ReadHit[]> {
  const terms = positiveTerms(search.parsed.query);
  const longest = Math.max(0, ...terms.map((term) => foldString(term.text).length));
  const ids = places.map(({ id }) => id);
  const opened = await openDocuments(reader, ids, longest);
  return places.flatMap((place) => {
    const document = opened.get(place.id);
    return document ? [{ hit: showHit(document, place, search, { base, hasWords: terms.length > 0 }), document }] : [];
  });
}

interface Showing {
  readonly base: string;
  readonly hasWords: boolean;
}

function showHit(document: OpenedDocument, place: PagePlace, search: ShownSearch, { base, hasWords }: Showing): Hit {
  const { request, parsed, levelled } = search;
  const level = place.level ?? levelOfHit(document, levelled);
  const spans = matchSpans(document, parsed.query, levelled, level);
  return {
    ...makeHit(document.found, { level, score: place.ranked?.score ?? 0, spans }, base),
    ...(request.explain ? { explanation: explainPlace(place, level, request.sort, hasWords) } : {}),
    ...(place.similar.length > 0 ? { similar: { count: place.similar.length, ids: place.similar } } : {}),
  };
}
