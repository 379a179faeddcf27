import Diagnostics
import Synchronization

/// The folder of the site as it was typed, for the commands in hints.
///
/// A lock guards it: it is set once, when the arguments have been read, and any task may print a hint.
enum TypedSite {
  private static let folder = Mutex<String?>(nil)

  static func set(_ typed: String) {
    folder.withLock { $0 = typed.count > 1 && typed.hasSuffix("/") ? String(typed.dropLast()) : typed }
  }

  static var commands: HintedCommands { HintedCommands(folder: folder.withLock { $0 }) }
}
