import BuiltInTheme
import Diagnostics
import Synchronization

/// The files of words inside the program.
package enum BuiltInWords {
  /// The tags of the built-in languages, in the order in which messages list them.
  package static let tags = builtInWords.map(\.tag)

  static let english = file("en")

  /// The unparsed file of a language; nil for a language that planpress has no words for.
  package static func bytes(_ tag: String) -> [UInt8]? {
    builtInWords.first { $0.tag.lowercased() == tag.lowercased() }?.bytes()
  }

  /// Each file is read once in a process. The lock is there because pages are parsed by several threads.
  private static let files = Mutex<[String: WordFile]>([:])

  /// The file of a language that planpress has.
  package static func file(_ tag: String) -> WordFile {
    files.withLock { files in
      if let file = files[tag] { return file }
      guard let bytes = builtInWords.first(where: { $0.tag == tag })?.bytes() else {
        preconditionFailure("planpress has words in '\(tag)'")
      }
      // A test holds the files against each other, so they are not compared here.
      let read = WordFile.parse(SourceText(path: "built-in/words/\(tag).yaml", bytes: bytes), isChecked: false)
      guard let file = read.value, read.diagnostics.isEmpty else {
        preconditionFailure("the words of planpress can be read: \(read.diagnostics)")
      }
      files[tag] = file
      return file
    }
  }
}
