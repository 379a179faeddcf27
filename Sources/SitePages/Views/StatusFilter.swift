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
    case status(Verdict)
    case state(ActionState)

    /// Equal for a status and a state by one name, `started`: one option has both.
    var value: String {
      switch self {
      case .status(let verdict): verdict.status.rawValue
      case .state(let state): state.rawValue
      }
    }

    var term: String {
      switch self {
      case .status(let verdict): SearchFilter.status(verdict.status)
      case .state(let state): SearchFilter.state(state)
      }
    }

    var statusClass: StatusClass? {
      switch self {
      case .status(let verdict): verdict.status.statusClass
      case .state(let state): state.statusClass
      }
    }

    func title(_ words: WordLanguage) -> String {
      switch self {
      case .status(let verdict): IndicatorWords.word(for: verdict, words)
      case .state(let state): ActionWords.word(for: state, words)
      }
    }
  }

  /// The parts of the class *at risk*: late ones come before those that may become late.
  private static let latestFirst: [Part] =
    [.state(.overdue)] + [.missed, .breached].map(status)
    + [.delayed, .shouldHaveStarted, .stepOverdue].map(Part.state)
    + [.behind, .reversing, .worsening, .littleChange].map(status)

  private static func status(_ status: IndicatorStatus) -> Part { .status(Verdict(status)) }

  /// One for each class that the site has, in the order of the classes. An option is called as readers see it: *Back above
  /// the floor* if no ceiling is among them. A milestone that is overdue belongs to the actions that are.
  static func all(_ verdicts: Set<Verdict>, _ states: Set<ActionState>) -> [StatusFilter] {
    let others =
      IndicatorStatus.allCases.filter { $0.statusClass != .atRisk }.map(status)
      + ActionState.allCases.filter { $0.statusClass != .atRisk }.map(Part.state)
    let present = (latestFirst + others).compactMap { part -> Part? in
      switch part {
      case .status(let plain):
        let found = verdicts.filter { $0.status == plain.status && !$0.isOverdueMilestone }
        guard let first = found.first else { return nil }
        return .status(found.count == 1 ? first : plain)
      case .state(.overdue) where verdicts.contains(where: \.isOverdueMilestone): return part
      case .state(let state): return states.contains(state) ? part : nil
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

  /// `!soverdue !smissed=At risk, late, behind|!moved=moved, postponed`: what the index calls each class, and what
  /// readers do.
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
