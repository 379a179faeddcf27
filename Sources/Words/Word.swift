/// A text without places. Its name in the files of words, and in templates as `{{words.…}}`, is the name of the case
/// with hyphens: `skip-to-content`. `Templates/words/en.yaml` says what each is for.
package enum Word: Int, CaseIterable, Sendable {
  // Words of the pages
  case skipToContent, backToTop, draft, mainNavigation, languages, display, largeType, highContrast, breadcrumb
  case home, plan, plans
  case planPeriod, publisher, operatedBy, email, phone, address, identificationCode, icp, police, licence
  case accessibility, accessibilityStatement, reportError, region, adopted, source, contents, onThisPage
  case inThisSection, section, sections, readPlan, fullPlan, fullPlanShort, print, previous, next, pages, pager
  case updated, published, tags, department, leadDepartment, supportDepartments, departments, departmentsIntro
  case programme, programmes, programmesIntro, partOf, includes, announcedIn, website, glossary, glossaryIntro
  case alsoCalled, indicators, indicatorsIntro, indicatorsOfPlan, indicatorsOfSection, indicator, figures
  case definition, unit, kind, nature, category, baseline, target, latest, progress, timeProgress, status, margin
  case achievedAverage, interimTargets, expectedProgress, changePerYear, requiredChange, projection, reason, history
  case olderFigures
  case brokenPeriods, targetChanges, changedTargets, changedDates, originalTarget, targetInForce, undeclaredChanges
  case retiredIndicators, continuedBy, period, value, note, notes, valueStatus, range, publishedBefore, frequency
  case nextUpdate, noDataYet, ownerOfAll, promisedIn, arithmetic, downloads, howToCite, mentionedIn, related, alerts
  case filterAll, sort, sortPlan, sortWorst, sortClass, filterName, filterReset, filterResult, filterNone, howJudged
  case totalsByStatus, total
  case box, tableScroll, footnotes, backToText, taskDone, taskOpen, permalink
  case notFound, notFoundText, notFoundHome, moved, movedText, feed, generatedBy, latestUpdates, otherPages
  case statusNote, answerNoFigures, dataTo, lastChange, atRisk, allAtRisk, eachIndicator, eachIndicatorNote
  case progressSummary, byCategory, byProgramme, changesSince, changesSinceNote, milestones, charts, trend, chart,
    chartData, number
  case other, pathShort, overTarget, timeShort, emptyCell, search, searchLabel, searchHelp
  case searchUnchecked, searchNone, searchNear, searchSome, searchAlso, searchSmallWords, searchUnknown, searchMore
  case searchMet, searchOnCourse, searchAtRisk, searchCannotSay, searchMoved, searchTargets, searchActions
  case searchNeedsScript, searchFailed
  case searchAll, searchKind, kindIndicator, kindSection, kindPage, kindProgramme, kindDepartment, kindTerm, colon

  // Names of statuses
  case statusNoData, statusHeld, statusBackWithin, statusBreached, statusNotAssessable, statusAchievedEarly
  case statusAchieved, statusMissed, statusReversing, statusAhead, statusOnTrack, statusBehind, statusPlanned
  case statusStarted, statusImproving, statusLittleChange, statusWorsening, statusBaselineOnly, statusOverdue
  case statusOverdueMilestone, statusGivenUp, statusNow
  case statusBelowCeiling, statusAboveFloor, classMet, classOnCourse, classAtRisk, classCannotSay, reasonWrongSide
  case reasonPhrase, reasonNoTarget, reasonNoDistance, reasonBreakInSeries, reasonNoBaseline, reasonMissingPeriod
  case reasonZeroTarget, reasonOutOfRange, reasonWithinRange, reasonPeriodLength
  case beforePlan, turned, overdue, overdueMilestone
  case nothingReported, judged, noChartTooLarge, changeLeft

  // Kinds of indicators, and facts about them
  case indicatorKindLevel, indicatorKindIncrease, indicatorKindFloor, indicatorKindCeiling, indicatorKindRate
  case indicatorKindMilestone, natureBinding, natureAnticipatory, statePlanned, stateStarted, stateDone
  case figureProvisional, figureEstimated, figureRevised, figureSuppressed, directionUp, directionDown
  case measureCumulative, measureAnnual, breakMark, brokenMark, frequencyMonthly, frequencyQuarterly
  case frequencyYearly

  // Punctuation
  case listSeparator, clauseSeparator, openBracket, closeBracket, semicolon, fullStop, betweenSentences, arrow

  // Figures and targets
  case theBaseline, goalUp, goalDown, goalNone, goalNoneUp, goalNoneDown, goalDone, boundRule, milestoneRule, rangeRule

  // The answer to how a plan is going
  case shortfallMissed, wayBack, wayBackMissed

  // The derivation of a status
  case growthZero, growthAchieved, growthSubstantial, growthModerate, growthLimited, growthDeterioration
  case growthReasonKind, growthReasonNoBaseline, growthReasonNoFigures, growthReasonTooShort, growthReasonSignChange
  case growthReasonNoDistance, growthReasonBreakInSeries, growthReasonOutOfRange

  // Changes of targets and rules
  case nothing, rulePeriod, ruleTolerance, ruleLittleChange, ruleAsOf, ruleName, ruleDefinition, ruleLimit
  case ruleBreaks, ruleNature, ruleReporting, ruleJudgement, rulePlan, ruleNextUpdate, ruleFrequency, rulePart

  // Charts
  case chartTarget, chartFormerTarget, chartBaseline, chartPerYear, chartAllowedPerYear, chartPerHalfYear,
    chartAllowedPerHalfYear, chartPerQuarter, chartAllowedPerQuarter, chartPerMonth, chartAllowedPerMonth, chartDue,
    chartTimelineKey,
    chartFirstDue,
    chartFloor,
    chartCeiling, chartBreak
  case chartStraightPath, chartInterimPath, chartPace, chartOriginalTarget, chartExpected, chartPlanYears
  case chartBelowFloor, chartAboveCeiling, chartGaps, chartHollowColumns, chartHollowMarks, chartRanges
  case chartRevised

  // The workbook in which departments report figures
  case collectSheet, collectInstructions, collectReportedBy, collectReportedOn, collectStatus, collectNoDepartment
  case collectId, collectIndicator, collectUnitHead, collectLastPeriod, collectLastValue, collectTargetPeriod,
    collectTarget
  case collectExpected, collectSource, collectNote, collectYearHead, collectValueHead, collectAdded, collectGrowth
  case collectShare, collectLevel

  // The workbook of all figures
  case sheetIndicators, sheetValues, columnId, columnPlan, columnName, columnUnit, columnKind, columnNature
  case columnCategory, columnDirection, columnLimit, columnProgramme, columnDepartment, columnBaselinePeriod
  case columnBaselineValue, columnTargetPeriod, columnTargetValue, columnComparator, columnApproximate
  case columnInterimTargets, columnTargetText, columnTargetDirection, columnTimeProgress, columnProgress
  case columnExpectedProgress, columnStatus, columnClass, columnReason, columnLastStatus, columnHasTurned
  case columnTrend, columnRequiredChangePerYear, columnProjection, columnUrl, columnDimensions, columnPeriod
  case columnValue, columnState, columnSource, columnNote, columnAttributes
  case columnDefinition, columnMeasure, columnGroup, columnSeries, columnSupportDepartments, columnTargetChange
  case columnTargetRange, columnTargetEvery, columnTargetPhrase, columnEarlierTargets, columnAlignsWith
  case columnRetired, columnLatestPeriod, columnLatestValue, columnLatestState, columnTotal, columnOriginalStatus,
    columnMargin
  case columnBrokenPeriods, columnAchievedAverage, columnSection, columnQuote, columnCode, columnReporting
  case columnNonStatistical, columnFrequency, columnNextUpdate, columnPurpose, columnMethod, columnLimitations
  case columnCoverage, columnContext, columnContact, columnSources, columnLinks, columnTags, columnMore
  case columnValueStatus, columnLow, columnHigh, columnRevisedFrom

  // Data files, metadata and reporting
  case parts, sourceFile, series, valuesFile, factsFile, aboutFigures, code, reporting, sources, links, facets
  case reportingNonStatistical, reportingComplete, reportingInProgress, reportingNotStarted, reportingNotApplicable
  case reportingUnstated, reportingIntro
  case metadataPurpose, metadataMethod, metadataLimitations, metadataCoverage, metadataContext, metadataContact
  case cellSeparator, labourColumnNumber, labourColumnTask, labourColumnLead, labourColumnSupport, labourColumnDue
  case labourColumnSection, downloadChart, embedChart, embedCode

  // Updates
  case statusUpdates, feedIntro, feeds, allNews, about, accountability, responsibilities, responsibilitiesNote

  // Actions
  case kindAction, action, actions, actionsIntro, allActions, dates, state, dueYear, start, due, doneOn
  case steps, budget, spent, place, serves, actionsFor, actionsSupported, indicatorsSupported, sectionsSupported
  case lateActions, allLateActions, endingSoon, startingSoon, timeline, filterActions, reasonOverlap, reasonPastRange,
    ruleValues
  case actionOverdue, actionShouldHaveStarted, actionStepOverdue, actionDelayed, actionStarted, actionPlanned,
    actionDone
  case actionStopped, doneLate, reportedPlanned, reportedStarted, reportedDelayed, reportedDone, reportedStopped
  case actionRule, actionRuleByDate, actionTimelineKey, actionTimelineLate, actionTimelineOpen, actionTimelineNow
  case chartOverlaps, actionColumnName
  case actionColumnCode, actionColumnSummary, actionColumnSection, actionColumnDepartment
  case actionColumnSupportDepartments, actionColumnStart, actionColumnDue, actionColumnDone, actionColumnState
  case actionColumnReportedState, actionColumnIndicators, actionColumnSteps, actionColumnBudget, actionColumnSpent
  case actionColumnPlace

  // Reports
  case reports, reportOverview, reportAreas, reportChanges, reportBinding, reportMissing, reportCount, reportLate
  case reportUpdate, reportNobody, withoutDueDate, reportDone, reportStopped, noReason, noReasonSentence, noLongerThere

  // Predecessors and successors
  case statusHistory, continues, follows, followedBy

  // Changes of a revision
  case differenceTitle, differenceNames, differenceRules, differenceByTime, differenceNew, differenceDropped,
    differenceNewSection
  case differenceDroppedSection

  // Plans above and below
  case alignment, alignmentIntro, alignmentNote, alignmentMissing, alignmentTakenUp, alignedWith, alignmentsOfOthers
  case thisTarget, ambitionAtLeast, ambitionLater, ambitionLess, ambitionOnPath, ambitionEarlier, ambitionNotComparable,
    ambitionGivenUp
}

extension Word {
  /// The name in files and templates.
  package var name: String { Word.names[rawValue] }

  /// The word of a name in files and templates; nil for another text.
  package init?(named name: String) {
    guard case .word(let word)? = EntryName.all[name] else { return nil }
    self = word
  }

  private static let names = allCases.map { hyphenated("\($0)") }
}
