export { type Ask, type MemberKey, dimensionsOf, memberId, memberKey, oneZone, selectionOf } from './ask';
export { type Change, changeBetween, likeMembers, worseningRun } from './change';
export {
  type Facts,
  type Member,
  type Parent,
  adverse,
  adverseSignal,
  factsOf,
  farthest,
  isAdverse,
  isOfShared,
} from './facts';
export { cyclesAnswered, periodAnswered, periodsAnswered } from './periods';
export {
  type Grade,
  type StandardChange,
  gradeSchemeText,
  gradeText,
  gradesOf,
  gradesTold,
  standardChanges,
} from './grades';
export {
  type Evaluation,
  type Standard,
  cyclesUnder,
  evaluationOf,
  standardText,
  standardsOf,
  zonesIn,
} from './appraisals';
export { basisDocuments, ruleBreaks } from './basis';
export { finding, headline, inBrief, runText } from './headline';
export { type News, REASONS, type Reason, newsHeadline, newsOf } from './news';
export { type CountedMembers, countedNote, markedBy, markedNames } from './counted';
export { comparedNames } from './compared-names';
export { lede } from './lede';
export { type Looked, type Matter, lookedAt, mattersOf, toActOn } from './matters';
export { overviewFinding } from './overview';
export { absentText, reportedBy } from './reported';
export { type PanelBreak, breaksText, panelBreaks } from './breaks';
export { type ChangeWords, changeWords, jumpText } from './change-words';
export { type Partition, categoriesOf, lastPart, partitionText, partitionsOf } from './partition';
export { type Comparison as PublishedComparison, publishedBeside, statedText } from './published';
export { type Stand, mixMatters, standingsOf } from './standing';
export { cardTitle, demandText, documentText, fieldTitle, ruleTitle, ruleValueText, validityText } from './rule-words';
export { nearestMetric } from './nearest';
export { type NameOf, type Phrase, type Sentence, asHeadline, plain } from './sentence';
export { categoryText } from './category';
export { type Variant, variantsOf } from './variants';
export { type WatchItem, type WatchList, watchList } from './watch';
export {
  UNKNOWN,
  againstText,
  apartText,
  bareChangeText,
  changeText,
  countText,
  cycleText,
  decimalText,
  declaredPercent,
  fractionText,
  joinNames,
  someNames,
  levelText,
  memberNoun,
  membersText,
  movedScoreText,
  movedTextOf,
  percentText,
  periodText,
  scoreText,
  shortPeriodText,
  signedCount,
  spanText,
  valueText,
} from './words';
export { againstTarget, statusOf, statusText, targetOf, targetText } from './targets';
export { DIRECTION_WORDS, GRAIN_WORDS, KIND_WORDS, TIME_WORDS, familyWords } from './metric-words';
export { COMPARISON_RULES } from './rules-of-comparison';
export { type Untold, WHY_UNTOLD, untoldIn, whyUntold } from './untold';
export { type MissingColumn, missingColumns, takenClauses } from './unstated';
export { mergeCaveat, mergeTold } from './merge-words';
export { FINGERPRINT, fingerprintText, fingerprintValue } from './fingerprint-text';
export {
  type Block,
  type Paper,
  type PaperTable,
  type Paragraph,
  type ParagraphKind,
  charactersOf,
} from './paper/paper';
export { type PaperAsk } from './paper/context';
export { circular } from './paper/circular';
export { type Receiver, committeesIn, receiverText, reminder, remindsOf } from './paper/reminder';
export { type Rewritten, numbersIn, paperRewritten, rewritten, withNumbers, wordsWritten } from './paper/bound';
