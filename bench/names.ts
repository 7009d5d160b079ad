/** Invented places and the bodies that every district has. */
export const cities = ['云川市', '江陵口市', '北沅市', '清溪口市', '南屏州市', '松原岭市', '海棠湾市', '白鹭洲市'];

const districtBegins = ['临', '望', '东', '西', '南', '北', '新', '旧', '青', '白', '龙', '凤'];
const districtEnds = ['溪区', '江区', '湖区', '岭区', '桥区', '塘区', '川县', '城区'];

/** Twelve districts of a city, others for each city. */
export const districtsOf = (city: string): readonly string[] =>
  districtBegins.map((begin, n) => `${begin}${districtEnds[(n + cities.indexOf(city)) % districtEnds.length] ?? ''}`);

export const bodies = [
  '教育局',
  '卫生健康局',
  '农业农村局',
  '经济和信息化局',
  '人民政府办公室',
  '财政局',
  '民政局',
  '科学技术局',
  '发展和改革局',
  '城市管理执法局',
  '住房和城乡建设局',
  '交通运输局',
  '水务局',
  '文化和旅游局',
  '应急管理局',
  '市场监督管理局',
  '生态环境局',
  '司法局',
  '审计局',
  '统计局',
  '人力资源和社会保障局',
  '退役军人事务局',
  '自然资源和规划局',
  '医疗保障局',
  '商务局',
  '信访局',
  '园林和林业局',
  '机关事务服务中心',
  '档案馆',
  '疾病预防控制中心',
];

/** As people shorten it: 教育局, 经济信息. */
export const shortOf = (body: string): string => body.replace(/[和与]/g, '').slice(0, 4);

export const streets = [
  '和平',
  '建设',
  '解放',
  '幸福',
  '花园',
  '胜利',
  '光明',
  '长虹',
  '永安',
  '新华',
  '梅岭',
  '竹园',
  '石桥',
  '柳林',
  '桃源',
  '红旗',
];
export const kindsOfPlace = ['街道', '镇', '乡', '社区', '村', '园区', '片区'];
export const works = [
  '老旧小区改造',
  '雨污分流',
  '道路白改黑',
  '公厕提升',
  '幼儿园新建',
  '养老服务综合体',
  '智慧停车',
  '农贸市场改造',
  '背街小巷整治',
  '河道清淤',
  '口袋公园',
  '充电桩布点',
  '卫生院扩建',
  '高标准农田',
  '电梯加装',
  '消防隐患整改',
  '防汛泵站',
  '图书分馆',
  '危桥加固',
  '学生资助',
];
