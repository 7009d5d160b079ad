import type { NoiseKind } from '../../../src/model/block.ts';
import type { Span } from '../../../src/model/span.ts';
import { isBlank, type MarkedLine } from '../marked-line.ts';
import type { RawPiece } from '../raw-piece.ts';

interface Run {
  readonly kind: 'noise';
  readonly noise: Exclude<NoiseKind, 'blank'>;
  readonly spans: Span[];
}

/** Noise lines of one kind, nothing but blanks between them, are one piece; left-over markup inside a line is one of its own. */
export function noisePieces(lines: readonly MarkedLine[]): RawPiece[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const line of lines) {
    if (isBlank(line) || line.printed === null) continue;
    if (line.role.kind !== 'noise') {
      open = null;
      for (const span of line.markup) runs.push({ kind: 'noise', noise: 'markup', spans: [span] });
    } else if (open !== null && open.noise === line.role.noise) {
      open.spans.push(whole(line, line.printed));
    } else {
      open = { kind: 'noise', noise: line.role.noise, spans: [whole(line, line.printed)] };
      runs.push(open);
    }
  }
  return runs;
}

/** The printed range with the left-over tags at its ends. */
function whole({ markup }: MarkedLine, printed: Span): Span {
  return {
    start: Math.min(printed.start, markup[0]?.start ?? printed.start),
    end: Math.max(printed.end, markup.at(-1)?.end ?? printed.end),
  };
}
