import Actions
import Indicators
import SearchIndex
import Words

/// The statuses of one class that a site has, as the search filters by them and as readers ask for them.
struct StatusFilter {
  /// Nil for what belongs to no class: actions that were stopped.
  private let statusClass: StatusClass?
  /// Never empty; what is latest comes first.
  private let parts: [Part]

  private enum Part {
    case status(IndicatorStatus)
    case state(ActionState)

    /// Equal for a status and a state by one name, `started`: one option has both.
    var value: String {
      switch self {
      case .status(let status): status.rawValue
      case .state(let state): state.rawValue
      }
    }

    var term: String {
      switch self {
      case .status(let status): SearchFilter.status(status)
      case .state(let state): SearchFilter.state(state)
      }
    }

    var statusClass: StatusClass? {
      switch self {
      case .status(let status): status.statusClass
      case .state(let state): state.statusClass
      }
    }

    func title(_ words: WordLanguage) -> String {
      switch self {
      case .status(let status): IndicatorWords.word(for: status, words)
      case .state(let state): ActionWords.word(for: state, words)
      }
    }
  }

  /// Those of the class that is at risk: what is late comes before what may become so.
  private static let latestFirst: [Part] = [
    .state(.overdue), .status(.missed), .status(.breached), .state(.delayed), .state(.shouldHaveStarted),
    .state(.stepOverdue), .status(.behind), .status(.reversing), .status(.worsening), .status(.littleChange),
  ]

  /// One for each class of which the site has something, in the order of the classes.
  static func all(_ statuses: [IndicatorStatus], _ states: Set<ActionState>) -> [StatusFilter] {
    let others =
      IndicatorStatus.allCases.filter { $0.statusClass != .atRisk }.map(Part.status)
      + ActionState.allCases.filter { $0.statusClass != .atRisk }.map(Part.state)
    let present = (latestFirst + others).filter { part in
      switch part {
      case .status(let status): statuses.contains(status)
      case .state(let state): states.contains(state)
      }
    }
    return (StatusClass.allCases.map(Optional.some) + [nil]).compactMap { statusClass in
      let parts = present.filter { $0.statusClass == statusClass }
      return parts.isEmpty ? nil : StatusFilter(statusClass: statusClass, parts: parts)
    }
  }

  /// The class, and what belongs to it.
  func options(_ words: WordLanguage) -> [FilterOptionView] {
    var options: [FilterOptionView] = []
    if let statusClass {
      options.append(
        FilterOptionView(
          value: statusClass.rawValue, title: IndicatorWords.word(for: statusClass, words), term: terms))
    }
    for part in parts where !options.contains(where: { $0.value == part.value }) {
      options.append(
        FilterOptionView(
          value: part.value, title: part.title(words), term: part.term, isPart: statusClass != nil))
    }
    return options
  }

  private var terms: String { parts.map(\.term).joined(separator: " ") }

  // MARK: - Questions

  /// `!soverdue !smissed=At risk, late, behind|!moved=moved, postponed`: what the index calls each class, and what readers do.
  static func asked(_ filters: [StatusFilter], _ words: WordLanguage) -> String {
    let classes = filters.compactMap { filter in
      filter.statusClass.map { statusClass in
        "\(filter.terms)=\(IndicatorWords.word(for: statusClass, words)), \(words[statusClass.askedFor])"
      }
    }
    return (classes + ["\(SearchFilter.moved)=\(words[.searchMoved])"]).joined(separator: "|")
  }

  /// `!sbehind=Behind|!soverdue=Overdue`: single statuses and states.
  static func states(_ filters: [StatusFilter], _ words: WordLanguage) -> String {
    filters.flatMap(\.parts).map { "\($0.term)=\($0.title(words))" }.joined(separator: "|")
  }
}

extension StatusClass {
  /// The words with which readers ask for it.
  fileprivate var askedFor: Word {
    switch self {
    case .met: .searchMet
    case .onCourse: .searchOnCourse
    case .atRisk: .searchAtRisk
    case .cannotSay: .searchCannotSay
    }
  }
}
