import Bytes
import Indicators
import Markup
import Words

/// One row of an indicator table. A class, so that writing a cell does not copy the row.
package final class IndicatorRow: Sendable {
  package struct Link: Sendable {
    package let text: String
    /// Nil for plain text.
    package let url: String?
    /// The language of the text, if it is not that of the page.
    package let language: String?
    /// The whole name, if the text is a short one.
    package let title: String?

    package init(text: String, url: String?, language: String? = nil, title: String? = nil) {
      self.text = text
      self.url = url
      self.language = language
      self.title = title
    }
  }

  package let indicator: Indicator
  package let assessment: Assessment
  package let name: Link
  package let department: Link?
  /// The heading above the row; rows with the same heading must be neighbours.
  package let group: String?
  /// Notes that are numbered below the table.
  package let notes: [String]
  /// The period of the status, if the plan has newer figures.
  package let statusPeriod: Period?
  /// Attributes by which a script may filter rows, such as `status` with the value `behind`.
  package let facets: [(name: StaticString, value: String)]

  package init(
    indicator: Indicator, assessment: Assessment, name: Link, department: Link?, group: String?, notes: [String],
    statusPeriod: Period? = nil, facets: [(name: StaticString, value: String)] = []
  ) {
    self.statusPeriod = statusPeriod
    self.indicator = indicator
    self.assessment = assessment
    self.name = name
    self.department = department
    self.group = group
    self.notes = notes
    self.facets = facets
  }

  /// The period of the status; nil where there is no verdict.
  var verdictPeriod: Period? {
    guard assessment.status.statusClass != .cannotSay, assessment.reason != .overdue, !indicator.hasNoVerdict else {
      return nil
    }
    return assessment.latest?.period
  }

  /// Whether its status says only that there is no figure.
  var isWithoutFigures: Bool {
    assessment.status == .noData && assessment.reason == .noFigures && !indicator.hasNoVerdict
      && indicator.retired == nil
  }
}

/// The words in an indicator table, in the page's language.
package struct TableWords: Sendable {
  /// Indexed by `IndicatorColumn.ordinal`.
  private let headings: [String]
  /// The accessible name of the scrolling frame.
  package var frame: String
  /// The explanation of the dash in an empty cell.
  package let emptyCell: String
  /// The rule that determines a status.
  package var rule: String
  /// Whether it is the rule of the plan, which stands below the last of several tables. Those of kinds differ by table.
  package var isRuleGeneral = true
  /// Precedes the time progress beside a progress: 时序 60%.
  package let timePrefix: String
  /// Precedes the progress that a plan's interim targets expect: 规划 40%.
  package let pathPrefix: String
  /// The text in place of a progress of more than 100 %.
  package let overTarget: String
  /// Shown above a table in which no row has a figure.
  package let noFigures: String
  /// The label of the department that answers for all rows, above the table.
  package let ownerOfAll: String

  package init(
    headings: [IndicatorColumn: String], frame: String = "", emptyCell: String, rule: String = "", timePrefix: String,
    pathPrefix: String, overTarget: String, noFigures: String, ownerOfAll: String
  ) {
    self.ownerOfAll = ownerOfAll
    self.overTarget = overTarget
    self.noFigures = noFigures
    self.headings = IndicatorColumn.allCases.map { headings[$0] ?? $0.rawValue }
    self.frame = frame
    self.emptyCell = emptyCell
    self.rule = rule
    self.timePrefix = timePrefix
    self.pathPrefix = pathPrefix
  }

  func heading(of column: IndicatorColumn) -> String { headings[column.ordinal] }
}

extension ByteBuffer {
  /// Appends a name, linked if it has an address. The whole name is the title of a short one.
  mutating func append(_ link: IndicatorRow.Link) {
    if link.url == nil, link.title == nil { return appendEscaped(link.text) }
    append(markup: link.url == nil ? "<span" : "<a")
    if let url = link.url { append(attribute: "href", url) }
    if let language = link.language { append(attribute: "lang", language) }
    if let title = link.title { append(attribute: "title", title) }
    append(markup: ">")
    appendEscaped(link.text)
    append(markup: link.url == nil ? "</span>" : "</a>")
  }

  /// The department that answers for all rows of a table without a column of departments, by its whole name.
  mutating func append(ownerOfAll owner: IndicatorRow.Link, _ label: String, _ language: WordLanguage) {
    append(markup: "<p class=\"owner-of-all\">")
    appendEscaped(label)
    appendEscaped(language[.colon])
    append(IndicatorRow.Link(text: owner.title ?? owner.text, url: owner.url, language: owner.language))
    append(markup: "</p>\n")
  }

  /// The `data-` attributes by which scripts filter the rows of a table.
  mutating func append(facets: [(name: StaticString, value: String)]) {
    for facet in facets {
      append(markup: " data-")
      append(markup: facet.name)
      append(markup: "=\"")
      appendEscaped(facet.value)
      append(markup: "\"")
    }
  }
}
