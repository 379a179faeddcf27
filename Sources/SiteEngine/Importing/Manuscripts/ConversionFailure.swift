import Diagnostics

/// Why another program did not convert a document.
package enum ConversionFailure: Error, Hashable {
  case missing
  /// Its version, as it says it.
  case tooOld(String)
  case tooSlow(seconds: Int)
  case tooLarge(memory: String)
  case failed(String)

  /// The broken rule, and what to do.
  func words(_ file: String) -> (message: Message, hint: Message) {
    let other: Message = "or save the document as plain text (.txt, UTF-8) and import that"
    return switch self {
    case .missing:
      (
        "'\(file)' is read with pandoc, which is not installed",
        "install it ('apt install pandoc', 'brew install pandoc', or from pandoc.org), \(other)"
      )
    case .tooOld(let version):
      ("'\(file)' needs pandoc 2.17 or newer, and this is \(version)", "install a newer one from pandoc.org, \(other)")
    case .tooSlow(let seconds):
      ("pandoc did not read '\(file)' in \(seconds) seconds", "save it in several parts, \(other)")
    case .tooLarge(let memory):
      ("pandoc needs more than \(memory) of memory for '\(file)'", "save it in several parts, \(other)")
    case .failed(let message):
      ("pandoc cannot read '\(file)': \(message)", "open it in Word and save it again, \(other)")
    }
  }
}
