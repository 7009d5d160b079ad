import { describe, expect, it } from 'vitest';
import type { FacetName } from '../../src/engine/filters.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { type KnownValues, resolveConditions } from '../../src/search/conditions.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { request } from './ask.ts';

const known: KnownValues = new Map<FacetName, readonly string[]>([
  ['department', ['云川市青禾区财政局', '云川市青禾区教育局', '云川市教育局']],
  ['district', ['青禾区', '云川新区']],
  ['city', ['云川市', '青禾市']],
  ['year', ['2022', '2023']],
  ['kind', ['passage', 'row']],
  ['category', ['支出', '“三公”经费']],
  ['table', ['“三公”经费表', '三公经费表']],
  ['code', ['2060101', '2060499', '30201']],
]);

const resolve = (q: string, parameters: Partial<SearchRequest> = {}) =>
  resolveConditions(request({ q, ...parameters }), parseQuery(q), known);
const facets = (q: string, parameters: Partial<SearchRequest> = {}) => resolve(q, parameters).filters.facets;

describe('resolveConditions', () => {
  it('takes a parameter folded and whole, and keeps a value that is not there', () => {
    expect(facets('', { department: [' 云川市教育局 '] }).department?.include).toEqual(['云川市教育局']);
    expect(facets('', { department: ['教育局'] }).department?.include).toEqual(['教育局']);
    expect(facets('', { category: ['三公经费'] }).category?.include).toEqual(['“三公”经费']);
    expect(facets('', { year: ['-２０２２', ''] }).year).toEqual({ include: [null], exclude: ['2022'] });
  });

  it('takes the very value where there is one, else all that fold alike', () => {
    expect(facets('', { table: ['三公经费表'] }).table?.include).toEqual(['三公经费表']);
    expect(facets('', { table: ['“三公”经费表'] }).table?.include).toEqual(['“三公”经费表']);
    expect(facets('', { table: ['三公 经费表'] }).table?.include).toEqual(['“三公”经费表', '三公经费表']);
  });

  it('takes a typed part for every value that holds it', () => {
    expect(facets('部门:教育').department?.include).toEqual(['云川市教育局', '云川市青禾区教育局']);
    expect(facets('-部门:教育').department?.exclude).toHaveLength(2);
    expect(facets('章节:三公').category?.include).toEqual(['“三公”经费']);
    expect(facets('条目:表格行').kind?.include).toEqual(['row']);
    expect(facets('年度:2023年').year?.include).toEqual(['2023']);
    expect(facets('年度:202').year?.include).toEqual(['202']);
  });

  it('takes 地区: for a district or a city, the very name before a part of one', () => {
    expect(facets('地区:青禾区')).toEqual({ district: { include: ['青禾区'], exclude: [] } });
    expect(facets('地区:云川市')).toEqual({ city: { include: ['云川市'], exclude: [] } });
    expect(facets('地区:云川')).toEqual({ city: { include: ['云川市'], exclude: [] } });
    expect(facets('地区:新区')).toEqual({ district: { include: ['云川新区'], exclude: [] } });
  });

  it('adds what is typed to what is chosen', () => {
    expect(facets('部门:财政', { department: ['云川市教育局'] }).department?.include).toEqual(['云川市教育局', '云川市青禾区财政局']);
  });

  it('reads codes as prefixes, names as the codes of their subjects, exclusions as exact codes', () => {
    expect(resolve('', { code: ['206'] }).filters.codes).toEqual(['206']);
    expect(resolve('科目:科学技术').filters.codes).toContain('206');
    expect(facets('', { code: ['-206'] }).code?.exclude).toEqual(['2060101', '2060499']);
    expect(facets('', { code: ['', '302'] }).code?.include).toEqual([null, '30201']);
    const unknown = resolve('科目:无此科目');
    expect(unknown.warnings).toEqual([{ at: 0, message: '没有名为“无此科目”的科目' }]);
    expect(unknown.filters.codes).toHaveLength(1);
  });

  it('lets all conditions on the amount hold together', () => {
    expect(resolve('金额:>=1万 金额:<5万', { max: '3万元' }).filters.fen).toEqual({ from: 1_000_000n, to: 3_000_000n });
    expect(resolve('').filters.fen).toBeNull();
    expect(resolve('', { min: '5万元', max: '3万元' }).warnings.map(({ message }) => message)).toEqual([
      '金额的下限高于上限，没有金额同时符合',
    ]);
  });

  it('says what a part stands for', () => {
    expect(resolve('部门:教育').typed[0]?.note).toBe('云川市教育局、云川市青禾区教育局');
    expect(resolve('年度:2023').typed[0]?.note).toBeNull();
  });
});
