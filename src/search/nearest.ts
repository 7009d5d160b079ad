import type { ReadTerm } from '../query/parse.ts';
import { subjects } from '../subjects/load.ts';
import { namesOf } from '../subjects/lookup.ts';
import type { Subject } from '../subjects/subject.ts';
import { foldString } from '../text/normal-form.ts';
import type { Census } from './census.ts';
import { correctSpelling } from './spelling.ts';

/** What was typed with the slips in some of its terms (in the order typed) put right; null where none has one. */
export async function respelled(
  q: string,
  terms: readonly ReadTerm[],
  census: Census,
): Promise<{ readonly q: string; readonly words: readonly string[] } | null> {
  const words: string[] = [];
  let changed = q;
  for (const term of terms.toReversed()) {
    const corrected = await correctSpelling(foldString(term.text), census);
    if (corrected === null) continue;
    words.unshift(corrected);
    changed = `${changed.slice(0, term.at)}${term.kind === 'literal' ? `"${corrected}"` : corrected}${changed.slice(term.end)}`;
  }
  return words.length > 0 ? { q: changed, words } : null;
}

/** At least this share of the pairs of characters of two names must be the same (Dice's coefficient) for them to be near. */
const NEAR = 0.5;
const SHORTEST = 2;

/** The subject of the index whose name, present or former, is nearest to a term; null where none is near or one bears the very name. */
export async function nearestSubject(text: string, census: Census): Promise<Subject | null> {
  const folded = foldString(text);
  if (folded.length <= SHORTEST) return null;
  const codes = [...((await census.facetCounts()).get('code')?.keys() ?? [])].filter((code) => code !== null);
  const pairs = pairsOf(folded);
  let best: { readonly subject: Subject; readonly likeness: number } | null = null;
  for (const subject of subjects) {
    const likeness = Math.max(...namesOf(subject).map((name) => likenessOf(pairs, pairsOf(foldString(name)))));
    if (likeness < NEAR || likeness <= (best?.likeness ?? 0) || !codes.some((code) => code.startsWith(subject.code))) continue;
    best = { subject, likeness };
  }
  return best?.subject ?? null;
}

function likenessOf(typed: ReadonlySet<string>, name: ReadonlySet<string>): number {
  const common = [...name].filter((pair) => typed.has(pair)).length;
  return typed.size + name.size === 0 ? 0 : (2 * common) / (typed.size + name.size);
}

const pairsOf = (text: string): ReadonlySet<string> => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
