/** Words of projects: what is kept, what can be undone, what is wrong. */
export const PROJECT = {
  'offline.open': { zh: '离线使用', en: 'Offline' },
  'offline.openReady': { zh: '可离线', en: 'Offline ✓' },
  'offline.kept.not': {
    zh: '网址不是 https 的，浏览器不保存网页程序，断网时打不开本页。需要离线使用的，请下载便携版。',
    en: 'At an address without https the browser keeps no program, and this page does not open without a network. To work offline, download the portable file.',
  },
  'offline.kept.keeping': {
    zh: '正在将程序保存到本浏览器，存好以后断网也能打开本页。',
    en: 'The program is being kept by this browser; once it is, this page opens without a network.',
  },
  'offline.kept.ready': {
    zh: '程序已保存在本浏览器：断网时仍用同一网址打开，导入、计算、分享照常。网站更新后，联网打开即为新版本。示例数据须联网载入。',
    en: 'The program is kept by this browser: without a network the same address opens it, and files are read, counted and shared as ever. After the site is updated, the next visit with a network has the new version. The example needs the network.',
  },
  'offline.kept.failed': {
    zh: '程序没有能够全部保存到本浏览器，断网时打不开本页；联网使用不受影响。浏览器不允许保存的（例如无痕窗口），请下载便携版。',
    en: 'Not all of the program could be kept by this browser, so this page does not open without a network; with one it works as ever. Where the browser keeps nothing (a private window, for example), download the portable file.',
  },
  'offline.title': { zh: '离线使用', en: 'Use without a network' },
  'offline.here': {
    zh: '当前打开的是便携版：程序都在这一个文件里，打开和使用都不需要网络。',
    en: 'This is the portable file: all of the program is inside it, and it needs no network.',
  },
  'offline.portable': { zh: '便携版', en: 'Portable file' },
  'offline.portableWhat': {
    zh: '一个网页文件，不到 12 MB，程序和数据引擎都在其中。拷到 U 盘，或者发给同事，双击即可打开，不需要网址，也不需要网络。',
    en: 'One file of less than 12 MB with the program and the data engine inside. On a memory stick, or sent to a colleague, it opens by double-click, without an address and without a network.',
  },
  'offline.portableNote': {
    zh: '便携版不含示例数据。用便携版导入的文件和作出的决定，保存在打开它的那台电脑的浏览器里，不在 U 盘上；换电脑之前，请在“导入”页将项目保存为文件。',
    en: 'The portable file does not hold the example data. Files loaded and decisions made in it are kept by the browser of the machine it is opened on, not on the stick: before changing machines, save the project as a file on the page Import.',
  },
  'offline.download': { zh: '下载便携版', en: 'Download the portable file' },
  'offline.close': { zh: '关闭', en: 'Close' },
  'project.first': { zh: '我的项目', en: 'My project' },
  'project.menu': { zh: '项目：{name}', en: 'Project: {name}' },
  'project.others': { zh: '其他项目', en: 'Other projects' },
  'project.unnamed': { zh: '（名称读不出）', en: '(name not readable)' },
  'project.broken': { zh: '读不出', en: 'not readable' },
  'project.new': { zh: '新建项目', en: 'New project' },
  'project.rename': { zh: '改名', en: 'Rename' },
  'project.name': { zh: '项目名称', en: 'Name of the project' },
  'project.confirm': { zh: '确定', en: 'OK' },
  'project.cancel': { zh: '取消', en: 'Cancel' },
  'project.manage': { zh: '保存与清除', en: 'Saving and erasing' },
  'project.saved': { zh: '已保存在本机 · {size}', en: 'Saved on this machine · {size}' },
  'project.saving': { zh: '正在保存', en: 'Saving' },
  'project.unsaved': { zh: '尚未保存', en: 'Not saved yet' },
  'project.notKept': { zh: '不保存，关闭即清空', en: 'Not kept: closing loses it' },
  'project.readOnly': { zh: '只读', en: 'Read only' },
  'project.undo': { zh: '撤销：{step}', en: 'Undo: {step}' },
  'project.redo': { zh: '重做：{step}', en: 'Redo: {step}' },
  'project.undoThen': { zh: '当前操作完成后撤销', en: 'Undone once this is done' },
  'project.redoThen': { zh: '当前操作完成后重做', en: 'Redone once this is done' },
  'step.example': { zh: '载入示例数据', en: 'load the example' },
  'step.headers': { zh: '记住的列对应', en: 'kept matches' },
  'step.rules': { zh: '改动规则与目标', en: 'edit rules and targets' },
  'step.other': { zh: '改动决定', en: 'change decisions' },
  'step.add': { zh: '导入 {count} 个文件', en: 'load {count} files' },
  'step.remove': { zh: '移除 {count} 个文件', en: 'remove {count} files' },
  'step.decide': { zh: '更改 {count} 个文件的读法', en: 'change how {count} files are read' },
  'step.replace': { zh: '替换“{path}”', en: 'replace “{path}”' },
  'step.replaceMany': { zh: '替换 {count} 个文件', en: 'replace {count} files' },
  'opened.notice': {
    zh: '正在看另外打开的 {count} 个汇总文件，不是项目“{project}”的数；没有明细，关上即不留存。',
    en: 'These are {count} files of totals opened beside the project “{project}”: there are no rows, and nothing of them is kept.',
  },
  'opened.noticeTold': {
    zh: '正在看另外打开的 {count} 个汇总文件，不是项目“{project}”的数；没有明细，关上即不留存。有 {told} 处须先看清。',
    en: 'These are {count} files of totals opened beside the project “{project}”: there are no rows, and nothing of them is kept. {told} things should be known first.',
  },
  'opened.show': { zh: '看是哪些文件', en: 'See which files' },
  'opened.close': { zh: '关上，回到项目', en: 'Close them, back to the project' },
  'kept.coming': {
    zh: '图表是 {when} 保存的，正在重新读取原始文件（第 {at} / {of} 个）。读完后可以查看明细、作改动。',
    en: 'The figures were saved {when}; the files are being read again ({at} of {of}). Rows and changes follow when they are.',
  },
  'kept.starting': {
    zh: '图表是 {when} 保存的，数据引擎正在启动。启动后可以查看明细、作改动。',
    en: 'The figures were saved {when}; the data engine is starting. Rows and changes follow.',
  },
  'kept.looking': {
    zh: '图表已可看，正在读入文件（第 {at} / {of} 个）。读完后可以查看明细、作改动。',
    en: 'The figures are there; the files are being read ({at} of {of}). Rows and changes follow when they are.',
  },
  'kept.lookingFirst': {
    zh: '图表已可看，数据引擎正在启动，随后读入文件。读完后可以查看明细、作改动。',
    en: 'The figures are there; the data engine is starting and will read the files. Rows and changes follow.',
  },
  'kept.stop': { zh: '停止读入', en: 'Stop reading' },
  'kept.again': {
    zh: '正在重新读取文件（第 {at} / {of} 个）。',
    en: 'The files are being read again ({at} of {of}).',
  },
  'kept.zonesOpen': {
    zh: '{names} 个园区中有 {open} 个可能与别的是同一园区（“{written}”＝“{zone}”？），待确认；确认之前各算一个园区，园区个数、排名和比较以确认后为准。',
    en: '{open} of {names} zones may be others of them (“{written}” = “{zone}”?). Until you say so each counts as a zone of its own, in numbers of zones, ranks and comparisons.',
  },
  'kept.zonesConfirm': { zh: '去确认', en: 'Confirm' },
  'kept.none': {
    zh: '图表是 {when} 保存的统计结果，没有保留原始文件：不能查看明细，改动规则也不会重算。导入文件后，将只按导入的文件重新计算。',
    en: 'The figures were saved {when} without their files: there are no rows to look at, and edited rules do not change them. Once files are loaded, figures are counted from those alone.',
  },
  'kept.elsewhere': {
    zh: '“{name}”正在另一个标签页中打开，这里只能查看。',
    en: '“{name}” is open in another tab; here it can only be looked at.',
  },
  'kept.takeOver': { zh: '改在这里打开', en: 'Open it here instead' },
  'kept.interrupted': {
    zh: '上次读取这些文件时页面意外中断，这次没有自动读取。图表是中断前保存的。',
    en: 'The page ended while it read these files the last time, so they were not read again. The figures are those saved before.',
  },
  'kept.resume': { zh: '读取文件', en: 'Read the files' },
  'kept.recounted': {
    zh: '重新读取后，有数字与 {when} 保存的不同：程序更新后算法或读法有变动，或者保存的结果被改动过。现在显示的是新的结果。',
    en: 'Read again, the files give other figures than those saved {when}: the program has been updated since, or what was saved was altered. The new ones are shown.',
  },
  'kept.died': {
    zh: '数据库意外停止，多半是内存不足。已重新启动，正在重新读取文件；图表是停止前的。',
    en: 'The database stopped, most likely for want of memory. It was started again and the files are being read; the figures are those from before.',
  },
  'kept.back': {
    zh: '数据库曾意外停止，已重新启动并重新读取文件。停止时没有完成的改动请再作一次。',
    en: 'The database had stopped; it was started again and the files were read again. Please repeat a change that was not finished.',
  },
  'kept.deadForGood': {
    zh: '数据库一再意外停止，没有再启动。图表是停止前的，已保存的内容没有变动。请关闭其他标签页后重新打开本页。',
    en: 'The database stopped again and again and was not started once more. The figures are those from before, and what is saved is unchanged. Close other tabs and open this page again.',
  },
  'kept.unread': {
    zh: '{count} 个文件没有找到保存的内容或没有读成，其余照常读取：{paths}。它们仍在项目里，下次打开时再读；也可重新导入。',
    en: '{count} files were not found among what was saved, or could not be read; the others are read: {paths}. They stay in the project and are tried again the next time; you can also load them again.',
  },
  'kept.giveUp': { zh: '不再保留这些文件', en: 'Give these files up' },
  'kept.dismiss': { zh: '知道了', en: 'Dismiss' },
  'trouble.closed': {
    zh: '浏览器不允许本页保存内容（隐私窗口或已禁用站点数据）。可以照常使用，但关闭页面后不保留；请在离开前“存为项目文件”。',
    en: 'The browser does not let this page keep anything (a private window, or site data switched off). Everything works, but is lost when the page is closed: save it as a project file first.',
  },
  'trouble.full': {
    zh: '浏览器可用的空间已满，最近的改动没有保存；此前保存的仍在。可删除其他项目，或改为“只保留统计结果”，或“存为项目文件”。',
    en: 'The browser has no room left, and the last changes were not saved; what was saved before is still there. Delete other projects, keep figures only, or save it as a project file.',
  },
  'trouble.newer': {
    zh: '“{about}”由较新的区镜保存，这里没有打开，内容没有变动。请更新区镜后再打开。',
    en: '“{about}” was saved by a newer Zonelens and was not opened; it is unchanged. Update Zonelens to open it.',
  },
  'trouble.broken': {
    zh: '保存的内容有一处读不出：{about}。能读出的照常打开，读不出的没有改动。',
    en: 'Part of what was saved cannot be read: {about}. What can be read is opened; the rest is left as it is.',
  },
  'trouble.figures': {
    zh: '“{about}”只保留了统计结果，而统计结果由另一版本的区镜保存，或已损坏，这里没有打开，内容没有变动。请用保存它的版本打开，或新建项目后重新导入文件。',
    en: '“{about}” holds figures only, which were saved by another version of Zonelens or are damaged; it was not opened and is unchanged. Open it with that version, or load the files into a new project.',
  },
  'trouble.gone': {
    zh: '没有找到文件“{about}”的内容，最近的改动没有保存。它可能已移动、改名或删除；请放回原处，或移除后重新导入。',
    en: 'The content of “{about}” was not found, and the last changes were not saved. It may have been moved, renamed or deleted: put it back, or remove it here and load it again.',
  },
  'opening.broken': {
    zh: '没有打开“{name}”：它不是完整的区镜项目文件{about}。现有的项目没有变动。',
    en: '“{name}” was not opened: it is not a complete Zonelens project{about}. The projects here are unchanged.',
  },
  'opening.figures': {
    zh: '没有打开“{name}”：它只含统计结果，而统计结果由另一版本的区镜保存，或已损坏。现有的项目没有变动。',
    en: '“{name}” was not opened: it holds figures only, which were saved by another version of Zonelens or are damaged. The projects here are unchanged.',
  },
  'opening.gone': {
    zh: '没有打开“{name}”：其中缺少文件“{about}”。现有的项目没有变动。',
    en: '“{name}” was not opened: it lacks the file “{about}”. The projects here are unchanged.',
  },
  'opening.newer': {
    zh: '没有打开“{name}”：它由较新的区镜保存，请更新后再打开。现有的项目没有变动。',
    en: '“{name}” was not opened: it was saved by a newer Zonelens. The projects here are unchanged.',
  },
  'opening.full': {
    zh: '没有打开“{name}”：浏览器可用的空间不够。现有的项目没有变动。',
    en: '“{name}” was not opened: the browser has no room for it. The projects here are unchanged.',
  },
  'opening.closed': {
    zh: '没有打开“{name}”：浏览器没有写入。现有的项目没有变动。',
    en: '“{name}” was not opened: the browser did not write it. The projects here are unchanged.',
  },
  'opening.opened': { zh: '已打开项目“{name}”。', en: 'The project “{name}” was opened.' },
  'projects.title': { zh: '项目与保存', en: 'Projects and saving' },
  'projects.sub': {
    zh: '文件、决定、规则和统计结果随改随存，只存在这台机器的这个浏览器里，不上传。下次打开本页即可继续。',
    en: 'Files, decisions, rules and figures are saved as you go, in this browser on this machine only; nothing is uploaded. Open the page again to go on.',
  },
  'projects.portable': {
    zh: '当前打开的是便携版：项目保存在这台电脑的浏览器里，不在便携版所在的 U 盘上；同一浏览器从磁盘打开的其他网页也可能读到。公用电脑用完请全部清除，换电脑之前请将项目保存为文件。',
    en: 'This is the portable file: projects are kept by the browser of this machine, not on the stick it came on, and other pages opened from the disk in the same browser may be able to read them. Erase everything on a shared machine; before changing machines, save the project as a file.',
  },
  'projects.personal': {
    zh: '姓名、电话、身份证号等列在读取时已去除，不进入数据库和统计结果；但保存的原始文件里仍有这些内容。不宜留存的，请选“只保留统计结果”。',
    en: 'Columns of names, telephones and identity numbers are dropped while reading and reach neither database nor figures; but the original files that are saved still contain them. Where they must not stay, keep figures only.',
  },
  'projects.keeps': { zh: '保留什么', en: 'What is kept' },
  'projects.files': { zh: '保留原始文件', en: 'Keep the files' },
  'projects.figures': { zh: '只保留统计结果', en: 'Keep figures only' },
  'projects.figuresNote': {
    zh: '原始文件不再保存。下次打开时可看图表和决定，不能看明细；要更正或补充，须重新导入文件。',
    en: 'The files are no longer saved. The next time there are figures and decisions, but no rows; to correct or add, load the files again.',
  },
  'projects.count': { zh: '{count} 个项目，共 {size}', en: '{count} projects, {size}' },
  'projects.lasts': {
    zh: '浏览器已同意长期保存，磁盘空间紧张时也不会自行清理。',
    en: 'The browser keeps them for good, also when the disk fills up.',
  },
  'projects.mayGo': {
    zh: '浏览器没有同意长期保存：磁盘空间紧张时，可能自行清理。要长期留存的，请“存为项目文件”。',
    en: 'The browser has not agreed to keep them for good: when the disk fills up it may drop them. Save as a project file what must stay.',
  },
  'projects.open': { zh: '打开', en: 'Open' },
  'projects.here': { zh: '当前', en: 'open' },
  'projects.delete': { zh: '删除', en: 'Delete' },
  'projects.deleteAsk': {
    zh: '删除“{name}”及其文件？不能撤销。',
    en: 'Delete “{name}” and its files? This cannot be undone.',
  },
  'projects.deleteYes': { zh: '删除', en: 'Delete it' },
  'projects.saveFiles': { zh: '存为项目文件（含原始文件）', en: 'Save as a project file, with the files' },
  'projects.saveFigures': {
    zh: '存为项目文件（只含统计结果和决定）',
    en: 'Save as a project file, figures and decisions only',
  },
  'projects.openFile': { zh: '打开项目文件', en: 'Open a project file' },
  'projects.fileTrouble': {
    zh: '没有存成项目文件：缺少“{about}”的内容。',
    en: 'The project file was not written: the content of “{about}” is missing.',
  },
  'projects.erase': { zh: '清除本机保存的全部内容', en: 'Erase everything saved on this machine' },
  'projects.eraseAsk': {
    zh: '清除全部 {count} 个项目，包括文件、决定、规则和统计结果？不能撤销。',
    en: 'Erase all {count} projects with their files, decisions, rules and figures? This cannot be undone.',
  },
  'projects.eraseYes': { zh: '全部清除', en: 'Erase everything' },
  'replaced.title': { zh: '替换？', en: 'Replace?' },
  'replaced.done': {
    zh: '“{path}”与已导入的文件同名、内容不同，已用新的替换：原 {before} 行，现 {after} 行。',
    en: '“{path}” has the name of a loaded file and other content, and took its place: {before} rows before, {after} now.',
  },
  'replaced.both': {
    zh: '“{path}”与已导入的文件同名、内容不同，但不含原文件的“{missing}”，两份都保留，新的一份记作“{beside}”。',
    en: '“{path}” has the name of a loaded file and other content, but says nothing of {missing}: both are kept, the new one as “{beside}”.',
  },
  'replaced.columns': { zh: '列有变动：{columns}。', en: 'Columns differ: {columns}.' },
  'replaced.keepBoth': { zh: '两份都保留', en: 'Keep both' },
  'replaced.undo': { zh: '仍用原来的', en: 'Keep the old one' },
  'replaced.replace': { zh: '仍要替换', en: 'Replace it all the same' },
  'share.previewing': {
    zh: '正在预览要交出的内容（{level}）。各页所见就是文件里的全部。',
    en: 'A preview of what is handed over ({level}). What the pages show is all the file holds.',
  },
  'share.previewEnd': { zh: '结束预览', en: 'End the preview' },
} as const;
