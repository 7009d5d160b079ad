import { fold } from '../../src/text/normal-form.ts';
import type { Prose } from './prose.ts';

/** A project named in a passage. Offsets of the normal form, behind its name and what belongs to it. */
export interface NamedProject {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

// 1. / (3) / 二、 and 2023年度 in front of a name
const IN_FRONT = /^(?:\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]+)?(?:20\d\d年度?)?(?:关于|本部门|我单位)?/;
// 3.某某补助项目绩效自评综述: / 2023年度某某项目自评情况 / 1.某某项目综述:
const REVIEW = /(?<=^|[。;:)])([^,。;:]{2,60}?)项目(?:(?:支出)?(?:绩效)?(?:自评|评价)(?:综述|情况|结果|报告)?:?|综述:)/g;
// 3.某某专项经费自评综述:
const SUMMARY = /(?<=^|[。;:)])([^,。;:]{2,60}?)(?:绩效)?自评综述:/g;
// 某某项目预算数为 / 2023年度某某项目年初预算为
const BUDGETED = /(?<=^|[。;:)])([^,。;:]{2,60}?)项目(?=(?:年初|全年)?预算(?:数|金额)?为?\d)/g;
// 2023年度科学技术研究项目绩效评价自评结果 / 2023年度某某项目自评表
const TITLE = /^(?:附件\d{0,3}:?)?([^,。;:]{2,60}?)(?:项目)?项目(?:支出)?(?:绩效)?(?:自评|评价)/;
/** Words that stand where a name would but name none. */
const NO_NAME =
  /^(?:各|该|本|以下|主要|重点|部门决算中|部门整体支出和|单位|一级|二级|\d+个)?$|(?:绩效|自评|情况|结果|支出|开展|所有|\d个)$|部门决算中|(?:开展|组织|进行|完成|实施)了/;

/** The projects that a passage names with what is said of them. */
export function projectsNamed(prose: Prose): NamedProject[] {
  if (!prose.folded.includes('项目') && !prose.folded.includes('自评')) return [];
  const reviewed = [...prose.folded.matchAll(REVIEW)];
  const summed = [...prose.folded.matchAll(SUMMARY)].filter(({ 1: name = '' }) => !name.includes('项目') && !name.includes('整体'));
  return [...reviewed, ...summed, ...prose.folded.matchAll(BUDGETED)]
    .flatMap((found) => {
      const name = found[1] ?? '';
      const skip = IN_FRONT.exec(name)?.[0].length ?? 0;
      if (NO_NAME.test(name.slice(skip))) return [];
      const at = found.index + skip;
      return [{ name: cleaned(prose.printed(at, found.index + name.length)), at, end: found.index + found[0].length }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The project that the titles above a passage name, the nearest first; null where they name none. */
export function projectOfTitles(titles: readonly string[]): string | null {
  for (const title of titles.toReversed()) {
    const name = projectOfTitle(title);
    if (name !== null) return name;
  }
  return null;
}

function projectOfTitle(title: string): string | null {
  if (!title.includes('项') || title.length > LONGEST_TITLE) return null;
  const form = fold(title);
  const found = TITLE.exec(form.folded);
  const name = found?.[1];
  if (name === undefined) return null;
  const skip = IN_FRONT.exec(name)?.[0].length ?? 0;
  const own = name.slice(skip);
  if (NO_NAME.test(own) || own.includes('整体')) return null;
  const at = (found?.[0].indexOf(name) ?? 0) + skip;
  return cleaned(title.slice(form.from[at], form.to[at + own.length - 1]).replace(/\s+/g, ''));
}

const LONGEST_TITLE = 200;

const cleaned = (name: string): string => name.replace(/["“”„‟'‘’「」]/g, '');
