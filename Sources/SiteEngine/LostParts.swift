import Diagnostics

/// What could not be read of a site, on which findings about other files may depend.
struct LostParts: OptionSet {
  let rawValue: Int

  static let indicators = LostParts(rawValue: 1 << 0)
  static let programmes = LostParts(rawValue: 1 << 1)
  static let departments = LostParts(rawValue: 1 << 2)
  static let actions = LostParts(rawValue: 1 << 3)
  static let glossary = LostParts(rawValue: 1 << 4)
  /// The folder of the glossary is no plan.
  static let plansGlossary = LostParts(rawValue: 1 << 5)
  static let settings = LostParts(rawValue: 1 << 6)
  static let page = LostParts(rawValue: 1 << 7)
  /// A part of the front matter of a page.
  static let fields = LostParts(rawValue: 1 << 8)
  /// The `slug` in the front matter of a page.
  static let slug = LostParts(rawValue: 1 << 9)
  /// The front matter that makes a plan of a folder.
  static let plan = LostParts(rawValue: 1 << 10)
  static let planYears = LostParts(rawValue: 1 << 11)
  /// The page at the top of the site.
  static let frontPage = LostParts(rawValue: 1 << 12)
}

extension DiagnosticCode {
  /// The parts whose loss may be the only reason of a finding with this code: all in other files than the finding. A
  /// switch over all codes, so that a new code that says that something does not exist is not forgotten.
  var mayFollow: LostParts {
    switch self {
    case .unknownIndicator, .csvUnknownIndicator, .auditUnmentioned, .snapshotGone, .unusedAcceptance: .indicators
    case .unknownReference: [.indicators, .programmes, .page, .fields]
    case .emptyTable: [.indicators, .actions]
    case .snapshotAddress: [.indicators, .page, .fields]
    case .unknownProgramme: .programmes
    case .unknownDepartment: .departments
    case .unknownTerm: .glossary
    case .unusedTerm: [.page, .plansGlossary]
    case .unknownAction: [.actions, .page]
    case .missingFile: .settings
    case .unknownSection: [.page, .slug, .plan]
    case .missingPage: [.page, .slug]
    case .missingAnchor, .draftReference: .page
    case .sectionOutsidePlan, .registerOutsidePlan, .unknownPlan: .plan
    case .noFrontPage: .frontPage
    case .auditLateValue, .auditLoneValue, .auditStale, .auditDirection, .auditNoDistance, .auditWrongSide,
      .auditOverlap, .snapshotRule:
      .planYears

    // Findings that depend on one file, or on nothing that can be lost.

    // Files
    case .unreadableFile, .notUTF8, .controlCharacter, .invisibleCharacter, .fileTooLarge, .symbolicLink,
      .invalidFileName, .noContent, .noSettings, .noFinalLineBreak, .unusedImage, .fileNotRead, .mergeMarks,
      .lostCharacter:
      []
    // YAML
    case .yamlSyntax, .yamlDuplicateKey, .yamlTooDeep, .yamlTooLarge, .yamlUnknownAlias, .yamlUnsupported: []
    // Fields of front matter and registers
    case .unknownKey, .missingKey, .wrongType, .invalidValue, .conflictingKeys, .quotationMarks: []
    // Accepted findings
    case .acceptedError: []
    // CSV
    case .csvSyntax, .csvRaggedRow, .csvMissingColumn, .csvDuplicateColumn, .csvDuplicateObservation, .csvInvalidNumber,
      .csvInvalidPeriod, .csvAmbiguousPeriod, .csvUnknownColumn, .csvNoHeadline, .csvUnit, .csvTrailingSpace,
      .csvEmptyCells:
      []
    // Workbooks and other encodings
    case .workbookUnreadable, .workbookTooLarge, .workbookCell, .workbookSheet, .collectUnknownWorkbook,
      .collectLockedCell, .collectDoubtful, .collectMissing, .collectReporter, .valuesConflict, .otherEncoding:
      []
    // Imported texts
    case .importUnreadable, .importTooLarge, .importUnsupported, .importLeftOver, .importBrokenSentence,
      .importEmptySection, .importNumbering, .importBoxEnd, .importLeftOut, .importTable, .importPicture,
      .importTextBox, .importPeriod, .importConflict, .importGone:
      []
    // Markdown
    case .rawHTML, .openHTML, .unsafeLink, .tooDeeplyNested, .tableColumns, .tableSize, .unknownFootnote,
      .duplicateFootnote, .unusedFootnote, .duplicateAnchor, .headingAttributes:
      []
    // Markup that is printed as text
    case .leftoverStars, .headingMark, .fullWidthMark, .typedList, .typedTable, .linkSpaces, .linkParts, .openCode,
      .indentedText, .typedHeading, .runOnParagraphs, .fullWidthIndent, .secondTitle, .emptySection, .contentsMark,
      .remarkMark, .wikiLink, .highlightMark, .formula, .typedTask, .typedReferences:
      []
    // Directives
    case .unknownDirective, .directiveSyntax, .unknownAttribute, .missingAttribute, .invalidAttribute,
      .unclosedDirective, .unopenedDirective, .tooManyRows:
      []
    // References between things
    case .linkOutsideSite, .linkUnreachable: []
    // Indicators
    case .indicatorKind, .indicatorPeriod, .indicatorTarget, .observationStatus, .observationRange: []
    // Actions
    case .actionTable, .actionColumn, .actionContradiction: []
    // Suspicious figures
    case .auditNextUpdate, .auditShare, .auditFallingSum, .auditAfterAsOf, .auditApproximate, .auditTooLarge,
      .auditParts, .auditQuote, .auditQuoteNumber, .auditMeasure, .auditUnclearSide, .auditOutlier, .auditRevision,
      .auditBaseline, .auditNegativeBaseline, .auditPeriodLength, .auditSameName:
      []
    // Targets in sentences
    case .unquotedTarget, .otherNumber: []
    // The calendar
    case .calendarOver, .calendarDue, .noOwner, .neverUpdated, .unexplained: []
    // Snapshots
    case .snapshotTarget, .snapshotHistory, .snapshotValue, .snapshotUnknown, .snapshotDeleted, .snapshotName,
      .snapshotInvalid, .alignmentNotFetched, .alignmentInvalid, .alignmentReference:
      []
    // Registers
    case .duplicateID, .invalidID: []
    // Pages and plans
    case .brokenPicture, .duplicateURL, .missingTitle, .nestedPlan, .invalidNumbering, .invalidSlug, .duplicateTitle,
      .emptyPage, .fileNumbers, .outdatedAlias, .typedNumber:
      []
    // The profile of a site
    case .profileMissingTag, .profileNoTime: []
    // Templates
    case .templateSyntax, .templateUnclosed, .templateUnknownName, .templateMissing, .templateWrongUse, .templateUnused,
      .templateRecursion, .templateTooLarge:
      []
    // Files of words
    case .wordsUnknown, .wordsPlace, .wordsPlural, .wordsMissing: []
    // Translations
    case .translationMissing, .translationOutdated, .translationInvalid: []
    // Output
    case .outputOccupied, .outputInsideInput: []
    }
  }
}
