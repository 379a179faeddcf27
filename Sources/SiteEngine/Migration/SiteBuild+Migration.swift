import Diagnostics
import SiteModel

/// The changes that `planpress migrate` would make to a site.
package struct Migration: Sendable {
  /// Changes that can mean only one thing, each with its fix.
  package let changes: [Diagnostic]
  /// The errors that are left to the author.
  package let errors: [Diagnostic]
}

extension SiteBuild {
  /// Looks for text that planpress 0.1 read differently:
  /// - A key with nothing after it was no key, and is an error now. Its line is removed, unless it has a comment.
  /// - A year at the start of a file's name was a number for its order, and belongs to a date now, as in
  ///   `2024-03-05-report.md`: the page has another address. The old one is added to its aliases.
  package func migration() async throws -> Migration {
    let prepared = try await prepare()
    var changes: [Diagnostic] = []
    var errors: [Diagnostic] = []
    for finding in prepared.diagnostics {
      if let change = EmptyKey.removal(finding) {
        changes.append(change)
      } else if finding.severity == .error {
        errors.append(finding)
      }
    }
    if let site = prepared.files?.site { changes += DatedAddresses(site: site).changes() }
    return Migration(changes: changes, errors: errors)
  }
}

/// A line with a key and nothing after it.
enum EmptyKey {
  /// The change that removes the line of a finding about such a key; nil for any other finding, and if the line says
  /// more.
  static func removal(_ finding: Diagnostic) -> Diagnostic? {
    guard finding.code == .missingKey, finding.severity == .error, finding.location.excerptColumn == 1 else {
      return nil
    }
    let scalars = finding.location.excerpt.unicodeScalars
    let indentation = scalars.prefix(finding.location.column - 1)
    let key = scalars.dropFirst(finding.location.column - 1).prefix(finding.location.length)
    let rest = String(
      String.UnicodeScalarView(scalars.dropFirst(finding.location.column - 1 + finding.location.length)))
    guard indentation.allSatisfy({ $0 == " " }),
      finding.hintWords?.template == "write its value after '%1:', or remove the line",
      [":", ":~", ":null"].contains(rest.filter { $0 != " " })
    else { return nil }
    let name = String(String.UnicodeScalarView(key))
    return Diagnostic(
      .note, .missingKey, "'\(name)' has no value, which is now an error",
      hint: "the line is removed", at: finding.location, fix: .removeLine)
  }
}
