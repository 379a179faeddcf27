/// How a chart is drawn; the raw value is what authors write in `type=`.
package enum ChartStyle: String, CaseIterable, Sendable {
  case line, bar, bullet
}
