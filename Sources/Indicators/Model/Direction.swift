/// Which way is better for the values of an indicator. The raw values are what authors write, and appear in the data
/// files.
package enum Direction: String, CaseIterable, Sendable {
  case up, down
}
