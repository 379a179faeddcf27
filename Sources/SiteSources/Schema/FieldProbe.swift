import DataFormats
import Diagnostics

/// Discovers which values a field reader accepts by probing it and examining its diagnostics. The result cannot differ from
/// the reader's behaviour.
struct FieldProbe {
  /// Reads a value that is written in one line, and says what was reported and at which byte the value begins.
  typealias Reading = (_ value: String) -> (diagnostics: [Diagnostic], start: Int)

  /// Several where other fields decide what is taken, such as `kind` of an indicator: a value is taken if one of them
  /// does.
  let readings: [Reading]
  /// Whether the value is inside of a mapping that is probed.
  var isNested = false

  /// The codes with which readers refuse a value.
  private static let refusals: Set<DiagnosticCode> = [
    .wrongType, .invalidValue, .invalidID, .indicatorPeriod, .indicatorKind, .invalidNumbering, .yamlSyntax,
  ]

  /// A key that no mapping has, and that resembles none.
  private static let unknownKey = "zz-unknown-zz"
  /// A word that no field accepts.
  private static let unknownWord = "zz-word-zz"

  // MARK: One value

  func takes(_ value: String) -> Bool {
    readings.contains { reading in
      let (diagnostics, start) = reading(value)
      let range = start..<start + value.utf8.count
      return !diagnostics.contains { finding in
        guard finding.severity == .error, FieldProbe.refusals.contains(finding.code) else { return false }
        // All that is probed is ASCII on one line.
        let first = finding.location.column - 1
        return range.overlaps(first..<first + max(1, finding.location.length))
      }
    }
  }

  func takes(oneOf values: [String]) -> Bool { values.contains(where: takes) }

  /// The words of a field that takes only some, in their order: `'kind' must be 'level' or 'increase', not 'x'`.
  var words: [String] {
    var words: [String] = []
    for reading in readings {
      for finding in reading(FieldProbe.unknownWord).diagnostics where finding.code == .invalidValue {
        guard let list = finding.message.firstMatch(of: /must be (.+), not '/)?.output.1 else { continue }
        for match in list.matches(of: /'([^']+)'/) where !words.contains(String(match.output.1)) {
          words.append(String(match.output.1))
        }
      }
    }
    return words.filter(takes)
  }

  // MARK: Mappings and lists

  /// The keys of the mapping that the field takes, in the order in which they are read, and those that it must have.
  /// Nil if it takes none, or one with any keys.
  func keys() -> (known: [String], required: [String])? {
    var known: [String] = []
    var required: Set<String>?
    for reading in readings {
      let (diagnostics, start) = reading("{\(FieldProbe.unknownKey): 1}")
      // The mappings around it may lack something, too.
      let found = isNested ? diagnostics.filter { $0.location.column > start } : diagnostics
      let unknown = found.first { finding in
        finding.code == .unknownKey && finding.words.arguments.first == .text(FieldProbe.unknownKey)
      }
      guard let unknown else { continue }
      if case .list(let keys)? = unknown.hintWords?.arguments.last {
        for case .text(let key) in keys where !known.contains(key) { known.append(key) }
      }
      let missing = found.filter { $0.code == .missingKey }.compactMap { finding -> String? in
        let named = finding.message.matches(of: /'([^']+)'/).map { String($0.output.1) }
        return named.count == 1 ? named[0] : nil
      }
      for key in missing where !known.contains(key) { known.append(key) }
      required = required.map { $0.intersection(missing) } ?? Set(missing)
    }
    guard let required else { return nil }
    return (known, known.filter(required.contains))
  }

  /// The field of a mapping, `others` beside it.
  func field(_ key: String, beside others: [(key: String, value: String)] = []) -> FieldProbe {
    let before = others.filter { $0.key != key }.map { "\($0.key): \($0.value), " }.joined()
    return nested(before: "{\(before)\(key): ", after: "}")
  }

  /// An item of a list.
  var item: FieldProbe { nested(before: "[", after: "]") }

  private func nested(before: String, after: String) -> FieldProbe {
    FieldProbe(
      readings: readings.map { reading in
        { value in
          let (diagnostics, start) = reading(before + value + after)
          return (diagnostics, start + before.utf8.count)
        }
      }, isNested: true)
  }
}
