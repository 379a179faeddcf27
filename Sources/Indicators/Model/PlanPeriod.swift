/// The years of a plan, both inclusive.
package struct PlanPeriod: Hashable, Sendable {
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The year of a baseline that states none: the year before the plan starts.
  var baselineYear: Int { start - 1 }
}
