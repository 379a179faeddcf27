import Diagnostics
import Synchronization

/// The categories and groups of the indicators of a site, for tables that select one. Most sites have no such table, so
/// they are collected at the first, once for all threads, hence the lock.
final class Categories: Sendable {
  private let indicators: Table<IndicatorTag, ResolvedIndicator>
  private let translations: [String: String]
  private let collected = Mutex<Known?>(nil)

  struct Known: Sendable {
    let names: Set<String>
    /// The first eight in alphabetical order.
    let first: [String]
    let near: NearNames
  }

  /// `translations`: the names in the language of this edition by those in the main language.
  init(_ indicators: Table<IndicatorTag, ResolvedIndicator>, translations: [String: String] = [:]) {
    self.indicators = indicators
    self.translations = translations
  }

  /// The category that a text in the main language names; nil for none.
  func translated(_ name: String) -> String? { translations[name] }

  var known: Known {
    collected.withLock { collected in
      if let collected { return collected }
      var names: Set<String> = []
      for index in indicators.indices {
        if let category = indicators[index].indicator.category { names.insert(category) }
        if let group = indicators[index].indicator.group { names.insert(group) }
      }
      let sorted = names.sorted()
      let known = Known(names: names, first: Array(sorted.prefix(8)), near: NearNames { sorted })
      collected = known
      return known
    }
  }
}
