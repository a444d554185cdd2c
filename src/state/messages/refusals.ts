import type { Label } from '../../domain';

/** Why a file was refused and what to do next, by the code of the refusal. */
export const REFUSALS: Readonly<Record<string, { readonly what: Label; readonly next: Label }>> = {
  'no-such-file': {
    what: { zh: '找不到这个文件。', en: 'There is no such file.' },
    next: { zh: '请核对路径。', en: 'Check the path.' },
  },
  'cube-foreign': {
    what: { zh: '这不是区镜的汇总文件。', en: 'This is not a file of Zonelens totals.' },
    next: {
      zh: '请用区镜“分享”页保存的 .arrow 文件，或 zonelens cube 写出的文件。',
      en: 'Use an .arrow file saved on the page Share, or written by zonelens cube.',
    },
  },
  'cube-damaged': {
    what: {
      zh: '汇总文件不完整，或内容被改动过，没有采用。',
      en: 'The file of totals is incomplete or was altered; it is not used.',
    },
    next: { zh: '请对方重新保存、重新发送一次。', en: 'Have it saved and sent again.' },
  },
  'cube-newer': {
    what: {
      zh: '汇总文件由更新版本的区镜写出，本版本读不了。',
      en: 'The file of totals was written by a newer version of Zonelens and cannot be read by this one.',
    },
    next: { zh: '请改用最新版本打开。', en: 'Open it with the latest version.' },
  },
  'cube-older': {
    what: {
      zh: '汇总文件由旧版本的区镜写出，格式已经不同。',
      en: 'The file of totals was written by an old version of Zonelens in another form.',
    },
    next: { zh: '请用本版本重新保存一次。', en: 'Save it again with this version.' },
  },
  'cube-elsewhere': {
    what: {
      zh: '地址指向别的网站，本页只打开自己网站上的汇总文件。',
      en: 'The address leads to another site; this page opens files of totals of its own site only.',
    },
    next: { zh: '请把文件放到本页所在的网站上。', en: 'Put the file on the site of this page.' },
  },
  'cube-not-there': {
    what: { zh: '网站上没有取到这个汇总文件。', en: 'There is no such file of totals on the site.' },
    next: { zh: '请核对地址中 cube= 之后的路径。', en: 'Check the path after cube= in the address.' },
  },
  'cube-clash': {
    what: {
      zh: '另一个汇总文件列有同一园区、同一时期的同一指标，数不同，又看不出哪一份在后；两份都没有采用。',
      en: 'Another file of totals tells the same metric of the same zone and period, with other figures, and nothing tells which is the newer; neither is used.',
    },
    next: { zh: '请只打开其中一份。', en: 'Open only one of the two.' },
  },
  'report-foreign': {
    what: {
      zh: '这不是区镜的报告，也不是汇总文件或数据指纹。',
      en: 'This is no report of Zonelens, and no file of totals or fingerprint either.',
    },
    next: {
      zh: '请用 zonelens report 或“分享”页生成的 .html 文件、.arrow 汇总文件，或写在文件末尾的数据指纹。',
      en: 'Use an .html file of zonelens report or of the page Share, an .arrow file of totals, or the fingerprint at the foot of a paper.',
    },
  },
  'report-damaged': {
    what: {
      zh: '报告不完整，或其中的数据被改动过，无法核对。',
      en: 'The report is incomplete, or the figures inside were altered; it cannot be verified.',
    },
    next: { zh: '请对方重新生成、重新发送一次。', en: 'Have it made and sent again.' },
  },
  'nothing-to-verify': {
    what: {
      zh: '没有可用的数据文件，无法核对。',
      en: 'None of the files of data could be used, so nothing was verified.',
    },
    next: { zh: '请核对 --data 之后的路径。', en: 'Check the paths after --data.' },
  },
  'plan-needs-earlier': {
    what: {
      zh: '这份计算方案只含有变化的园区，需要上一次的汇总文件。',
      en: 'This plan is of the zones that changed only; it needs the earlier file of totals.',
    },
    next: {
      zh: '请用 --earlier 指明生成方案时所用的 .arrow 文件。',
      en: 'Name the .arrow file it was written with by --earlier.',
    },
  },
  'earlier-no-rows': {
    what: {
      zh: '上一次的汇总文件没有记下各园区的行校验码，不能只算有变化的园区。',
      en: 'The earlier file of totals does not say of what rows each zone is, so it cannot be gone on from.',
    },
    next: {
      zh: '请用 zonelens cube --from 写出的全部、内部的 .arrow 文件，或不带 --earlier 全部重算。',
      en: 'Use an .arrow file of zonelens cube --from, internal and whole, or work everything out anew without --earlier.',
    },
  },
  'earlier-other-day': {
    what: {
      zh: '数据截至日与上一次不同，逾期、应尽等指标各园区都要重算。',
      en: 'The as-of day is another than before, so what is overdue or owed changes in every zone.',
    },
    next: { zh: '请不带 --earlier 全部重算。', en: 'Work everything out anew, without --earlier.' },
  },
  'earlier-other-rules': {
    what: { zh: '规则与上一次不同，各园区都要重算。', en: 'Other rules are in force than before, in every zone.' },
    next: { zh: '请不带 --earlier 全部重算。', en: 'Work everything out anew, without --earlier.' },
  },
  'earlier-other-model': {
    what: {
      zh: '上一次的汇总文件出自另一个版本的指标定义，两者的数不能混用。',
      en: 'The earlier file of totals is of another version of the metrics; figures of the two cannot be mixed.',
    },
    next: { zh: '请不带 --earlier 全部重算。', en: 'Work everything out anew, without --earlier.' },
  },
  'earlier-other-tables': {
    what: {
      zh: '能算的指标与上一次不同（新导入或缺少某些数据表），各园区都要重算。',
      en: 'Other metrics can be counted than before, for tables came in or went, in every zone.',
    },
    next: { zh: '请不带 --earlier 全部重算。', en: 'Work everything out anew, without --earlier.' },
  },
  'earlier-other-rows': {
    what: {
      zh: '上一次的汇总文件与生成计算方案时用的不是同一份。',
      en: 'The earlier file of totals is not the one the plan was written with.',
    },
    next: { zh: '请用生成方案时所用的 .arrow 文件。', en: 'Use the .arrow file the plan was written with.' },
  },
  'plan-broken': {
    what: {
      zh: '这不是完整的计算方案，或者内容已被改动。',
      en: 'This is no plan as it was written, or it was changed.',
    },
    next: { zh: '请用 zonelens plan 重新生成。', en: 'Write it again with zonelens plan.' },
  },
  'plan-other-model': {
    what: {
      zh: '这份计算方案出自另一个版本的指标定义，两者的数不能混用。',
      en: 'This plan is of another version of the metrics; figures of the two cannot be mixed.',
    },
    next: {
      zh: '请用现在的版本重新生成计算方案，并重新计算。',
      en: 'Write the plan again with this version and work it out anew.',
    },
  },
  'cells-broken': {
    what: {
      zh: '计算结果读不出来：列名、列数或数值不对，或者文件不完整。',
      en: 'The cells cannot be read: columns or numbers are not as they should be, or the file is cut off.',
    },
    next: {
      zh: '请将 cell 和 cell_count 两张表重新导出为带表头的 CSV。',
      en: 'Give out the tables cell and cell_count again, as CSV with a header.',
    },
  },
  'cells-other-plan': {
    what: { zh: '这些计算结果不是由这份计算方案得出的。', en: 'These cells were not worked out by this plan.' },
    next: {
      zh: '请核对计算结果与 plan.json 是否出自同一次生成。',
      en: 'Take the plan.json that was written with their steps.',
    },
  },
  'cells-no-metric': {
    what: {
      zh: '计算结果缺少一项指标，计算没有完成。',
      en: 'A metric is not among the cells: the work was not finished.',
    },
    next: { zh: '请重新运行全部步骤，再导出结果。', en: 'Run all steps again and give the cells out anew.' },
  },
  'cells-cut': {
    what: {
      zh: '计算结果的行数与记录的行数不一致，有缺失或重复。',
      en: 'There are not as many cells as were written: some are lost or doubled.',
    },
    next: {
      zh: '请将 cell 和 cell_count 两张表完整地重新导出。',
      en: 'Give out the tables cell and cell_count again, whole.',
    },
  },
  'cells-no-zone': {
    what: {
      zh: '计算结果缺少一个开发区，装入的数据不完整。',
      en: 'A zone is not among the cells: not all of the data was there.',
    },
    next: {
      zh: '请核对 data 中的文件是否全部装入，再重新运行。',
      en: 'Make sure that all files of data were loaded, and run it again.',
    },
  },
  'empty-file': {
    what: { zh: '文件是空的。', en: 'The file is empty.' },
    next: { zh: '请在原系统中重新导出一次。', en: 'Export it again from the system it comes from.' },
  },
  'same-file': {
    what: {
      zh: '这个文件已经导入过，内容逐字节相同，没有重复计入。',
      en: 'This very file is loaded already, byte for byte; it was not counted twice.',
    },
    next: {
      zh: '如需更新，请拖入内容有变化的文件；同键的行会作为更正列出。',
      en: 'To update it, drop a file whose content differs; rows of the same key are then offered as corrections.',
    },
  },
  'binary-file': {
    what: { zh: '这不是文本表格，而是二进制文件。', en: 'This is a binary file, not a table in text.' },
    next: {
      zh: '请用原程序打开，另存为“CSV UTF-8（逗号分隔）”后再拖入。',
      en: 'Open it in the program it belongs to and save it as “CSV UTF-8 (comma separated)”.',
    },
  },
  'not-text': {
    what: { zh: '文件内容不是可读的文字。', en: 'The content is not readable text.' },
    next: {
      zh: '请确认文件没有损坏，再从原系统导出一次。',
      en: 'Make sure the file is not damaged and export it again.',
    },
  },
  'no-table': {
    what: { zh: '文件里没有找到表格。', en: 'No table was found in the file.' },
    next: {
      zh: '请确认拖入的是带表头的明细表，而不是说明文档或代码。',
      en: 'Make sure it is a table with a header, not a document or code.',
    },
  },
  'no-known-table': {
    what: {
      zh: '表格读出来了，但表头与任何一种已知的表都对不上。',
      en: 'The table was read, but its header fits no table that is known.',
    },
    next: {
      zh: '请确认拖入的是带表头的明细表；有卡片的，可在卡片上选定是什么表，并把没认识的列对上。',
      en: 'Make sure it is a table with a header; where it has a card, say there which table it is and what its unknown columns mean.',
    },
  },
  'form-card': {
    what: {
      zh: '这是一张登记卡：名称和内容并排成对，不是一行一条的表格。',
      en: 'This is a form of names and values beside each other, not a table of one row each.',
    },
    next: {
      zh: '请改成第一行为列名、每行一条的表格后再导入。',
      en: 'Make it a table with the names in the first row and one row for each.',
    },
  },
  'unknown-encoding': {
    what: { zh: '选择的编码无法识别。', en: 'The chosen encoding is not known.' },
    next: { zh: '请改选 UTF-8、GB18030、UTF-16 或 Big5。', en: 'Choose UTF-8, GB18030, UTF-16 or Big5.' },
  },
  'record-too-long': {
    what: { zh: '有一行长得不合常理，可能缺少引号。', en: 'One record is unreasonably long; a quote may be missing.' },
    next: { zh: '请在原文件中检查该行附近的引号。', en: 'Check the quotes near that record in the file.' },
  },
  'encrypted-spreadsheet': {
    what: { zh: '工作簿设有密码。', en: 'The workbook is protected by a password.' },
    next: {
      zh: '请在表格软件中取消密码后另存，再拖入。',
      en: 'Remove the password in the spreadsheet program and save it again.',
    },
  },
  'encrypted-file': {
    what: { zh: '压缩包或文件设有密码。', en: 'The archive or file is protected by a password.' },
    next: { zh: '请解除密码后再拖入。', en: 'Remove the password and drop it again.' },
  },
  'damaged-spreadsheet': {
    what: { zh: '工作簿已损坏，无法打开。', en: 'The workbook is damaged and cannot be opened.' },
    next: {
      zh: '请在表格软件中打开并另存，或重新导出。',
      en: 'Open and save it in a spreadsheet program, or export it again.',
    },
  },
  'damaged-file': {
    what: { zh: '文件不完整或已损坏。', en: 'The file is incomplete or damaged.' },
    next: { zh: '请重新复制或重新导出。', en: 'Copy or export it again.' },
  },
  'nested-archive': {
    what: { zh: '压缩包里还有压缩包。', en: 'The archive holds another archive.' },
    next: { zh: '请先解压，再拖入其中的表格。', en: 'Unpack it first and drop the tables.' },
  },
  'cell-too-long': {
    what: { zh: '有一个单元格长得不合常理。', en: 'One cell is unreasonably long.' },
    next: { zh: '请在原文件中检查该处。', en: 'Check that place in the file.' },
  },
  'too-many-columns': {
    what: { zh: '列数超出可以读取的范围。', en: 'There are more columns than can be read.' },
    next: { zh: '请确认分隔符是否正确，或拆分文件。', en: 'Check the separator, or split the file.' },
  },
  'too-many-entries': {
    what: { zh: '压缩包里的文件太多。', en: 'The archive holds too many files.' },
    next: { zh: '请解压后分批拖入。', en: 'Unpack it and drop the files in batches.' },
  },
  'too-many-sheets': {
    what: { zh: '工作表太多。', en: 'There are too many sheets.' },
    next: { zh: '请只保留需要的工作表后另存。', en: 'Keep the sheets that are needed and save again.' },
  },
  'too-large': {
    what: { zh: '文件超出可以读取的大小。', en: 'The file is larger than can be read.' },
    next: { zh: '请按年度或开发区拆分后再导入。', en: 'Split it by year or by zone.' },
  },
  'no-progress': {
    what: {
      zh: '读取这个文件时长时间没有进展，已停止；其余文件不受影响。',
      en: 'Reading this file made no progress for a long time and was stopped; the other files are not affected.',
    },
    next: {
      zh: '文件可能已损坏或过大：请在表格软件中打开后另存为“CSV UTF-8（逗号分隔）”，或拆分后再导入。',
      en: 'It may be damaged or too large: open it in a spreadsheet program and save it as “CSV UTF-8 (comma separated)”, or split it.',
    },
  },
  'reading-broke': {
    what: {
      zh: '读取这个文件时程序中断，可能是内存不足；其余文件不受影响。',
      en: 'Reading broke off at this file, perhaps for want of memory; the other files are not affected.',
    },
    next: {
      zh: '请拆分文件，或另存为“CSV UTF-8（逗号分隔）”后再导入。',
      en: 'Split the file, or save it as “CSV UTF-8 (comma separated)”.',
    },
  },
  'file-gone': {
    what: {
      zh: '这个文件已不在原处，或选入后有改动，浏览器读不到它的内容。已导入的数据没有变动。',
      en: 'The file was moved, deleted or changed since it was chosen, and the browser can no longer read it. What was loaded is as it was.',
    },
    next: {
      zh: '请把它重新选入，再作这项更改。',
      en: 'Choose it again, then make the change.',
    },
  },
  'database-died': {
    what: {
      zh: '数据库在处理它时意外停止，多半是内存不足。数据库已重新启动，此前导入的文件已按原样重新读取。',
      en: 'The database stopped while it was at work on it, most likely for want of memory. It was started again, and what was loaded before was read again as it was.',
    },
    next: {
      zh: '请关闭其他标签页后再试；仍不行时，按年度或开发区拆分后导入。',
      en: 'Close other tabs and try again; if that does not help, split it by year or by zone.',
    },
  },
  'out-of-memory': {
    what: {
      zh: '内存不够，这一步没有完成；此前导入的数据没有变动。',
      en: 'There was not enough memory to finish this; what was loaded before is as it was.',
    },
    next: {
      zh: '请关闭其他标签页、重新打开本页后再试；仍不行时，按年度或开发区拆分后导入。',
      en: 'Close other tabs, open this page again and try; if that does not help, split it by year or by zone.',
    },
  },
  cancelled: {
    what: { zh: '读取已取消。', en: 'Reading was cancelled.' },
    next: { zh: '需要时请重新拖入。', en: 'Drop it again when needed.' },
  },
  unexpected: {
    what: { zh: '读取时出现程序错误。', en: 'A program error occurred while reading.' },
    next: {
      zh: '请记下这条信息，连同文件的表头反馈给维护人员。',
      en: 'Please report this message with the header of the file.',
    },
  },
};
