import { COMPOUND, FREQUENT_SURNAMES } from '../match/person-words';

/** Characters that given names are made of and names of places, bodies and tables hardly ever. */
export const GIVEN_CHARS =
  '伟芳娜敏静丽强磊军勇艳杰娟涛明超秀霞刚桂英玉萍红玲斌燕鹏辉琳颖婷婕慧莹雪梅倩博凯浩轩哲帆晨旭晓丹佳莉峰飞洁欣怡蕾薇璐瑶琪雯蓉菲芸莲珍珠兰凤琴香翠淑惠贤' +
  '志国建文武德俊健康龙彪雷毅刚坚翔宏洪鸿振铭钧鑫鹤麟骏驰睿智聪逸子梓涵宸泽润思雨嘉诗梦瑞祥福贵荣昌盛富寿喜庆勤俭诚忠孝义礼信仁良善美爱春秋冬夏生华平伯仲叔' +
  '坤乾亮彬斌焱炜烨楠桐彤柏松林森岩峻岚巍洋洲波涌清源沛沐淼' +
  '丰登科技学海峡晶星月云霖霏露虹';
const GIVEN: ReadonlySet<string> = new Set(GIVEN_CHARS);
/** Places of two characters that a name could be. */
const PLACES =
  /^(?:高[明平阳密青唐安州要县台邑陵淳港]|黄[梅平岩山石骅冈陵龙]|罗[平田山定城江源]|周[宁至口村]|林[芝州西甸口周]|马[龙关边尾山]|吴[江川忠起桥兴中堡]|徐[州水闻汇]|陈仓|张[北掖店]|李沧|杨[凌浦陵]|王益|唐[山河海]|于[都洪田]|许昌|沈[阳丘]|彭[水泽州阳]|余[姚干庆江杭]|夏[津邑]|田[东林阳]|姜堰|石[首门林泉城龙]|金[华山坛平昌明秀]|白[云沙河银山]|康[平定]|江[华宁山阴油源海]|常[德山宁]|武[义宁平清]|安[康国平宁福义仁龙泽远]|万[宁年源荣盛]|贺兰|龙[泉岩海华江]|黎平|汪清|钟祥|邹平|陆[良丰]|邵武|梁平|卢龙|方正|姚安|孟[海津]|史[家]|乔[家])$/u;

/** Whether a text is a name beyond doubt even where nothing stands beside it: a frequent surname, then characters of given names. */
export function isPlainName(text: string): boolean {
  if (PLACES.test(text)) return false;
  const surname = COMPOUND.test(text) ? 2 : 1;
  const given = [...text].slice(surname);
  if (surname === 1 && !FREQUENT_SURNAMES.includes(text.charAt(0))) return false;
  return given.length >= 1 && given.length <= 2 && given.every((char) => GIVEN.has(char));
}
