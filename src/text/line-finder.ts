import { firstNotBelow } from './first-not-below.ts';

/** The number of the line, from 1, in which an offset stands. Lines end at `\n`. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => firstNotBelow(starts, offset + 1);
}
