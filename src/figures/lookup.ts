import { foldString } from '../text/normal-form.ts';
import type { Figure, FigureGroup } from './figure.ts';
import { figures } from './load.ts';

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]));
const byName: ReadonlyMap<string, readonly Figure[]> = indexNames();

/** The figure of an id of the vocabulary. */
export const figureById = (id: string): Figure | null => byId.get(id) ?? null;

/** The figures that a printed name stands for, compared folded: 收、支总计 stands for two. Empty where the name is unknown. */
export const figuresNamed = (name: string): readonly Figure[] => byName.get(foldString(name)) ?? [];

/** The folded names of a group's figures, longer ones first. */
export const namesOfGroup = (group: FigureGroup): string[] =>
  [...byName.entries()]
    .filter(([, named]) => named.some((figure) => figure.group === group))
    .map(([name]) => name)
    .sort((a, b) => b.length - a.length);

function indexNames(): Map<string, Figure[]> {
  const index = new Map<string, Figure[]>();
  for (const figure of figures) {
    for (const name of new Set(figure.variants.map(foldString))) index.set(name, [...(index.get(name) ?? []), figure]);
  }
  return index;
}
