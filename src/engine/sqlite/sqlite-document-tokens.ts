import type { AnalysedDocument } from '../engine.ts';
import { type PackedTexts, TextPacker } from './sqlite-packed-texts.ts';
import { characterOf, edgeOf, firstPoint, secondPoint, tokenCode } from './sqlite-tokens.ts';

/** What is indexed of the documents of a report, of each its tokens between spaces, and its edge. */
export interface DocumentTokens {
  /** The bigrams that begin in it, in order. The last is a single character where nothing follows, so that the tail can be found by its beginning. */
  readonly grams: PackedTexts;
  /** Its characters, each once. */
  readonly singles: PackedTexts;
  /** See edgeOf in sqlite-tokens.ts. */
  readonly edge: Uint32Array;
}

type Folded = Pick<AnalysedDocument, 'folded'>;

const SPACE = 0x20;
/** Of a gram with the space behind it: two characters, each of two code points that take seven bytes. */
const bytesOfGram = 15;

/** Documents in order: what follows one is taken from those behind it, so that it is whole whatever folding dropped. */
export function tokensOf(documents: readonly Folded[]): DocumentTokens {
  const { tokens, ends } = joinTokens(documents);
  const grams = new TextPacker();
  const singles = new TextPacker();
  const edge = new Uint32Array(documents.length);
  const known = new Set<number>();
  let begin = 0;
  for (const [index, end] of ends.entries()) {
    grams.reserve(bytesOfGram * (end - begin));
    singles.reserve(bytesOfGram * (end - begin));
    for (let at = begin; at < end; at++) {
      const token = tokens[at] ?? SPACE;
      putToken(grams, token);
      if (at + 1 < tokens.length) putToken(grams, tokens[at + 1] ?? SPACE);
      grams.putCode(SPACE);
      if (known.has(token)) continue;
      known.add(token);
      putToken(singles, token);
      singles.putCode(SPACE);
    }
    grams.end();
    singles.end();
    known.clear();
    edge[index] = begin === end || end + 1 >= tokens.length ? 0 : edgeAt(tokens, end - 1);
    begin = end;
  }
  return { grams: grams.packed(), singles: singles.packed(), edge };
}

/** The characters of all documents as they stand in tokens, and where those of each end. */
function joinTokens(documents: readonly Folded[]): { readonly tokens: Uint32Array; readonly ends: Uint32Array } {
  const tokens = new Uint32Array(documents.reduce((units, { folded }) => units + folded.length, 0));
  let size = 0;
  const ends = Uint32Array.from(documents, ({ folded }) => {
    for (let at = 0; at < folded.length; at++) {
      const code = folded.codePointAt(at) ?? 0;
      tokens[size++] = tokenCode(code);
      if (code > 0xffff) at++;
    }
    return size;
  });
  return { tokens: tokens.subarray(0, size), ends };
}

function putToken(packer: TextPacker, token: number): void {
  packer.putCode(firstPoint(token));
  const second = secondPoint(token);
  if (second > 0) packer.putCode(second);
}

const edgeAt = (tokens: Uint32Array, at: number): number => {
  const [last = 0, next = 0, afterNext = 0] = tokens.subarray(at, at + 3);
  return edgeOf(characterOf(last), characterOf(next), characterOf(afterNext));
};
