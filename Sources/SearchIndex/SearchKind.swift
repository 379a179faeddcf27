import SiteSources
import Words

/// What a search can find, in the order in which equally good results are shown. Whoever adds a kind says in
/// `SearchEntries` where its entries come from: the compiler asks.
package enum SearchKind: String, CaseIterable, Sendable {
  case indicator
  /// A section of a plan, or a plan's home page.
  case section
  /// A page outside the plans.
  case page
  case action, programme, department, term
}

extension SearchKind {
  /// What a result of this kind is called.
  package var word: Word {
    switch self {
    case .indicator: .kindIndicator
    case .section: .kindSection
    case .page: .kindPage
    case .action: .kindAction
    case .programme: .kindProgramme
    case .department: .kindDepartment
    case .term: .kindTerm
    }
  }
}

extension RegisterKind {
  /// What its rows are in a search. Whoever adds a register decides here: the compiler asks, and a test looks for the
  /// rows in an index.
  package var searchKind: SearchKind {
    switch self {
    case .indicators: .indicator
    case .programmes: .programme
    case .departments: .department
    case .glossary: .term
    case .actions: .action
    }
  }
}

/// A place inside a page that has a link of its own.
enum SearchPlaceKind: Int, Sendable {
  case heading, box
}
