/// The stable name of a rule. The guide explains each in `Documentation/Content/11-diagnostics.md`; a test compares the
/// two.
package enum DiagnosticCode: String, CaseIterable, Sendable {
  // MARK: Files
  case unreadableFile = "file.unreadable"
  case notUTF8 = "file.not-utf8"
  case controlCharacter = "file.control-character"
  case invisibleCharacter = "file.invisible-character"
  case fileTooLarge = "file.too-large"
  case symbolicLink = "file.symbolic-link"
  case invalidFileName = "file.invalid-name"
  case noContent = "file.no-content"
  case noSettings = "file.no-settings"
  case noFinalLineBreak = "file.no-final-line-break"
  case unusedImage = "file.unused-image"
  case fileNotRead = "file.not-read"
  case mergeMarks = "file.merge-marks"
  case lostCharacter = "file.lost-character"

  // MARK: YAML
  case yamlSyntax = "yaml.syntax"
  case yamlDuplicateKey = "yaml.duplicate-key"
  case yamlTooDeep = "yaml.too-deep"
  case yamlTooLarge = "yaml.too-large"
  case yamlUnknownAlias = "yaml.unknown-alias"
  case yamlUnsupported = "yaml.unsupported"

  // MARK: Fields of front matter and registers
  case unknownKey = "field.unknown-key"
  case missingKey = "field.missing-key"
  case wrongType = "field.wrong-type"
  case invalidValue = "field.invalid-value"
  case conflictingKeys = "field.conflicting-keys"
  case quotationMarks = "field.quotation-marks"

  // MARK: Accepted findings
  case acceptedError = "accept.error"
  case unusedAcceptance = "accept.unused"

  // MARK: CSV
  case csvSyntax = "csv.syntax"
  case csvRaggedRow = "csv.ragged-row"
  case csvMissingColumn = "csv.missing-column"
  case csvDuplicateColumn = "csv.duplicate-column"
  case csvDuplicateObservation = "csv.duplicate-observation"
  case csvInvalidNumber = "csv.invalid-number"
  case csvInvalidPeriod = "csv.invalid-period"
  case csvAmbiguousPeriod = "csv.ambiguous-period"
  case csvUnknownIndicator = "csv.unknown-indicator"
  case csvUnknownColumn = "csv.unknown-column"
  case csvNoHeadline = "csv.no-headline"
  case csvUnit = "csv.unit"
  case csvTrailingSpace = "csv.trailing-space"
  case csvEmptyCells = "csv.empty-cells"

  // MARK: Workbooks and other encodings
  case workbookUnreadable = "workbook.unreadable"
  case workbookTooLarge = "workbook.too-large"
  case workbookCell = "workbook.cell"
  case workbookSheet = "workbook.sheet"
  case collectUnknownWorkbook = "collect.unknown-workbook"
  case collectLockedCell = "collect.locked-cell"
  case collectDoubtful = "collect.doubtful"
  case collectMissing = "collect.missing"
  case collectReporter = "collect.reporter"
  case valuesConflict = "csv.conflicting-values"
  case otherEncoding = "file.other-encoding"

  // MARK: Imported texts
  case importUnreadable = "import.unreadable"
  case importTooLarge = "import.too-large"
  case importUnsupported = "import.unsupported"
  case importLeftOver = "import.left-over"
  case importBrokenSentence = "import.broken-sentence"
  case importEmptySection = "import.empty-section"
  case importNumbering = "import.numbering"
  case importBoxEnd = "import.box-end"
  case importLeftOut = "import.left-out"
  case importTable = "import.table"
  case importPicture = "import.picture"
  case importTextBox = "import.text-box"
  case importPeriod = "import.period"
  case importConflict = "import.conflict"
  case importGone = "import.gone"

  // MARK: Markdown
  case rawHTML = "markdown.raw-html"
  case openHTML = "markdown.open-html"
  case unsafeLink = "markdown.unsafe-link"
  case tooDeeplyNested = "markdown.too-deep"
  case tableColumns = "markdown.table-columns"
  case tableSize = "markdown.table-size"
  case unknownFootnote = "markdown.unknown-footnote"
  case duplicateFootnote = "markdown.duplicate-footnote"
  case unusedFootnote = "markdown.unused-footnote"
  case duplicateAnchor = "markdown.duplicate-anchor"
  case headingAttributes = "markdown.heading-attributes"

  // MARK: Markup that is printed as text
  case leftoverStars = "markdown.stars"
  case headingMark = "markdown.heading-mark"
  case fullWidthMark = "markdown.full-width"
  case typedList = "markdown.list"
  case typedTable = "markdown.table"
  case linkSpaces = "markdown.link-spaces"
  case linkParts = "markdown.link-parts"
  case openCode = "markdown.open-code"
  case indentedText = "markdown.indented-text"
  case typedHeading = "markdown.typed-heading"
  case runOnParagraphs = "markdown.run-on-paragraphs"
  case fullWidthIndent = "markdown.full-width-indent"
  case secondTitle = "markdown.second-title"
  case emptySection = "markdown.empty-section"
  case contentsMark = "markdown.contents-mark"
  case remarkMark = "markdown.remark"
  case wikiLink = "markdown.wiki-link"
  case highlightMark = "markdown.highlight"
  case formula = "markdown.formula"
  case typedTask = "markdown.task"
  case typedReferences = "markdown.references"

  // MARK: Directives
  case unknownDirective = "directive.unknown"
  case directiveSyntax = "directive.syntax"
  case unknownAttribute = "directive.unknown-attribute"
  case missingAttribute = "directive.missing-attribute"
  case invalidAttribute = "directive.invalid-attribute"
  case unclosedDirective = "directive.unclosed"
  case unopenedDirective = "directive.unopened"
  case emptyTable = "directive.empty-table"
  case tooManyRows = "directive.too-many-rows"

  // MARK: References between things
  case unknownIndicator = "reference.unknown-indicator"
  case unknownProgramme = "reference.unknown-programme"
  case unknownDepartment = "reference.unknown-department"
  case unknownSection = "reference.unknown-section"
  case unknownTerm = "reference.unknown-term"
  case unknownReference = "reference.unknown"
  case unknownAction = "reference.unknown-action"
  case draftReference = "reference.draft"
  case missingPage = "link.missing-page"
  case missingAnchor = "link.missing-anchor"
  case missingFile = "link.missing-file"
  case linkOutsideSite = "link.outside-site"
  case linkUnreachable = "link.unreachable"

  // MARK: Indicators
  case indicatorKind = "indicator.kind"
  case indicatorPeriod = "indicator.period"
  case indicatorTarget = "indicator.target"
  case observationStatus = "observation.status"
  case observationRange = "observation.range"

  // MARK: Actions
  case actionTable = "action.table"
  case actionColumn = "action.column"
  case actionContradiction = "action.contradiction"

  // MARK: Suspicious figures
  case auditDirection = "audit.direction"
  case auditNoDistance = "audit.no-distance"
  case auditLateValue = "audit.late-value"
  case auditNextUpdate = "audit.next-update"
  case auditStale = "audit.stale"
  case auditShare = "audit.share"
  case auditFallingSum = "audit.falling-sum"
  case auditWrongSide = "audit.wrong-side"
  case auditAfterAsOf = "audit.after-as-of"
  case auditApproximate = "audit.approximate"
  case auditTooLarge = "audit.too-large"
  case auditParts = "audit.parts"
  case auditUnmentioned = "audit.unmentioned"
  case auditSameName = "audit.same-name"
  case auditQuote = "audit.quote"
  case auditQuoteNumber = "audit.quote-number"
  case auditMeasure = "audit.measure"
  case auditUnclearSide = "audit.unclear-side"
  case auditOverlap = "audit.overlap"
  case auditOutlier = "audit.outlier"
  case auditLoneValue = "audit.lone-value"
  case auditRevision = "audit.revision"
  case auditBaseline = "audit.baseline"
  case auditNegativeBaseline = "audit.negative-baseline"
  case auditPeriodLength = "audit.period-length"

  // MARK: Targets in sentences
  case unquotedTarget = "extract.unquoted"
  case otherNumber = "extract.other-number"

  // MARK: The calendar
  case calendarOver = "calendar.over"
  case calendarDue = "calendar.due"
  case noOwner = "owner.none"
  case neverUpdated = "owner.never-updated"
  case unexplained = "owner.unexplained"

  // MARK: Snapshots
  case snapshotTarget = "snapshot.target"
  case snapshotHistory = "snapshot.history"
  case snapshotGone = "snapshot.gone"
  case snapshotRule = "snapshot.rule"
  case snapshotValue = "snapshot.value"
  case snapshotUnknown = "snapshot.unknown"
  case snapshotDeleted = "snapshot.deleted"
  case snapshotAddress = "snapshot.address"
  case snapshotName = "snapshot.name"
  case snapshotInvalid = "snapshot.invalid"

  // Plans of other sites
  case alignmentNotFetched = "alignment.not-fetched"
  case alignmentInvalid = "alignment.invalid"
  case alignmentReference = "alignment.reference"

  // MARK: Registers
  case duplicateID = "register.duplicate-id"
  case invalidID = "register.invalid-id"
  case registerOutsidePlan = "register.outside-plan"
  case unknownPlan = "register.unknown-plan"
  case unusedTerm = "register.unused-term"

  // MARK: Pages and plans
  case brokenPicture = "page.broken-picture"
  case duplicateURL = "page.duplicate-url"
  case sectionOutsidePlan = "page.section-outside-plan"
  case noFrontPage = "page.no-front-page"
  case missingTitle = "page.missing-title"
  case nestedPlan = "page.nested-plan"
  case invalidNumbering = "page.invalid-numbering"
  case invalidSlug = "page.invalid-slug"
  case duplicateTitle = "page.duplicate-title"
  case emptyPage = "page.empty"
  case fileNumbers = "page.file-numbers"
  case outdatedAlias = "page.outdated-alias"
  case typedNumber = "page.typed-number"

  // MARK: The profile of a site
  case profileMissingTag = "profile.missing-tag"
  case profileNoTime = "profile.no-time"

  // MARK: Templates
  case templateSyntax = "template.syntax"
  case templateUnclosed = "template.unclosed-section"
  case templateUnknownName = "template.unknown-name"
  case templateMissing = "template.missing"
  case templateWrongUse = "template.wrong-use"
  case templateUnused = "template.unused"
  case templateRecursion = "template.recursion"
  case templateTooLarge = "template.too-large"

  // MARK: Files of words
  case wordsUnknown = "words.unknown"
  case wordsPlace = "words.place"
  case wordsPlural = "words.plural"
  case wordsMissing = "words.missing"

  // MARK: Translations
  case translationMissing = "translation.missing"
  case translationOutdated = "translation.outdated"
  case translationInvalid = "translation.invalid"

  // MARK: Output
  case outputOccupied = "output.occupied"
  case outputInsideInput = "output.inside-input"
}

extension DiagnosticCode {
  /// Whether it is about markup that is printed as text.
  var isSlip: Bool {
    switch self {
    case .leftoverStars, .headingMark, .fullWidthMark, .typedList, .typedTable, .linkSpaces, .indentedText,
      .invisibleCharacter, .typedHeading, .runOnParagraphs, .fullWidthIndent, .secondTitle, .emptySection,
      .contentsMark, .remarkMark, .wikiLink, .highlightMark, .formula, .typedTask, .typedReferences:
      true
    default: false
    }
  }
}

extension DiagnosticCode {
  /// Whether it is about a key or its value, so that each entry of a register may have an equal finding.
  var isAboutFields: Bool {
    switch self {
    case .unknownKey, .missingKey, .wrongType, .invalidValue, .quotationMarks: true
    default: false
    }
  }

  /// Whether it is about a row or cell of a table, so that thousands of rows may have equal findings.
  var isAboutRows: Bool {
    switch self {
    case .csvRaggedRow, .csvDuplicateObservation, .csvInvalidNumber, .csvInvalidPeriod, .valuesConflict, .workbookCell,
      .observationStatus, .observationRange:
      true
    default: false
    }
  }
}
