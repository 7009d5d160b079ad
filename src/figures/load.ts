import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Figure, figureSchema } from './figure.ts';

/** The head of data/figures.csv. Our own file: no field holds a comma or a quote, so a comma always parts two fields, and | parts names of one field. */
const COLUMNS = 'id,label,group,quantity,side,part,units,follow,measure,variants';

function load(): object[] {
  const [head, ...lines] = readFileSync(new URL('./data/figures.csv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  if (head !== COLUMNS) throw new Error(`src/figures/data/figures.csv begins with "${head}" and not with "${COLUMNS}"`);
  return lines.map((line) => toFigure(line.split(',')));
}

const toFigure = ([id, label, group, quantity, side, part, units, follow, measure, variants]: readonly string[]) => ({
  id,
  label,
  group,
  quantity,
  side: side || null,
  part: part || null,
  units: list(units),
  follow: follow || null,
  measure: measure || null,
  variants: list(variants),
});

const list = (field: string | undefined): string[] => (field ? field.split('|') : []);

/** Every figure, in the order of the file. Read and checked once; throws where the data is broken. */
export const figures: readonly Figure[] = z.array(figureSchema).readonly().parse(load());
