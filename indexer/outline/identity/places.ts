import { areaList } from '@vant/area-data';

/** Where a body sits, as its own name says it. null: the name does not say. */
export interface Place {
  readonly city: string | null;
  readonly district: string | null;
}

const cities = new Set(Object.values(areaList.city_list).filter((name) => name.length > 2));
/** Name of a county, district or county-level city -> the cities that have one of that name. */
const counties = new Map<string, Set<string>>();
for (const [code, name] of Object.entries(areaList.county_list)) {
  const city = areaList.city_list[`${code.slice(0, 4)}00`];
  if (city === undefined) continue;
  const known = counties.get(name) ?? new Set();
  counties.set(name, known.add(city));
}
const LONGEST_NAME = 15;

// 中共云川市委    共青团云川市委员会    政协云川市委员会    国家税务总局云川市税务局    (what stands before the place)
const BEFORE_PLACE =
  /^(?:中共|中国共产党|中国共产主义青年团|共青团|中国人民政治协商会议|政协|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社|民革|民盟|民建|民进|农工党|致公党|国家税务总局)/;
// 湖北省    广西壮族自治区    (before the city)
const PROVINCE = /^[\u4e00-\u9fff]{2,8}?(?:省|自治区)(?=[\u4e00-\u9fff])/;
// 云川市    凉山州    锡林郭勒盟    (cities that the list does not have)
const CITY_SHAPE = /^(?!国家|全国|中央)(?:(?![省市区县旗])[\u4e00-\u9fff]){2,6}?(?:市(?![场政民直级属容])|自治州|盟)/;
// 洪山区    新洲县    鄂温克族自治旗
const DISTRICT_SHAPE = /^[\u4e00-\u9fff]{1,8}?(?:区|县|旗)/;
// words that end like a district and are none
const NO_DISTRICT = /(?:社区|小区|园区|校区|地区|辖区|片区|景区|新区|开发区|保护区|度假区|功能区|自贸区|示范区)$/;

/** Reads city and district from the beginning of a full name: 武汉市洪山区发展和改革局. A bare district gives a city only where no other city has one of that name. */
export function readPlace(body: string): Place {
  const name = body.replace(BEFORE_PLACE, '').replace(PROVINCE, '');
  const city = startOf(name, cities) ?? (startOf(name, counties) ? null : (CITY_SHAPE.exec(name)?.[0] ?? null));
  const rest = city === null ? name : name.slice(city.length);
  const district = districtOf(rest, city);
  return { city: city ?? onlyCityOf(district), district };
}

function districtOf(rest: string, city: string | null): string | null {
  const listed = startOf(rest, counties);
  if (listed !== null && (city === null || counties.get(listed)?.has(city))) return listed;
  const shaped = DISTRICT_SHAPE.exec(rest)?.[0];
  return shaped === undefined || (NO_DISTRICT.test(shaped) && !counties.has(shaped)) ? null : shaped;
}

/** 普陀区 is in two cities: then none. */
function onlyCityOf(district: string | null): string | null {
  const known = district === null ? undefined : counties.get(district);
  return known?.size === 1 ? ([...known][0] ?? null) : null;
}

/** The longest listed name that the words begin with. */
function startOf(words: string, names: { has(name: string): boolean }): string | null {
  for (let length = Math.min(LONGEST_NAME, words.length - 1); length >= 2; length--)
    if (names.has(words.slice(0, length))) return words.slice(0, length);
  return null;
}
