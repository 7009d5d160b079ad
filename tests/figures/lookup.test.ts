import { describe, expect, it } from 'vitest';
import { figureGroups } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/load.ts';
import { figureById, figuresNamed, namesOfGroup } from '../../src/figures/lookup.ts';

describe('the vocabulary of figures', () => {
  it('has each id once, and every label among its own names', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(figures.filter(({ label, variants }) => !variants.includes(label))).toEqual([]);
  });

  it('names a figure that exists where a second number follows', () => {
    const following = figures.flatMap(({ follow }) => follow ?? []);
    expect(following.filter((id) => figureById(id) === null)).toEqual([]);
  });

  it('gives counts their units and money none', () => {
    expect(figures.filter(({ quantity, units }) => (quantity === 'count') !== units.length > 0)).toEqual([]);
  });

  it('finds figures by any printed name, whatever its width and quotes', () => {
    expect(figuresNamed('公务用车购置及运行维护费').map(({ id }) => id)).toEqual(['official-cars']);
    expect(figuresNamed('"三公"经费').map(({ id }) => id)).toEqual(['three-public']);
    expect(figuresNamed('因公出国(境) 费').map(({ id }) => id)).toEqual(['abroad']);
    expect(figuresNamed('办公费')).toEqual([]);
  });

  it('lets one name stand for two figures', () => {
    expect(figuresNamed('收、支总计').map(({ id }) => id)).toEqual(['total-income', 'total-expenditure']);
  });

  it('lists the names of a group from the longest', () => {
    for (const group of figureGroups) {
      const lengths = namesOfGroup(group).map((name) => name.length);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
      expect(lengths.length).toBeGreaterThan(0);
    }
  });
});
