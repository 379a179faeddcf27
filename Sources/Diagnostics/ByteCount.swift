/// A number of bytes in megabytes of 2²⁰ bytes, with one decimal, rounded up, so that a number above a limit never
/// reads as the limit: `16.2 MB`.
package func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
  return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
}
