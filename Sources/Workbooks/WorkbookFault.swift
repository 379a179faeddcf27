import Diagnostics

/// Why a file is not read as a workbook.
package struct WorkbookFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Damaged, encrypted, of another format, or with something that planpress does not read.
    case unreadable
    /// Beyond `WorkbookLimits`.
    case tooLarge
  }

  package let kind: Kind
  /// Completes a sentence about the workbook: `is encrypted`.
  package let reason: Message
  package let hint: Message

  init(_ reason: Message, kind: Kind = .unreadable, hint: Message) {
    self.kind = kind
    self.reason = reason
    self.hint = hint
  }

  package static func damaged(_ what: Message) -> WorkbookFault {
    WorkbookFault("is damaged: \(what)", hint: "open it in Excel and save it again as 'Excel Workbook (.xlsx)'")
  }

  static func tooLarge(_ what: Message) -> WorkbookFault {
    WorkbookFault("is too large: \(what)", kind: .tooLarge, hint: "keep only the figures in it, or split it")
  }
}
