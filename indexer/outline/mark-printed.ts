import type { Line } from './line.ts';
import { blank, type MarkedLine, plain } from './marked-line.ts';
import { trimToPrinted } from './printed.ts';

/** Is anything printed on the line? Lines of unseen characters alone are blank, all others plain for now. */
export function markPrinted(lines: readonly Line[], text: string): MarkedLine[] {
  return lines.map((line) => {
    const printed = trimToPrinted(text, line);
    return { ...line, role: printed ? plain : blank, printed, markup: [] };
  });
}
