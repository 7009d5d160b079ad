/** Texts as UTF-8, one after the other, with where each ends: they cross between threads as two values, and SQLite takes them as they are. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** UTF-8 of one UTF-16 code unit takes three bytes at most. */
const bytesOfUnit = 3;
const smallest = 2 ** 16;

/** Writes texts one after the other. Lone surrogates, which UTF-8 cannot say, must not come. */
export class TextPacker {
  #bytes: Buffer = Buffer.allocUnsafeSlow(smallest);
  #size = 0;
  readonly #ends: number[] = [];

  /** A text, whole. */
  put(text: string): void {
    this.reserve(bytesOfUnit * text.length);
    this.#size += this.#bytes.write(text, this.#size);
    this.end();
  }

  /** The next code point of a text that is written by its code points. What it takes was reserved before: at most 4 bytes each. */
  putCode(code: number): void {
    const bytes = this.#bytes;
    if (code < 0x80) {
      bytes[this.#size++] = code;
      return;
    }
    if (code < 0x800) bytes[this.#size++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[this.#size++] = 0xe0 | (code >> 12);
      else {
        bytes[this.#size++] = 0xf0 | (code >> 18);
        bytes[this.#size++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[this.#size++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[this.#size++] = 0x80 | (code & 0x3f);
  }

  /** Afterwards so many bytes have room. */
  reserve(bytes: number): void {
    if (this.#size + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#size + bytes));
    this.#bytes.copy(larger, 0, 0, this.#size);
    this.#bytes = larger;
  }

  /** The text that was written by its code points ends here. */
  end(): void {
    this.#ends.push(this.#size);
  }

  packed(): PackedTexts {
    return { bytes: new Uint8Array(this.#bytes.subarray(0, this.#size)), ends: Uint32Array.from(this.#ends) };
  }
}

export function packTexts(texts: Iterable<string>): PackedTexts {
  const packer = new TextPacker();
  for (const text of texts) packer.put(text);
  return packer.packed();
}

export const textAt = ({ bytes, ends }: PackedTexts, index: number): Uint8Array =>
  bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
