import ArgumentParser
import Diagnostics
import Markup
import NIOHTTP1

/// Tools of the page of findings: links that open a line in an editor, and a button for the safe fixes.
///
/// Only a preview that no other machine can reach has them: the links name the folder of the site, and the fixes change
/// it.
struct PreviewTools: Sendable {
  /// Nil if the author has turned links off.
  let editor: Editor?
  /// The absolute path of the site's folder.
  let siteDirectory: String
  /// Known only to the pages of this preview, so that no other page can ask for the fixes (CSRF).
  let token: String

  init(editor: Editor?, siteDirectory: String) {
    self.editor = editor
    self.siteDirectory = siteDirectory
    var random = SystemRandomNumberGenerator()
    token = String(random.next(), radix: 36) + String(random.next(), radix: 36)
  }

  /// The editors that open a line by its address.
  enum Editor: String, CaseIterable, ExpressibleByArgument {
    case vscode, vscodium, cursor, none
  }

  /// Opens the line of a finding; nil for a whole file, a cell of a workbook, and everything outside of the site.
  func editorLink(to location: SourceLocation) -> String? {
    guard let editor, editor != .none, location.cell == nil, location.line > 0 else { return nil }
    let parts = location.path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) else { return nil }
    let path = percentEncoded(path: "\(siteDirectory)/\(location.path)")
    return "\(editor.rawValue)://file\(path):\(location.line):\(location.column)"
  }

  // MARK: Fixes

  static let fixPath = "\(LiveReload.folder)/fix"

  /// The address that the button of the page asks.
  var fixAddress: String { "/\(PreviewTools.fixPath)?token=\(token)" }

  /// Whether a request was made by the button: a browser sends its origin with every POST, and `PreviewGuard` has
  /// compared it with the preview's own.
  func allows(_ request: HTTPRequestHead) -> Bool {
    guard request.method == .POST, request.headers.first(name: "origin") != nil else { return false }
    guard request.headers.first(name: "sec-fetch-site").map({ $0 == "same-origin" }) ?? true else { return false }
    return request.uri.split(separator: "?", maxSplits: 1).dropFirst().first.map { $0 == "token=\(token)" } ?? false
  }
}
