import Diagnostics

/// The common form of the numbers of a plan's sections, level by level.
package struct FoundNumbering: Sendable {
  /// The value of the key `numbering`, as YAML; nil if no section has a regular number.
  package private(set) var yaml: String?
  /// By depth, outermost first: whether the sections there are numbered by that key.
  package private(set) var isRegular: [Bool] = []

  /// By depth: the first number, and the positions of its section.
  private var firstNumbers: [(path: [Int], written: String)?] = []
  /// The levels whose numbers are not regular.
  package private(set) var findings: [Diagnostic] = []

  /// `levels`: how many levels of sections become pages. `first`: the number of the first section, which is 1 unless
  /// sections are added to a plan.
  package init(_ sections: [Outline.Section], levels: Int, first: Int = 1) {
    var patterns: [String] = []
    var groups: [[Outline.Section]] = [sections]
    var isDecimal = true
    for depth in 0..<levels {
      let sections = groups.flatMap(\.self)
      guard !sections.isEmpty else { break }
      switch FoundNumbering.pattern(of: groups, depth: depth, first: depth == 0 ? first : 1, isDecimal: isDecimal) {
      case .none:
        patterns.append("")
        isRegular.append(false)
        isDecimal = false
      case .pattern(let form):
        isDecimal = isDecimal && form.isDecimal(depth: depth)
        patterns.append(FoundNumbering.text(form))
        isRegular.append(true)
      case .irregular(let section, let reason):
        patterns.append("")
        isRegular.append(false)
        isDecimal = false
        findings.append(
          Diagnostic(
            .warning, .importNumbering, "\(reason), so the numbers of this level stay in the titles",
            hint: "correct the numbers in the source, or take them out of the titles and set 'numbering' in the plan",
            at: section.location))
      }
      groups = groups.flatMap { $0.map(\.children) }
    }
    func visit(_ sections: [Outline.Section], _ above: [Int]) {
      guard above.count < levels else { return }
      var position = 0
      for section in sections {
        if section.number != nil { position += 1 }
        let path = above + [position]
        while firstNumbers.count < path.count { firstNumbers.append(nil) }
        if let number = section.number, firstNumbers[path.count - 1] == nil {
          firstNumbers[path.count - 1] = (path, number.written)
        }
        visit(section.children, path)
      }
    }
    visit(sections, [])
    if isDecimal, isRegular.contains(true) {
      yaml = "decimal"
    } else if isRegular.contains(true) {
      while patterns.last == "" { patterns.removeLast() }
      yaml = "[" + patterns.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
  }

  private enum Pattern {
    case none
    case pattern(HeadingForm)
    case irregular(Outline.Section, Message)
  }

  /// `isDecimal`: whether the numbers of all levels above are those of `numbering: decimal`.
  private static func pattern(of groups: [[Outline.Section]], depth: Int, first: Int, isDecimal: Bool) -> Pattern {
    let numbered = groups.flatMap(\.self).filter { $0.number != nil }
    guard let form = numbered.first?.number?.form else { return .none }
    if let other = numbered.first(where: { $0.number?.form != form }) {
      return .irregular(
        other, "\(FoundNumbering.name(other)) is numbered in another way than \(FoundNumbering.name(numbered[0]))")
    }
    if form.style == .circled { return .irregular(numbered[0], "circled numbers cannot be counted by a plan") }
    if form.parts > 1, form.parts != depth + 1 {
      return .irregular(numbered[0], "'\(numbered[0].number?.written ?? "")' does not fit its level")
    }
    // A pattern writes one number.
    if form.parts > 1, !isDecimal || !form.isDecimal(depth: depth) {
      return .irregular(numbered[0], "\(FoundNumbering.name(numbered[0])) repeats the number of the level above")
    }
    for group in groups {
      var expected = first - 1
      for section in group {
        guard let number = section.number else { continue }
        expected += 1
        guard number.value == expected else {
          return .irregular(section, "\(FoundNumbering.name(section)) is where number \(expected) is expected")
        }
      }
    }
    return .pattern(form)
  }

  /// This numbering, with the numbers kept in the titles of the levels where `number` counts differently from the text.
  /// `number` gets a depth, 1 for the outermost, and the 1-based position of a section on each level.
  package func keepingNumbers(_ number: (_ depth: Int, _ path: [Int]) -> String? = { _, _ in nil }) -> FoundNumbering {
    var copy = self
    copy.yaml = nil
    copy.isRegular = isRegular.enumerated().map { index, isRegular in
      guard isRegular, index < firstNumbers.count, let first = firstNumbers[index] else { return false }
      return number(index + 1, first.path)?.filter { !$0.isWhitespace } == first.written.filter { !$0.isWhitespace }
    }
    return copy
  }

  /// A section by its number, or by its title if Word counts the number.
  private static func name(_ section: Outline.Section) -> Message {
    let written = section.number?.written ?? ""
    return written.isEmpty ? "'\(section.title)' (numbered by Word)" : "'\(written)'"
  }

  private static func text(_ form: HeadingForm) -> String {
    let style =
      switch form.style {
      case .chinese: "一"
      case .arabic, .circled: "1"
      case .upperLetter: "A"
      case .lowerLetter: "a"
      case .upperRoman: "I"
      }
    return "\(form.prefix){\(style)}\(form.suffix)"
  }
}

extension HeadingForm {
  /// Whether its numbers are those of `numbering: decimal` on a level, 0 for the outermost.
  fileprivate func isDecimal(depth: Int) -> Bool { style == .arabic && prefix.isEmpty && parts == depth + 1 }
}
