import Figures
import Markdown
import SiteModel
import SiteSources
import Templates
import Words

/// The words of a language as pages need them, made once. Templates read them as `{{words.contents}}`.
final class ThemeWords: TemplateView {
  private let language: WordLanguage
  /// The words that all tables of indicators share.
  let table: TableWords
  /// The words that the Markdown renderer needs.
  let labels: MarkdownLabels

  static let fields = ViewFields<ThemeWords>(
    "Words", Word.allCases.map { word in .text(word.name, "a word of the theme") { $0.language[word] } })

  init(_ language: WordLanguage) {
    self.language = language
    table = TableWords(
      headings: [
        .number: language[.number], .name: language[.indicator], .unit: language[.unit], .nature: language[.nature],
        .baseline: language[.baseline], .target: language[.target], .latest: language[.latest],
        .time: language[.timeProgress], .progress: language[.progress], .status: language[.status],
        .trend: language[.trend], .department: language[.department], .source: language[.source],
      ],
      emptyCell: language[.emptyCell], timePrefix: language[.timeShort], pathPrefix: language[.pathShort],
      overTarget: language[.overTarget], noFigures: language[.noDataYet], ownerOfAll: language[.ownerOfAll])
    labels = MarkdownLabels(
      footnotes: language[.footnotes], backToText: language[.backToText], table: "", taskDone: language[.taskDone],
      taskOpen: language[.taskOpen], permalink: language[.permalink])
  }
}

extension WordLanguage {
  /// The accessible name of tables in the text of a page.
  func tableLabel(title: String) -> String { title + self[.colon] + self[.tableScroll] }
}

extension ListPage {
  /// Its title.
  var word: Word {
    switch self {
    case .indicators: .indicators
    case .actions: .actions
    case .programmes: .programmes
    case .departments: .departments
    case .glossary: .glossary
    case .alignment: .alignment
    case .feed: .latestUpdates
    }
  }
}
