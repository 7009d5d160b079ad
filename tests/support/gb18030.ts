/** Two-byte characters of GB18030 by what they stand for, made by decoding every pair. */
const pairs = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030', { fatal: true });
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (!pairs.has(character)) pairs.set(character, [lead, trail]);
  }

/** The text in GB18030. Only for tests: characters of four bytes are refused. */
export function inGb18030(text: string): Buffer {
  const bytes = Array.from(text).flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const pair = pairs.get(character);
    if (pair === undefined) throw new RangeError(`${character} has no two bytes in GB18030`);
    return pair;
  });
  return Buffer.from(bytes);
}
