import Bytes
import Diagnostics

// One department under two names, where no register says that they are one.
extension Departments {
  /// Warns of a name that is a short form of another one, as 县发改局 is of 县发展和改革局.
  static func shortForms(_ entries: Table<DepartmentTag, Entry>) -> [Diagnostic] {
    let names = entries.map { Array($0.department.name) }
    // Both begin with the same place, so that few names are compared with each other.
    var byStart: [Character: [Int]] = [:]
    for (index, name) in names.enumerated() {
      if let first = name.first, name.allSatisfy(isHan) { byStart[first, default: []].append(index) }
    }
    var found: [Diagnostic] = []
    for index in names.indices where longestShortForm.contains(names[index].count) {
      guard let first = names[index].first, let others = byStart[first], others.count <= most,
        let whole = others.first(where: { isShortForm(names[index], of: names[$0]) })
      else { continue }
      found.append(
        Diagnostic(
          .warning, .unknownDepartment,
          "'\(String(names[index]))' looks like a short form of '\(String(names[whole]))', and is another department here",
          hint: "write the same name everywhere, or add departments.yaml with this one as 'short-name'",
          at: entries[DepartmentRef(index)].location))
    }
    return found
  }

  /// The lengths of short forms in characters.
  private static let longestShortForm = 4...8
  private static let most = 200

  /// Whether each word of a name has left one character in the other: its characters in order, with no two neighbours after
  /// the common beginning. 市教育局 is not a short form of 市教育考试局.
  static func isShortForm(_ short: [Character], of long: [Character]) -> Bool {
    guard short.count < long.count else { return false }
    var (places, next) = ([Int](), 0)
    for character in short {
      guard let place = long[next...].firstIndex(of: character) else { return false }
      places.append(place)
      next = place + 1
    }
    guard next == long.count || String(long[next...]) == "员会" else { return false }
    let common = zip(short, long).prefix { $0 == $1 }.count
    guard common > 0 else { return false }
    let words = places[(common - 1)..<(places.count - 1)]
    return words.count > 1 && zip(words, words.dropFirst()).allSatisfy { $1 - $0 > 1 }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(\.isHan)
  }
}
