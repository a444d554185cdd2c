export const HEADER = ['序号', '党组织名称', '党员数', '成立时间'];
export const ROWS = [
  ['1', '高新区软件园联合支部', '12', '2019-03-01'],
  ['2', '恒久集团党委', '108', '2011-07-01'],
  ['3', '百谷合作社党支部', '7', '2020-11-20'],
  ['4', '实验学校党总支', '36', '2008-09-10'],
];

export interface Case {
  name: string;
  text: string;
  header?: string[];
  rows?: string[][];
  delimiter?: string;
}

const join = (separator: string, newline = '\n') => [HEADER, ...ROWS].map((row) => row.join(separator)).join(newline);
const quoted = (quote: string, separator = ',') =>
  [HEADER, ...ROWS].map((row) => row.map((cell) => quote + cell + quote).join(separator)).join('\r\n');

export const DIALECT_CASES: Case[] = [
  { name: 'comma', text: join(','), delimiter: ',' },
  { name: 'semicolon', text: join(';'), delimiter: ';' },
  { name: 'tab', text: join('\t'), delimiter: '\t' },
  { name: 'pipe', text: join('|'), delimiter: '|' },
  { name: 'full-width comma', text: join('，'), delimiter: '，' },
  { name: 'comma and space', text: join(', '), delimiter: ',' },
  { name: 'caret', text: join('^'), delimiter: '^' },
  { name: 'single spaces', text: join(' ') },
  { name: 'columns aligned with runs of spaces', text: join('     ') },
  { name: 'columns aligned with full-width spaces', text: join('\u3000\u3000') },
  { name: 'CR only', text: join(',', '\r') },
  { name: 'CRLF', text: join(',', '\r\n') },
  { name: 'CRCRLF', text: join(',', '\r\r\n') },
  { name: 'double quotes everywhere', text: quoted('"') },
  { name: 'single quotes everywhere', text: quoted("'") },
  { name: 'quotes and comma-space', text: quoted('"', ', ') },
  { name: 'quotes and single space', text: quoted('"', ' ') },
  { name: 'sep= line', text: `sep=;\r\n${join(';', '\r\n')}`, delimiter: ';' },
  { name: 'sep= tab by name', text: `sep=\t\n${join('\t')}`, delimiter: '\t' },
  { name: 'trailing separator in every row', text: [HEADER, ...ROWS].map((row) => `${row.join(',')},`).join('\n') },
  {
    name: 'trailing separators in the rows only',
    text: [HEADER.join(','), ...ROWS.map((row) => `${row.join(',')},`)].join('\n'),
  },
  { name: 'two trailing newlines', text: `${join(',')}\n\n` },
  { name: '943 empty lines at the end', text: `${join(',')}${'\n'.repeat(943)}` },
  { name: 'rows of separators at the end', text: `${join(',')}\n${',,,\n'.repeat(30)}` },
  {
    name: 'semicolons with decimal commas',
    text: '名称;覆盖率;平均分\n高新区;81,5;90,25\n经开区;77,0;88,5\n工业园;60,5;70,5',
    header: ['名称', '覆盖率', '平均分'],
    rows: [
      ['高新区', '81,5', '90,25'],
      ['经开区', '77,0', '88,5'],
      ['工业园', '60,5', '70,5'],
    ],
    delimiter: ';',
  },
  {
    name: 'quoted line breaks and commas',
    text: '名称,地址,人数\n"甲\n公司","科技路1号,2层",3\n乙公司,"长安路\r\n8号",4\n',
    header: ['名称', '地址', '人数'],
    rows: [
      ['甲\n公司', '科技路1号,2层', '3'],
      ['乙公司', '长安路\r\n8号', '4'],
    ],
  },
  {
    name: 'doubled quotes',
    text: '名称,备注,人数\n甲,"称为""示范点""",3\n乙,"""五星""",4\n',
    header: ['名称', '备注', '人数'],
    rows: [
      ['甲', '称为"示范点"', '3'],
      ['乙', '"五星"', '4'],
    ],
  },
  {
    name: 'backslash escapes',
    text: '"名称","备注","人数"\n"甲","称为\\"示范点\\"",3\n"乙","\\"五星\\", 已评",4\n',
    header: ['名称', '备注', '人数'],
    rows: [
      ['甲', '称为"示范点"', '3'],
      ['乙', '"五星", 已评', '4'],
    ],
  },
  {
    name: 'unescaped quotes inside quoted fields',
    text: '"名称","备注","人数"\n"甲","称为"示范点"的",3\n"乙","无",4\n"丙","无",5\n',
    header: ['名称', '备注', '人数'],
    rows: [
      ['甲', '称为"示范点"的', '3'],
      ['乙', '无', '4'],
      ['丙', '无', '5'],
    ],
  },
  {
    name: 'a quote that is never closed swallows nothing',
    text: '名称,备注,人数\n甲,"没有结束,3\n乙,好,4\n丙,"有,逗号",5\n丁,好,6\n',
    header: ['名称', '备注', '人数'],
    rows: [
      ['甲', '"没有结束', '3'],
      ['乙', '好', '4'],
      ['丙', '有,逗号', '5'],
      ['丁', '好', '6'],
    ],
  },
  {
    name: 'inch marks in plain fields',
    text: '名称,规格,数量\n屏幕,55" 液晶,2\n桌子,"48"" 圆桌",1\n柜,30",4\n',
    header: ['名称', '规格', '数量'],
    rows: [
      ['屏幕', '55" 液晶', '2'],
      ['桌子', '48" 圆桌', '1'],
      ['柜', '30"', '4'],
    ],
  },
  {
    name: 'ragged rows: short ones padded, surplus kept',
    text: '名称,类别,人数,备注\n甲,党委,3\n乙,支部,4,好\n丙,支部,5,好,多\n丁,支部,6,好,,\n戊,支部,6,好\n',
    header: ['名称', '类别', '人数', '备注'],
    rows: [
      ['甲', '党委', '3', ''],
      ['乙', '支部', '4', '好'],
      ['丙', '支部', '5', '好', '多'],
      ['丁', '支部', '6', '好'],
      ['戊', '支部', '6', '好'],
    ],
  },
  {
    name: 'one column',
    text: '企业名称\n甲公司\n乙公司\n丙公司\n',
    header: ['企业名称'],
    rows: [['甲公司'], ['乙公司'], ['丙公司']],
    delimiter: '',
  },
  {
    name: 'one column of quoted names',
    text: '"企业名称"\n"甲,公司"\n"乙公司"\n"丙公司"\n',
    header: ['企业名称'],
    rows: [['甲,公司'], ['乙公司'], ['丙公司']],
  },
  { name: 'header only', text: '序号,党组织名称,党员数,成立时间\n', rows: [] },
  {
    name: 'one data row',
    text: '序号,党组织名称,党员数,成立时间\n1,恒久集团党委,108,2011-07-01',
    rows: [['1', '恒久集团党委', '108', '2011-07-01']],
  },
  {
    name: 'no header at all',
    text: ROWS.map((row) => row.join(',')).join('\n'),
    header: ['第1列', '第2列', '第3列', '第4列'],
  },
  {
    name: 'one row without header',
    text: '1,恒久集团党委,108,2011-07-01\n',
    header: ['第1列', '第2列', '第3列', '第4列'],
    rows: [['1', '恒久集团党委', '108', '2011-07-01']],
  },
  { name: 'comment lines', text: `# 导出自党建系统\n# 2023-06-30\n${join(',')}\n# 完\n` },
  {
    name: 'mixed line ends',
    text: `${HEADER.join(',')}\r\n${ROWS[0]?.join(',')}\n${ROWS[1]?.join(',')}\r${ROWS[2]?.join(',')}\r\n${ROWS[3]?.join(',')}`,
  },
  { name: 'Ctrl-Z at the end', text: `${join(',')}\r\n\u001A` },
  { name: 'NUL bytes between the characters', text: join(',').replace('恒久', '恒\u0000久') },
  {
    name: 'tabs with commas inside the cells',
    text: '名称\t事项\t人数\n甲\t学习,讨论\t3\n乙\t走访,调研,慰问\t4\n丙\t会议\t5\n',
    header: ['名称', '事项', '人数'],
    rows: [
      ['甲', '学习,讨论', '3'],
      ['乙', '走访,调研,慰问', '4'],
      ['丙', '会议', '5'],
    ],
    delimiter: '\t',
  },
  {
    name: 'aligned columns with empty places',
    text: [
      '序号    党组织名称        党员数    成立时间',
      '1       软件园联合支部        12    2019-03-01',
      '2       恒久集团党委                2011-07-01',
      '3       百谷合作社             7    ',
    ].join('\n'),
    rows: [
      ['1', '软件园联合支部', '12', '2019-03-01'],
      ['2', '恒久集团党委', '', '2011-07-01'],
      ['3', '百谷合作社', '7', ''],
    ],
  },
  {
    name: 'a table drawn by a database client',
    text: '+------+------+\n| 名称 | 人数 |\n+------+------+\n| 甲   |    3 |\n| 乙   |    4 |\n+------+------+\n',
    header: ['名称', '人数'],
    rows: [
      ['甲', '3'],
      ['乙', '4'],
    ],
    delimiter: '|',
  },
  {
    name: 'a Markdown table',
    text: '| 名称 | 人数 |\n|------|:----:|\n| 甲 | 3 |\n| 乙 |  |\n',
    header: ['名称', '人数'],
    rows: [
      ['甲', '3'],
      ['乙', ''],
    ],
  },
  {
    name: 'dates with times do not make the space a delimiter',
    text: '名称,时间\n甲,2023-01-01 12:00:00\n乙,2023-01-02 12:00:00\n丙,2023-01-03 09:30:00\n',
    header: ['名称', '时间'],
    rows: [
      ['甲', '2023-01-01 12:00:00'],
      ['乙', '2023-01-02 12:00:00'],
      ['丙', '2023-01-03 09:30:00'],
    ],
  },
  {
    name: 'text full of full-width commas',
    text: '名称,意见\n甲,"好，很好，非常好"\n乙,"一般，再看"\n丙,无\n',
    header: ['名称', '意见'],
    rows: [
      ['甲', '好，很好，非常好'],
      ['乙', '一般，再看'],
      ['丙', '无'],
    ],
  },
  {
    name: 'spaces around cells stay',
    text: '名称,人数\n 甲 ,3\n乙, 4\n丙,5\n',
    header: ['名称', '人数'],
    rows: [
      [' 甲 ', '3'],
      ['乙', ' 4'],
      ['丙', '5'],
    ],
  },
  {
    name: 'codes and damaged numbers stay as found',
    text: '代码,名称,号\n020100,甲,"=""00123"""\n020101,乙,\'00124\n020102,丙,9.11E+17\n',
    header: ['代码', '名称', '号'],
    rows: [
      ['020100', '甲', '="00123"'],
      ['020101', '乙', "'00124"],
      ['020102', '丙', '9.11E+17'],
    ],
  },
];
