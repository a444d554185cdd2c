import type { Label } from '../../domain';
import { TABLES } from '../../model';

const label = (zh: string, en: string): Label => ({ zh, en });

const READING: Readonly<Record<string, Label>> = {
  'title-row': label('标题行，已略过', 'title row, left out'),
  'total-row': label('合计行，已略过并留作核对', 'totals row, left out and kept for checking'),
  'average-row': label('平均、最高或最低一行，已略过', 'a row of averages or extremes, left out'),
  'part-row': label(
    '“其中”行，是上一行的一部分，已略过，以免重复计算',
    'a part of the row above (of which), left out so that it is not counted twice',
  ),
  'part-row-kept': label(
    '“其中”行，是上一行的一部分；全部相加会重复计算',
    'a part of the row above (of which); adding all rows counts it twice',
  ),
  'list-of-unbuilt': label(
    '只列了未建党组织的单位，不是全部名单，算不出覆盖率，未读入；确是全部名单的，可打开“读入”',
    'only units without an organisation are listed: no share of all can be told from it, so it is not read; switch it on if these are all units',
  ),
  'unbuilt-beside-counts': label(
    '只有未建党组织的单位，而同一园区同月的汇总数报有已建的：不是全部名单，未采用；确是全部名单的，可打开“读入”',
    'only units without an organisation, while the counts of that zone and month speak of some with one: not a list of all, not used; switch it on if it is',
  ),
  'maybe-total': label(
    '这一行可能是其余各行的合计，已作为一行读入，请核对',
    'this row may be the total of the others; it was read as a row, check it',
  ),
  'side-note': label('表格旁边的说明，已略过', 'a note beside the table, left out'),
  'maybe-tables-beside': label(
    '空列两侧各有名称，像是并排的两张表，仍按一张读取；如是两张，请分到两张工作表',
    'names on both sides of an empty column, as of two tables: read as one; if they are two, put each into a sheet of its own',
  ),
  'tables-beside': label('一张工作表里并排有几张表，已分开读取', 'tables side by side in one sheet, read one by one'),
  'form-card': label(
    '这是一张登记卡（名称与内容并排），不是表格，未读入',
    'a form of names and values beside each other, not a table; it was not read in',
  ),
  'note-row': label('注释或落款，已略过', 'note or sign-off, left out'),
  'group-row': label('分组行，已略过', 'group row, left out'),
  'repeated-header': label('重复的表头，已略过', 'repeated header, left out'),
  'filled-down': label('空白或“同上”，按上一行补齐', 'blank or ditto mark, filled from the row above'),
  'hint-row': label('填写提示行，已略过', 'hint row, left out'),
  'blank-rows': label('空行，已略过', 'blank rows, left out'),
  'further-table': label('文件中另有一张表', 'a further table in the file'),
  'no-header': label('没有表头，列名按顺序编号', 'no header, columns are numbered'),
  'empty-header': label('列名为空', 'empty column name'),
  'duplicate-header': label('列名重复', 'column name occurs twice'),
  'short-row': label('该行列数不足，缺的按空白计', 'row with too few cells, filled with blanks'),
  'surplus-cells': label('该行列数超出，多出的未采用', 'row with too many cells, the surplus is not used'),
  'stray-quote': label('字段内有多余引号，按原文保留', 'stray quote inside a field, kept as it is'),
  'broken-quote': label('引号不配对，已按行修复', 'unbalanced quotes, mended within the row'),
  'open-quote': label('引号没有收尾，已按行修复', 'a quote that never closes, mended within the row'),
  'other-delimiter': label('该行用了另一种分隔符，已识别', 'this row uses another separator, recognised'),
  'sep-line': label('分隔符声明行，已略过', 'separator line, left out'),
  'mixed-newlines': label('换行方式不一致，均已识别', 'mixed line ends, all recognised'),
  'cut-character': label('文件在一个汉字中间被截断', 'the file is cut in the middle of a character'),
  'ctrl-z-removed': label('文件末尾的控制符，已去掉', 'control character at the end, removed'),
  'nul-removed': label('空字符，已去掉', 'NUL characters, removed'),
  'replacement-characters': label('有无法还原的字符', 'characters that could not be restored'),
  'encoding-change': label('该行编码与上文不同，已分别识别', 'the encoding changes at this line'),
  'hidden-sheet': label('隐藏的工作表', 'hidden sheet'),
  'hidden-rows': label('筛选或隐藏的行，同样读入', 'rows hidden by hand or by a filter, read like the others'),
  'hidden-columns': label('隐藏的列，同样读入', 'hidden columns, read like the others'),
  'formula-uncalculated': label(
    '公式没有计算过，单元格里没有结果；请在表格软件中打开、计算并保存后再导入',
    'a formula that was never calculated, the cell has no result; open the file in a spreadsheet program, let it calculate and save it',
  ),
  'stray-cell': label('远离表格的单元格，未采用', 'a cell far away from the table, not used'),
  'mark-inside': label('文中的字节顺序标记，已去掉', 'byte order marks inside the text, removed'),
  'entry-size': label(
    '压缩包内文件的实际大小与记录不符，已按实际内容读取',
    'a file in the archive has another size than its directory states; all of it was read',
  ),
  'entry-unlisted': label(
    '压缩包里有目录没有列出的内容，未读取；请重新压缩',
    'the archive holds files that its directory does not list; they were not read, pack it again',
  ),
  'entry-refused': label(
    '压缩包内有一个文件不能读取，其余照读',
    'a file in the archive cannot be read, the others are',
  ),
};

const CELLS: Readonly<Record<string, Label>> = {
  'not-a-date': label('不是日期', 'not a date'),
  'no-such-day': label('没有这一天', 'no such day'),
  'year-out-of-range': label('年份不合常理', 'year out of range'),
  'two-digit-year': label('年份只有两位，无法确定', 'two-digit year'),
  'year-unknown': label('缺少年份', 'year not stated'),
  'day-month-unclear': label('日与月分不清', 'day and month cannot be told apart'),
  'not-a-period': label('不是时期', 'not a period'),
  'cumulative-period': label('累计时期，不能当作单期', 'a cumulative period, not a single one'),
  'not-a-number': label('不是数字', 'not a number'),
  'not-an-integer': label('应为整数', 'should be a whole number'),
  'negative-count': label('计数为负', 'negative count'),
  'number-range': label('是一个区间，不作精确数使用', 'a range, not used as an exact number'),
  'over-max': label('超出该列的上限', 'above the largest value of the column'),
  'percent-unclear': label('分不清是百分数还是小数', 'percent or fraction cannot be told'),
  'percent-out-of-range': label('百分比超出 0–100%', 'share outside 0–100 %'),
  'not-a-boolean': label('不是“是/否”', 'neither yes nor no'),
  'boolean-coding-unknown': label('1、2 的含义不明', 'the meaning of 1 and 2 is not stated'),
  'unknown-value': label('不在该列的取值之内', 'not an allowed value of the column'),
  'not-a-star-level': label('不是星级', 'not a star level'),
  'damaged-code': label('代码被表格软件改坏，不作标识使用', 'code damaged by a spreadsheet, not used as a key'),
  'identity-number': label('身份证号，未采用', 'identity number, not used'),
  'spreadsheet-error': label('表格软件的错误值', 'error value of a spreadsheet'),
  'bounded-value': label('约数或下限（如“70余”），不当作精确数', 'a bound such as “over 70”, not an exact number'),
  'fuzzy-date': label('日期不精确，按惯例取定', 'inexact date, set by convention'),
  'ambiguous-month': label('月份可能是 1 月或 10 月', 'month may be 1 or 10'),
  'excel-serial': label('表格软件的日期序号，已换算', 'spreadsheet serial, converted to a date'),
  'time-dropped': label('时间部分未采用', 'time of day not used'),
  'share-dropped': label('数后所附占比未采用', 'attached share not used'),
  'percent-mixed': label('同列百分数与小数混用', 'percent and fraction mixed in one column'),
  'credit-code-checksum': label('统一社会信用代码校验不符', 'credit code fails its checksum'),
  'code-was-number': label('代码曾被当作数字保存', 'code was stored as a number'),
};

const TABLE: Readonly<Record<string, Label>> = {
  'personal-column-dropped': label('个人信息列，未读入', 'personal column, not read in'),
  'personal-column-told': label(
    '人名列，只记有无，人名未读入',
    'names of persons: only whether somebody is named was read',
  ),
  'no-column': label('没有一列与选定的表对上，未读入', 'no column belongs to the table chosen; nothing was read'),
  'phone-masked': label('文字中的电话号码，已隐去', 'telephone number in a text, masked'),
  'identity-number-masked': label('文字中的身份证号，已隐去', 'identity number in a text, masked'),
  'name-masked': label('文字中的人名，已隐去', 'name of a person in a text, masked'),
  'address-masked': label('文字中的邮箱、微信或 QQ 号，已隐去', 'e-mail, WeChat or QQ address in a text, masked'),
  'missing-column': label('缺少必需的列', 'a required column is missing'),
  'zone-from-list': label(
    '表中没有园区，由党组织名册或其他单位名单得出（行数见“详情”）',
    'the table states no zone; the register of organisations, or other lists of the units, do',
  ),
  'not-in-list': label(
    '表中没有园区，名册中也没有这个组织或单位；说明前不计入任何园区',
    'the table states no zone and no register has this organisation or unit; in no zone until somebody says',
  ),
  'listed-in-several': label(
    '表中没有园区，名册中这个组织或单位分属几个园区，不作判定；说明前不计入任何园区',
    'the table states no zone and registers have this organisation or unit in several; in no zone until somebody says',
  ),
  'column-not-stated': label(
    '没有这一列，按约定处理（见“详情”），不需补填',
    'no such column; handled by convention, nothing to answer',
  ),
  'tick-of-longer-period': label(
    '√（或“是”“已开展”）写在季度、半年或年度下，只说明至少开展 1 次：够规定次数的按已开展计；应开展多次的（如每月一次）不作判定，也不算未开展。要判定请填次数或按月填报',
    'ticks (or a plain yes) under a quarter, half or year only say that it was held at least once: where that is enough it counts as held; what is owed more often (every month) stays open and is not called lacking. To have it told, state how often, or tick by month',
  ),
  'list-of-some': label(
    '标题说明只列部分党组织（换届、到期、新建等）：所写换届、新建情况照计，但不当作园区的全部党组织，不按它计党组织数、党员数和应开会议；列的是全部的，可在文件卡片上改',
    'by its title a list of some organisations (terms due, new ones): terms and foundings are counted, but it is not taken for all the zone has: no organisations, members or meetings owed are counted by it. If it lists all, say so on the card',
  ),
  'list-of-honours': label(
    '标题说明只列获评的党组织（表彰、命名、五星级名单等）：三星以下一个也没有的，只按它计新评定星级，不计参评率、星级分布和占比；列的是全部的，可在文件卡片上改',
    'by its title a list of those honoured (commended, named, five stars): where it has none below three stars only the newly rated are counted by it, no shares of all. If it lists all, say so on the card',
  ),
  'table-turned': label(
    '指标为行、对象为列，已转为一行一个对象读入',
    'measures as rows and objects as columns: read as one row an object',
  ),
  'columns-gathered': label(
    '几列写的是同一件事（年与季度，或在一项下打√），已合为一列读入',
    'several columns write one fact (a year and a quarter, or a tick under one of several): read as one',
  ),
  'value-taken': label(
    '没有这一列，按表头、标题或表中数据取定，可在文件卡片上改',
    'no such column; taken from header, title or data, to be changed on the card',
  ),
  'columns-contradict': label(
    '两列说的是同一件事而互相矛盾，均未采用，该行不进入相应分母',
    'two columns of one fact contradict each other; neither is used, the row is in no denominator that needs it',
  ),
  'blank-as-no': label('该列只写“是”（√），空白按“否”计', 'a column that only ever says yes: blank is taken as no'),
  'missing-required': label(
    '必填项为空，该行不进入相应分母',
    'required value missing, the row is in no denominator that needs it',
  ),
  'total-mismatch': label('合计行与各行之和不符', 'the totals row differs from the sum of the rows'),
  'row-unchanged': label('与先前文件相同的行，未作更正', 'as in the earlier file; nothing corrected'),
  'duplicate-row': label('与前面的行完全相同，未重复计入', 'same as an earlier row, not counted again'),
  'duplicate-spelling': label(
    '与另一行是同一对象，只是写法不同（空格、括号、全半角或缺代码），未重复计入',
    'the same as another row, only written differently (spaces, brackets, width, or without its code); not counted again',
  ),
  'duplicate-key': label(
    '与另一行是同一对象而内容不同，未采用本行',
    'says something else than another row about the same thing; that row is kept',
  ),
  'row-corrected': label(
    '与先前文件的一行是同一对象而内容不同，以本文件为准',
    'says something else than an earlier file about the same thing; this file counts',
  ),
  'day-of-filling-in': label(
    '没有写明统计截止日，按填表或落款日期计；如是上一期的数据，请在卡片上改',
    'no cut-off is stated: the day of filling in is taken; if the figures are of the period before, change it on the card',
  ),
  'other-day': label(
    '别处写的日期与所用的统计截止日不同，按次序未采用',
    'another day is named than the one used as the cut-off; by precedence it was not used',
  ),
  'small-snapshot-merged': label(
    '行数远少于上期，视作更正并入上期',
    'far fewer rows than the snapshot before; taken for a correction and merged into it',
  ),
  'small-snapshot-kept': label(
    '行数远少于上期，按选择作新的一期',
    'far fewer rows than the snapshot before; one of its own, as chosen',
  ),
  'small-snapshot-out': label(
    '行数远少于上期，请说明是更正还是新的一期；说明前不计入',
    'far fewer rows than the snapshot before; not counted until somebody says what it is',
  ),
  'code-in-two-zones': label(
    '同一代码同日出现在两个开发区，两处都计，请核对',
    'one code in two zones on one day; both count, please check',
  ),
  'code-zone-chosen': label(
    '同一代码同日出现在两个开发区，按选择只计一处',
    'one code in two zones on one day; only one counts, as chosen',
  ),
  'score-not-total': label(
    '总分不等于各项得分之和（加分、扣分计入），按所列总分',
    'the total is not the sum of its items; taken as it stands',
  ),
  'rank-not-score': label('名次与总分的先后不符', 'the rank is not that of the total'),
  'rate-without-counts': label(
    '只有百分比，没有数目：比率不能相加，该行未采用；请补报应建数、已建数或企业总数',
    'a rate without its counts cannot be added up, the row is not used; counts are needed',
  ),
  'rate-not-counts': label('覆盖率与数目不符，按数目计算', 'the rate is not that of the counts, which are used'),
  'built-over-due': label(
    '已建数多于应建数，该行的应建已建率未采用',
    'more built than required, not used for the rate of those required',
  ),
  'built-read-as-due': label(
    '已建数与应建数并列，按应建单位中的已建数读；全部单位的覆盖率因此未知',
    'what is built stands beside what is required and is read as a part of it; coverage of all units is unknown',
  ),
  'counts-beside-rows': label(
    '同一园区同月已有逐户清单，按清单计算，汇总数只作核对',
    'the zone has a list of units of the same month, which counts; these counts are only held against it',
  ),
  'counts-not-rows': label('汇总数与逐户清单不符，按清单计算', 'counts differ from the list of units, which counts'),
  'counts-repeated': label(
    '同一园区同日另有更细的汇总，按更细的计算，不重复计入',
    'the zone has finer counts of the same day, which count; these are not added to them',
  ),
  'counts-of-some': label(
    '标题说的是表彰、新评定或拟评定的一部分，不是全部：分布、占比和参评率不按它计；新评定、晋星要导入逐个党组织的评定表',
    'the title speaks of those honoured, newly rated or proposed, not of all: no distribution, shares or rates by it; who is newly rated or moved is counted from rows of organisations',
  ),
  'levels-incomplete': label(
    '有的等次（星级）空白，没有当作 0：这一园区的分布和占比未知；确实没有的请填 0',
    'the number at some level is blank and was not taken for 0: the zone’s distribution and shares are unknown; write 0 where there is none',
  ),
  'levels-not-total': label(
    '合计不等于各等次（星级）之和，按各等次的数计算',
    'the total is not the sum of its levels, which are used',
  ),
  'levels-not-rated': label(
    '参评（定级）数不等于各等次（星级）之和：分布和占比未知',
    'the number rated is not the sum of the levels: distribution and shares are unknown',
  ),
  'levels-over-due': label(
    '参评（定级）数多于应参评数，参评率未采用',
    'more rated than were to be rated; not used for the rate',
  ),
  'level-unknown': label(
    '等次不在评定办法之内，或评定办法无从判断：这一园区的等次未采用。已知的有先进、一般、后进，好、较好、一般、较差，A、B、C、D，优秀、良好、合格、不合格；别的办法请在“规则与目标”填写，表中写明评定办法',
    'the grade is not in the scheme, or the scheme cannot be told: the zone’s grades are not used. Known are three grades, four grades, letters and points; other schemes are entered on Rules and targets and named in the table',
  ),
  'share-not-count': label('占比与数目不符，按数目计算', 'the share is not that of the counts, which are used'),
  'levels-beside-rows': label(
    '同一园区同一周期已有逐个党组织的名单，按名单计算，汇总数只作核对',
    'the zone has a list of organisations of the same cycle, which counts; these counts are only held against it',
  ),
  'levels-not-rows': label(
    '汇总数与逐个党组织的名单不符，按名单计算',
    'counts differ from the list of organisations, which counts',
  ),
  'levels-repeated': label(
    '同一园区同一周期另有更细的汇总，按更细的计算，不重复计入',
    'the zone has finer counts of the same cycle, which count; these are not added to them',
  ),
  'parent-not-found': label(
    '上级党组织不在同一登记表中，计为未连到党工委',
    'the organisation above is in no row of the register; counted as not linked',
  ),
  'name-of-several': label(
    '没有代码，名称可能是两个党组织中的任何一个，无从分清；请补代码',
    'no code, and the name may be of either of two organisations; a code would tell',
  ),
  'parent-circle': label(
    '上级关系成环，计为未连到党工委',
    'organisations above one another in a circle; counted as not linked',
  ),
  'example-row': label('模板中的示例行，已略过', 'example row of the blank template, left out'),
};

const BASIS: Readonly<Record<string, Label>> = {
  'rule-unknown-rule': label('没有这条规则，未采用', 'no such rule, not used'),
  'rule-empty': label('规则取值为空，仍按原版本', 'a rule without a value; the version before stays'),
  'rule-not-a-choice': label(
    '规则取值不在可选值内，仍按原版本',
    'not an allowed value of the rule; the version before stays',
  ),
  'rule-not-a-number': label(
    '规则取值不是数，仍按原版本',
    'the rule’s value is not a number; the version before stays',
  ),
  'rule-not-whole': label('规则取值应为整数，仍按原版本', 'the rule needs a whole number; the version before stays'),
  'rule-out-of-range': label(
    '规则取值超出合理范围，仍按原版本',
    'implausible value of a rule; the version before stays',
  ),
  'rule-not-a-day': label('规则的日期不是日期，仍按原版本', 'the rule’s date is none; the version before stays'),
  'rule-ends-before-start': label(
    '规则失效早于生效，仍按原版本',
    'a rule ends before it begins; the version before stays',
  ),
  'rule-versions-cross': label(
    '规则各版日期重叠，仍按原版本',
    'versions of a rule cross in time; the version before stays',
  ),
  'rule-incomplete': label('评定办法不完整，仍按原版本', 'an incomplete scheme; the version before stays'),
  'rule-levels-overlap': label(
    '分数线重叠或次序颠倒，仍按原版本',
    'levels overlap or are out of order; the version before stays',
  ),
  'rule-shares-over-one': label('名额合计超过 100%，仍按原版本', 'shares over 100 %; the version before stays'),
  'rule-level-outside': label('星级超出办法的范围，仍按原版本', 'a level outside the scheme; the version before stays'),
  'rule-ranks-broken': label(
    '等次的位次不连续，仍按原版本',
    'places of grades are not consecutive; the version before stays',
  ),
  'rule-unknown-label': label('等次没有位次，仍按原版本', 'a grade without a place; the version before stays'),
  'rule-weights-not-one': label(
    '权重合计不是 100%，仍按原版本',
    'weights do not add up to 100 %; the version before stays',
  ),
  'target-unknown-metric': label(
    '没有这个指标，目标未采用；指标名称请照“指标词典”写，如组织覆盖率、应建已建率',
    'no such metric, the target is not used; names are those of the dictionary',
  ),
  'target-no-single-value': label('分布类指标不能设目标，未采用', 'a distribution cannot have a target, not used'),
  'target-not-a-period': label('目标的时期不是时期，未采用', 'the target’s period is none, not used'),
  'target-out-of-range': label('目标超出指标的范围，未采用', 'a target outside the range of its metric, not used'),
  'target-limits-out-of-order': label(
    '目标、黄线、红线次序不对，未采用',
    'target, amber and red out of order, not used',
  ),
};

const CONSTRAINTS = new Map(
  TABLES.flatMap((table) => table.constraints.map((check) => [check.code, check.label] as const)),
);

/** What an issue of the ledger means; the code itself where the catalogue has no words for it. */
export function issueLabel(code: string): Label {
  return READING[code] ?? CELLS[code] ?? TABLE[code] ?? BASIS[code] ?? CONSTRAINTS.get(code) ?? label(code, code);
}
