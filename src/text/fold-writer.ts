/** Stands in the normal form where TABs part two cells of one line. */
export const CELL_MARK = '\u241f';

export const COMMA = 0x2c;
const MARK = CELL_MARK.charCodeAt(0);
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

/** Takes folded units with their raw ranges. Knows the two rules that look beside a character. */
export class FoldWriter {
  #units: Uint16Array;
  #from: Int32Array;
  #to: Int32Array;
  #size = 0;
  #lineHasPrint = false;
  #tab = -1;
  #tabEnd = -1;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity);
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
  }

  put(unit: number, from: number, to: number): void {
    if (this.#tab >= 0) this.#putMark();
    if (isDigit(unit)) this.#dropSeparator(from);
    this.#append(unit, from, to);
    this.#lineHasPrint = true;
  }

  tab(at: number): void {
    if (!this.#lineHasPrint) return;
    if (this.#tab < 0) this.#tab = at;
    this.#tabEnd = at + 1;
  }

  endLine(): void {
    this.#lineHasPrint = false;
    this.#tab = -1;
  }

  /** Ready for another text. */
  clear(): void {
    this.#size = 0;
    this.#lineHasPrint = false;
    this.#tab = -1;
    this.#tabEnd = -1;
  }

  text(): string {
    return stringOf(this.#units, this.#size);
  }

  /** What was written, for good, while the writer goes on to another text. */
  copy(): { folded: string; from: Int32Array; to: Int32Array } {
    return { folded: this.text(), from: this.#from.slice(0, this.#size), to: this.#to.slice(0, this.#size) };
  }

  done(): { folded: string; from: Int32Array; to: Int32Array } {
    return { folded: stringOf(this.#units, this.#size), from: this.#from.subarray(0, this.#size), to: this.#to.subarray(0, this.#size) };
  }

  #putMark(): void {
    this.#append(MARK, this.#tab, this.#tabEnd);
    this.#tab = -1;
  }

  /** Before a digit that begins at `from`: takes back a comma that stands between it and another digit, all three characters of their own. */
  #dropSeparator(from: number): void {
    const comma = this.#size - 1;
    if (comma < 1 || this.#units[comma] !== COMMA || !isDigit(this.#units[comma - 1])) return;
    if (this.#from[comma] !== this.#from[comma - 1] && this.#from[comma] !== from) this.#size--;
  }

  #append(unit: number, from: number, to: number): void {
    if (this.#size === this.#units.length) this.#grow();
    this.#units[this.#size] = unit;
    this.#from[this.#size] = from;
    this.#to[this.#size] = to;
    this.#size++;
  }

  #grow(): void {
    const capacity = this.#size * 2 + 16;
    const units = new Uint16Array(capacity);
    const from = new Int32Array(capacity);
    const to = new Int32Array(capacity);
    units.set(this.#units);
    from.set(this.#from);
    to.set(this.#to);
    this.#units = units;
    this.#from = from;
    this.#to = to;
  }
}

/** As many arguments as a call takes without harm to the stack. */
const CHUNK = 8192;

function stringOf(units: Uint16Array, size: number): string {
  let whole = '';
  for (let at = 0; at < size; at += CHUNK)
    whole += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(at + CHUNK, size)));
  return whole;
}
