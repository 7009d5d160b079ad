import type { FactOrder } from '../facts.ts';
import type { FactColumns } from './sqlite-fact-columns.ts';
import { bestIndexes } from './sqlite-order.ts';

/** A page of positions: money by fen, then what is not money by its number, then money that no range can hold. */
export function pageOfFacts(positions: Uint32Array, order: FactOrder, from: number, size: number, facts: FactColumns): Uint32Array {
  if (order === 'source') return positions.subarray(from, from + size);
  const sign = order === 'value' ? 1 : -1;
  const page: number[] = [];
  let before = 0;
  for (const { members, keys } of groupsOf(positions, facts)) {
    const [start, end] = [Math.max(0, from - before), Math.min(members.length, from + size - before)];
    if (start < end) {
      const best = bestIndexes(signed(members, keys, sign), end);
      for (const at of best.subarray(start)) page.push(members[at] ?? 0);
    }
    before += members.length;
  }
  return Uint32Array.from(page);
}

/** The positions of each kind of figure, in source order, and the column that orders them; null: nothing does. */
function groupsOf(positions: Uint32Array, { fen, plain }: FactColumns) {
  const [money, numbers, others] = [0, 1, 2].map(() => new Uint32Array(positions.length));
  const sizes = [0, 0, 0];
  for (const position of positions) {
    const group = !Number.isNaN(fen[position]) ? 0 : !Number.isNaN(plain[position]) ? 1 : 2;
    const members = group === 0 ? money : group === 1 ? numbers : others;
    if (members !== undefined) members[sizes[group] ?? 0] = position;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const first = (members: Uint32Array | undefined, group: number) => (members ?? new Uint32Array()).subarray(0, sizes[group]);
  return [
    { members: first(money, 0), keys: fen },
    { members: first(numbers, 1), keys: plain },
    { members: first(others, 2), keys: null },
  ];
}

function signed(members: Uint32Array, keys: Float64Array | null, sign: 1 | -1): Float64Array {
  const out = new Float64Array(members.length);
  if (keys !== null) for (let at = 0; at < members.length; at++) out[at] = sign * (keys[members[at] ?? 0] ?? 0);
  return out;
}
