import { expect, it } from 'vitest';
import { readPlace } from '../../../../indexer/outline/identity/places.ts';

it.each([
  ['武汉市洪山区发展和改革局', '武汉市', '洪山区'],
  ['湖北省武汉市洪山区财政局', '武汉市', '洪山区'],
  ['上海市规划和自然资源局', '上海市', null],
  ['中共重庆市委宣传部', '重庆市', null],
  ['昆山市财政局', '苏州市', '昆山市'],
  ['津市市财政局', '常德市', '津市市'],
  ['荆州市沙市区教育局', '荆州市', '沙市区'],
  ['云川市青江区水务局', '云川市', '青江区'],
  ['鼓楼区财政局', null, '鼓楼区'],
  ['国家信访局', null, null],
  ['上海市社区学校', '上海市', null],
  ['新疆维吾尔自治区财政厅', null, null],
])('reads the place in %s', (name, city, district) => {
  expect(readPlace(name)).toEqual({ city, district });
});
