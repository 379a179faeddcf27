/// Where the texts of pages wait for the files that show them, if not in memory with their pages.
package protocol TextShelf: AnyObject, Sendable {
  /// Takes a text, which one file will show, and tells its place.
  func put(_ text: [UInt8]) -> Int

  /// Lends the text at a place, or less where it could not be read again.
  func read(_ place: Int, count: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void)

  /// One file more will show the text at a place.
  func expectReader(of place: Int)

  /// One of the files that show the text at a place is made. After the last of them nobody may ask for it.
  func letGo(of place: Int)
}
