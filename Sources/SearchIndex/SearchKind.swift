import SiteSources
import Words

/// The kinds of results, in the order in which equally good ones are shown. The compiler asks `SearchEntries` for the
/// entries of a new kind.
package enum SearchKind: String, CaseIterable, Sendable {
  case indicator
  /// A section of a plan, or a plan's home page.
  case section
  /// A page outside the plans.
  case page
  case action, programme, department, term
}

extension SearchKind {
  /// The word for a result of this kind.
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
  /// The kind of result that the rows of a register are. The compiler asks for that of a new register, and a test looks
  /// for its rows in an index.
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
