import type { PeerReport } from './peer.ts';

/** The ids of the documents in which the literal begins, by looking at every character; it may run on into the next document, as on paper. */
export function placesOf(literal: string, reports: readonly PeerReport[]): Set<string> {
  const found = new Set<string>();
  for (const documents of reports) {
    const whole = documents.map(({ text }) => text).join('');
    let index = 0;
    let end = documents[0]?.text.length ?? 0;
    for (let at = whole.indexOf(literal); at >= 0; at = whole.indexOf(literal, at + 1)) {
      while (at >= end && index < documents.length - 1) {
        index++;
        end += documents[index]?.text.length ?? 0;
      }
      found.add(documents[index]?.id ?? '');
    }
  }
  return found;
}
