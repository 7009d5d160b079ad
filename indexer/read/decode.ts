import type { Span } from '../../src/model/span.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** A decoded text, nothing altered: a byte order mark stays as its first character. `losses` are the places of bytes that are no character (U+FFFD stands there). */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly losses: readonly Span[];
}

/** Of all characters, how many may be lost before a text counts as unreadable. Three may always: a file cut at both ends. */
const LOST_SHARE = 0.002;
const LOST_ALWAYS = 3;

/**
 * Decides the encoding by what decodes without loss, in this order: byte order mark, UTF-8, UTF-16 where its NULs show it, GB18030.
 *
 * One exception to "without loss first": bytes that are UTF-8 but for few places stay UTF-8, though GB18030 may take them whole,
 * as it takes nearly any pair of bytes and makes 锟斤拷 of them; other bytes practically never form UTF-8 sequences by chance.
 * null: no encoding reads it with at most a small loss.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const step of [byMark, utf8, utf16ByNuls, nearlyUtf8, gb18030, utf16ByWords, leastLoss]) {
    const decoded = step(bytes);
    if (decoded !== null) return decoded;
  }
  return null;
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return whole(bytes, 'utf-8');
  if (a === 0xff && b === 0xfe) return whole(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return whole(bytes, 'utf-16be');
  return null;
}

/** Of a text that names its encoding. */
const whole = (bytes: Uint8Array, encoding: Encoding) => strict(bytes, encoding) ?? acceptable(lossy(bytes, encoding));

/** ASCII in UTF-16 is UTF-8 with many NULs: then characters beyond ASCII must speak for UTF-8. */
function utf8(bytes: Uint8Array): Decoded | null {
  const decoded = strict(bytes, 'utf-8');
  return decoded !== null && hasManyNuls(bytes) && countWide(decoded.text) < 2 ? null : decoded;
}

/** ASCII characters in UTF-16 have a NUL on one side, always the same. */
function utf16ByNuls(bytes: Uint8Array): Decoded | null {
  if (!hasManyNuls(bytes)) return null;
  const { even, odd } = countNuls(bytes);
  const decoded = odd > even * 10 ? lossy(bytes, 'utf-16le') : even > odd * 10 ? lossy(bytes, 'utf-16be') : null;
  return decoded !== null && readsLikeText(decoded.text) ? acceptable(decoded) : null;
}

/** UTF-8 with few broken places: at most one for fifty whole sequences, or only the ends cut. */
function nearlyUtf8(bytes: Uint8Array): Decoded | null {
  const decoded = lossy(bytes, 'utf-8');
  const sequences = countWide(decoded.text) - decoded.losses.length;
  if (sequences < 2) return null;
  const onlyEnds = decoded.losses.every((loss) => loss.start < 3 || loss.end > decoded.text.length - 3);
  return onlyEnds || decoded.losses.length * 50 <= sequences ? acceptable(decoded) : null;
}

const gb18030 = (bytes: Uint8Array) => (hasManyNuls(bytes) ? null : strict(bytes, 'gb18030'));

/** Chinese without a single ASCII character leaves no NUL: then its characters must be the common ones. */
function utf16ByWords(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const decoded = strict(bytes, encoding);
    if (decoded !== null && shareOfHan(decoded.text) > 0.7) return decoded;
  }
  return null;
}

function leastLoss(bytes: Uint8Array): Decoded | null {
  if (hasManyNuls(bytes)) return null;
  const tried = (['utf-8', 'gb18030'] as const).map((encoding) => lossy(bytes, encoding)).sort((a, b) => a.losses.length - b.losses.length);
  return tried[0] === undefined ? null : acceptable(tried[0]);
}

const acceptable = (decoded: Decoded): Decoded | null =>
  decoded.losses.length <= Math.max(LOST_ALWAYS, decoded.text.length * LOST_SHARE) && readsLikeText(decoded.text) ? decoded : null;

function strict(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  return readsLikeText(text) ? { text, encoding, losses: [] } : null;
}

/** A U+FFFD that stands in the source itself is counted as a loss too: it was lost before. */
function lossy(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const losses: Span[] = [];
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at)) {
    const start = at;
    while (text[at] === '\ufffd') at++;
    losses.push({ start, end: at });
  }
  return { text, encoding, losses };
}

function countNuls(bytes: Uint8Array): { even: number; odd: number } {
  const counts = { even: 0, odd: 0 };
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) counts[at % 2 === 0 ? 'even' : 'odd']++;
  return counts;
}

/** More than one byte in two hundred: no text of one-byte units has that. */
function hasManyNuls(bytes: Uint8Array): boolean {
  const { even, odd } = countNuls(bytes);
  return (even + odd) * 200 > bytes.length;
}

// \u0001 \u0007 \u001f: control characters that no text file holds; tab, line ends, form feed, escape and NUL may stray into one
const CONTROL = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;

/** At most one control character in a hundred. */
const readsLikeText = (text: string): boolean => (text.match(CONTROL)?.length ?? 0) * 100 <= text.length;

// 部 。 ，: Han and the punctuation that goes with it
const HAN = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;
const shareOfHan = (text: string): number => (text.match(HAN)?.length ?? 0) / Math.max(1, text.length);

function countWide(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) wide++;
  return wide;
}
