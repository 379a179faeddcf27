import Bytes
import DataFormats
import Indicators

/// The statuses of the indicators at the time of a snapshot. Read without the rest of the file, because every snapshot of a
/// site is read for this in every build.
package struct SnapshotStatuses: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Nil for an indicator without a page of its own.
    package let id: String?
    /// The path of its plan.
    package let plan: String
    package let name: String
    package let status: String
    package let reason: String?
    /// When it was given up, as the file has it.
    package let retired: String?
    /// Whether it had no figures by its nature, or did not apply.
    package let hasNoVerdict: Bool
    /// The last of its figures; nil without figures, and for a file that planpress did not lay out.
    package let latest: Figure?
  }

  package struct Figure: Hashable, Sendable {
    package let period: String
    package let value: String
  }

  /// The name of the file, such as 2026-03.
  package let name: String
  package let entries: [Entry]

  /// Nil for a file that is not a snapshot.
  package init?(name: String, bytes: [UInt8]) {
    self.name = name
    if let entries = SnapshotStatuses.scanned(bytes) {
      self.entries = entries
      return
    }
    guard let value = try? JSONValue(parsing: bytes, cutsFractions: true),
      value["format"]?.asString == "planpress-snapshot"
    else { return nil }
    entries = (value["indicators"]?.asArray ?? []).compactMap { item in
      guard let name = item["name"]?.asString, let status = item["status"]?.asString else { return nil }
      return Entry(
        id: item["id"]?.asString, plan: item["plan"]?.asString ?? "", name: name, status: status,
        reason: item["reason"]?.asString, retired: item["retired"]?.asString, hasNoVerdict: item["reporting"] != nil,
        latest: nil)
    }
  }

  /// The entries of a file that is laid out as planpress writes it: an indicator's members are indented by six spaces, its
  /// braces by four. Nil for any other, which is then read as JSON, as a tree.
  private static func scanned(_ bytes: [UInt8]) -> [Entry]? {
    bytes.withUnsafeBufferPointer { bytes -> [Entry]? in
      var entries: [Entry] = []
      var (id, plan, name, status, reason): (String?, String?, String?, String?, String?) = (nil, nil, nil, nil, nil)
      var retired: String?
      var hasNoVerdict = false
      var latest: Figure?
      var (isInList, isInValues) = (false, false)
      var start = 0
      while start < bytes.count {
        let rest = UnsafeBufferPointer(rebasing: bytes[start...])
        let end = start + (rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        if !isInList {
          isInList = line.elementsEqual("  \"indicators\": [".utf8)
          continue
        }
        if line.count < 7 || line[4] != UInt8(ascii: " ") {
          guard line.count >= 3 else { return nil }
          // The end of the list, or of an entry.
          if line[2] == UInt8(ascii: "]") { return entries }
          guard line.count >= 5, line[4] == UInt8(ascii: "}") else { continue }
          guard let own = name else { return nil }
          if let status {
            entries.append(
              Entry(
                id: id, plan: plan ?? "", name: own, status: status, reason: reason, retired: retired,
                hasNoVerdict: hasNoVerdict, latest: latest))
          }
          (id, plan, name, status, reason) = (nil, nil, nil, nil, nil)
          (retired, hasNoVerdict) = (nil, false)
          (latest, isInValues) = (nil, false)
          continue
        }
        if isInValues, let figure = figure(line) {
          latest = figure
          continue
        }
        guard line.count > 7, line[6] == UInt8(ascii: "\"") else { continue }
        isInValues = line.elementsEqual("      \"values\": {".utf8)
        switch line[7] {
        case UInt8(ascii: "i"): if let text = text("id", line) { id = text }
        case UInt8(ascii: "p"): if let text = text("plan", line) { plan = text }
        case UInt8(ascii: "n"): if let text = text("name", line) { name = text }
        case UInt8(ascii: "s"): if let text = text("status", line) { status = text }
        case UInt8(ascii: "r"):
          if let text = text("reason", line) { reason = text }
          if let text = text("retired", line) { retired = text }
          if text("reporting", line) != nil { hasNoVerdict = true }
        default: continue
        }
      }
      return nil
    }
  }

  /// A line of the figures, indented by eight spaces: `"2024": 42.5,` or `"2024": "done",`.
  private static func figure(_ line: UnsafeBufferPointer<UInt8>) -> Figure? {
    guard line.count > 12, line[7] == UInt8(ascii: " "), line[8] == UInt8(ascii: "\""),
      let end = line[9...].firstIndex(of: UInt8(ascii: "\"")), end + 3 < line.count
    else { return nil }
    let value = line[(end + 3)...].filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
    return Figure(
      period: String(decoding: line[9..<end], as: UTF8.self), value: String(decoding: value, as: UTF8.self))
  }

  /// The text of `      "key": "text",`; nil for another key.
  private static func text(_ key: StaticString, _ line: UnsafeBufferPointer<UInt8>) -> String? {
    let from = 6 + key.utf8CodeUnitCount + 4
    guard line.count > from + 1, line[from] == UInt8(ascii: "\""), line[from - 2] == UInt8(ascii: ":"),
      line[7..<7 + key.utf8CodeUnitCount].elementsEqual(
        UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    else { return nil }
    let end = line[line.count - 1] == UInt8(ascii: ",") ? line.count - 1 : line.count
    guard case .string(let text)? = try? JSONValue(parsing: Array(line[from..<end])) else { return nil }
    return text
  }
}
