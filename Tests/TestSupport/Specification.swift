import Foundation
import Testing

/// The published test suites of CommonMark and Mustache, in the folder `PLANPRESS_SPEC` or in `.build/spec`, where
/// `make spec` puts them.
package enum Specification: String, Sendable {
  case commonMark = "commonmark-0.30.json"
  case mustache = "mustache"

  package static let folder =
    ProcessInfo.processInfo.environment["PLANPRESS_SPEC"].flatMap { $0.isEmpty ? nil : $0 }
    ?? "\(packageRoot)/.build/spec"

  package var path: String { "\(Self.folder)/\(rawValue)" }
  package var isPresent: Bool { FileManager.default.fileExists(atPath: path) }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test with a reason if the suite is missing.
  package static func needs(_ specification: Specification) -> Self {
    .enabled(
      if: specification.isPresent, "'\(specification.path)' is missing: run 'make spec', or set PLANPRESS_SPEC")
  }
}
