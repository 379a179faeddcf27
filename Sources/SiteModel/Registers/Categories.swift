import Diagnostics
import Synchronization

/// The categories and groups of the indicators of a site, for tables that select one. Most sites have no such table, so
/// they are collected at the first, once for all threads, hence the lock.
final class Categories: Sendable {
  private let indicators: Table<IndicatorTag, ResolvedIndicator>
  private let collected = Mutex<Known?>(nil)

  struct Known: Sendable {
    let names: Set<String>
    /// The first eight in alphabetical order.
    let first: [String]
    let near: NearNames
  }

  init(_ indicators: Table<IndicatorTag, ResolvedIndicator>) {
    self.indicators = indicators
  }

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
