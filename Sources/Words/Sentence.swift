/// A text with places that planpress fills. Its name in the files of words is the name of the case with hyphens:
/// `not-judged`.
package enum Sentence: Int, CaseIterable, Sendable {
  // Words that depend on a number
  case untranslated, countedIndicators, countedGivenUp, countedSections, countedActions, searchFound, searchMost

  // Names of statuses
  case overdueLast, judgedBy, judgedOn, judgedByOn

  // Kinds of indicators, and facts about them
  case frequencyYears, frequencyMonths

  // Punctuation
  case inBrackets, listEnd

  // Periods and dates: {year}, {month}, {month-name}, {quarter}, {quarter-name}, {day}
  case periodYear, periodMonth, periodQuarter, periodSplitYear, periodFiscalYear, periodFiscalQuarter,
    periodFiscalFirstHalf,
    periodFiscalSecondHalf, periodDay, inYear, inMonth, inQuarter, inSplitYear
  case inDay, periodOfStatus, yearsOfPlan, asOfMonth, asOfDay, betweenTimes

  // Figures and targets
  case figureRange, between, approximately, atLeast, moreThan, atMost, lessThan, everyMonth, everyQuarter, everyYear
  case changeUp, changeDown, relativeUp, relativeDown, relativeTo, percentagePoints, scaled, scaleOfUnit, scaleOfVowel
  case scaleOfSign, firstSet, brokenMonths, brokenQuarters, brokenYears, brokenFigures
  case keptMonths, keptQuarters, keptYears, keptFigures

  // The message of a chart, in a sentence without a full stop
  case messageNow, messageTotal, messageRetired, messageMilestone, messageMilestoneDue, theTarget, theTargetOfPeriod,
    messageEqual,
    messageAbove
  case messageBelow, messageShort, messageOver, messageBelowRange, messageAboveRange, messageWithin
  case messageSame, messageUp, messageDown
  case messageHeldFloor, messageHeldCeiling, messageBackFloor, messageBackCeiling, messageBreachedFloor
  case messageBreachedCeiling, averageEqual, averageAbove, averageBelow, shareOfTarget, shareOfLimit, theLimit,
    theLimitOfPeriod

  // The answer to how a plan is going
  case answerLead, answerMet, answerOnCourse, answerAtRisk, answerCannotSay, notJudged, notCounted
  case notCountedPlans, notCountedReference, notCountedRetired, notCountedTrends, shortfallMissedAt, shortfallFloor
  case shortfallCeiling, way, wayGrowth,
    wayOfLimit, limitUsed, interimMissed

  // The derivation of a status
  case arithmeticPath, arithmeticTime, rule, trendRule, trendRuleLimit, growthUnavailable, growthResult
  case growthNeeded, growthDirection, leftOut, leftOutMore

  // Changes of targets and rules
  case revisedFigure, changedUndeclared, changed, changedBy, changedBecause, changedWithoutReason, difference,
    differenceBaseline
  case differenceKind, differenceMeasure, differenceUnit, differenceDirection, differenceInterim
  case differenceComparator, differenceQuotation, differencePhrase, quoted, retired, retiredWithoutReason, gone
  case goneWithTarget, compared, comparedUnchanged, comparedWithout, changedUnconfirmed, limitRule, wayGrowthAllowed,
    shortfallMissedLimit, ruleChanged, ruleChangedOf

  // Charts
  case chartAxisStart, chartAxisFrom, chartDescription, chartDescriptionLatest, chartMilestone

  // The workbook in which departments report figures
  case collectPeriod, collectYear, collectValue, collectValueOfYear, collectInUnit, collectTotal

  // More of figures
  case everyHalfYear, perYear, periodFirstHalf, periodSecondHalf, inHalf, inRange, rangeOfYears, rangeOfFiscalYears
  case rangeOfMonths, trendOfStart, trendOfDistance, sumSoFar, sumPart, sumNewest, sizeKilobytes, sizeMegabytes
  case changeLeftBy, baselineDiffers
  case shownByPart, partsGap, usualRemark, onlyForCalculation, ownedShare, updatedShare, notCountedWithoutVerdict
  case actionDates, actionFrom, actionBy, actionWasDue, actionSteps, andMore

  // Reports
  case reportYearly, reportMidTerm, reportFinal, reportFrozen, reportGivenUp, reportUnknownBefore, reportMissingOf
  case reportChange, reportDropped

  // Changes of a revision
  case differenceMoved, differenceRenamed, differenceTimes, differenceTimesOf
  case earlierUntil, earlierInSnapshot, earlierUnconfirmed

  // Plans above and below
  case alignmentShare

  // On paper, which has no links
  case shownOfAll
}

extension Sentence {
  /// The name in files.
  package var name: String { Sentence.names[rawValue] }

  private static let names = allCases.map { hyphenated("\($0)") }
}

/// The meaning of a name in a file of words.
enum EntryName {
  case word(Word)
  case sentence(Sentence)

  static let all: [String: EntryName] = {
    var all: [String: EntryName] = [:]
    all.reserveCapacity(Word.allCases.count + Sentence.allCases.count)
    for word in Word.allCases { all[word.name] = .word(word) }
    for sentence in Sentence.allCases { all[sentence.name] = .sentence(sentence) }
    return all
  }()
}

/// `skipToContent` as `skip-to-content`.
func hyphenated(_ name: String) -> String {
  var bytes: [UInt8] = []
  for byte in name.utf8 {
    if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
      bytes.append(UInt8(ascii: "-"))
      bytes.append(byte | 0x20)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
