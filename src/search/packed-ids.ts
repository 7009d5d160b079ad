import { documentId } from '../model/document.ts';

/** Very many document ids in order, 8 bytes each. */
export interface PackedIds {
  readonly size: number;
  add(ids: readonly string[]): void;
  slice(from: number, to: number): string[];
}

const FIRST_ROOM = 1_024;

/** Ids are made of a report and a start (see documentId): each is kept as two numbers. */
export function packIds(): PackedIds {
  const reports: string[] = [];
  const numbers = new Map<string, number>();
  let places = new Uint32Array(2 * FIRST_ROOM);
  let size = 0;
  const numberOf = (report: string): number => {
    const number = numbers.get(report) ?? reports.length;
    if (number === reports.length) {
      numbers.set(report, number);
      reports.push(report);
    }
    return number;
  };
  return {
    get size() {
      return size;
    },
    add(ids) {
      if (2 * (size + ids.length) > places.length) places = grown(places, 2 * (size + ids.length));
      for (const id of ids) {
        const dash = id.lastIndexOf('-');
        places.set([numberOf(id.slice(0, dash)), Number.parseInt(id.slice(dash + 1), 10)], 2 * size++);
      }
    },
    slice(from, to) {
      const first = Math.max(0, from);
      const length = Math.max(0, Math.min(to, size) - first);
      return Array.from({ length }, (_, n) => documentId(reports[places[2 * (first + n)] ?? 0] ?? '', places[2 * (first + n) + 1] ?? 0));
    },
  };
}

function grown(places: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, 2 * places.length));
  larger.set(places);
  return larger;
}
