import { assertNever } from '../../errors.ts';
import type { Columns } from './sqlite-columns.ts';
import type { Program } from './sqlite-compiler.ts';
import type { FenBounds } from './sqlite-fen.ts';
import type { Postings } from './sqlite-postings.ts';
import { allOf, complement, intersect, nothing, type Positions, unite } from './sqlite-sets.ts';

/** The positions that a program matches. */
export function runProgram(program: Program, columns: Columns, postings: Postings): Positions {
  const { size } = columns.shared;
  const stack: Positions[] = [];
  for (const step of program) {
    switch (step.kind) {
      case 'everything':
        stack.push(allOf(size));
        break;
      case 'literal':
        stack.push(postings.literal(step.folded, step.alone));
        break;
      case 'amount':
        stack.push(withAmount(columns, step.bounds));
        break;
      case 'and':
        stack.push(intersect(stack.splice(stack.length - step.count), size));
        break;
      case 'or':
        stack.push(unite(stack.splice(stack.length - step.count), size));
        break;
      case 'not':
        stack.push(complement(stack.pop() ?? nothing, size));
        break;
      default:
        assertNever(step);
    }
  }
  return stack.pop() ?? nothing;
}

/** The documents that state an amount within the bounds. */
function withAmount({ shared }: Columns, { from, to }: FenBounds): Positions {
  const { fen, amountEnd } = shared;
  const out = new Uint32Array(shared.size);
  let size = 0;
  let amount = 0;
  for (let position = 0; position < shared.size; position++) {
    const end = amountEnd[position] ?? 0;
    let holds = false;
    for (; amount < end; amount++) {
      const value = fen[amount] ?? 0;
      if (value >= from && value <= to) holds = true;
    }
    if (holds) out[size++] = position;
  }
  return { kind: 'list', at: out.slice(0, size) };
}
