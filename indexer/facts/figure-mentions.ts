import type { Figure, FigureGroup } from '../../src/figures/figure.ts';
import { figureById, figuresNamed, namesOfGroup } from '../../src/figures/lookup.ts';
import { fundSaid } from './fund.ts';
import type { Prose } from './prose.ts';
import { type Item, type Mention, plainItem } from './rule.ts';

/** 货物, 车辆, 服务支出: so short a name is one only at the start of a clause (执法车辆 is no 车辆数, 商品和服务支出 no purchase). */
const shortest: Readonly<Record<FigureGroup, number>> = { 收支: 2, 三公: 2, 运行: 2, 采购: 4, 资产: 2, 绩效: 2 };
// 其中 | 、 | nothing
const BEGINS_CLAUSE = /(?:^|[,。;:、()]|其中)$/;

const expressions = new Map<FigureGroup, RegExp>();

/** Finds the names of a group's figures in a passage, the longest name at each place. */
export function figureMentions(prose: Prose, group: FigureGroup): Mention[] {
  return [...prose.folded.matchAll(expressionOf(group))].flatMap((found) => {
    const name = found[0];
    if (name.length <= shortest[group] && !BEGINS_CLAUSE.test(prose.folded.slice(Math.max(found.index - 2, 0), found.index))) return [];
    const items = figuresNamed(name).filter((figure) => figure.group === group);
    return [
      {
        at: found.index,
        end: found.index + name.length,
        items: items.map((figure) => itemOf(figure, fundSaid(name) ?? prose.fund)),
        reach: 'chain' as const,
        inReason: group === '收支',
      },
    ];
  });
}

export const itemOf = (figure: Figure, fund: Item['fund']): Item => {
  const follow = figure.follow === null ? null : figureById(figure.follow);
  return {
    ...plainItem,
    item: figure.label,
    figure: figure.id,
    fund,
    part: figure.part,
    side: figure.side,
    takes: figure.units.includes('分') ? 'score' : figure.quantity,
    units: figure.units,
    measure: figure.measure ?? (figure.quantity === 'count' ? '数量' : null),
    follow: follow === null ? null : itemOf(follow, fund),
  };
};

function expressionOf(group: FigureGroup): RegExp {
  const known = expressions.get(group);
  if (known !== undefined) return known;
  const made = new RegExp(namesOfGroup(group).map(escaped).join('|'), 'g');
  expressions.set(group, made);
  return made;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
