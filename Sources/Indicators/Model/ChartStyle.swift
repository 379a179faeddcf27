/// The type of an indicator's chart. Authors write the raw values in `type=`.
package enum ChartStyle: String, CaseIterable, Sendable {
  case line, bar, bullet
}
