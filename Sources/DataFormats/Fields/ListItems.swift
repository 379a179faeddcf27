extension StringProtocol {
  /// The parts of a list as people write it. A separator inside of brackets belongs to a part: 各县（市、区）人民政府. Unclosed
  /// brackets are ordinary characters.
  package func listItems(_ isSeparator: (Character) -> Bool) -> [SubSequence] {
    let (opening, closing) = ("（([［【〔《", "）)]］】〕》")
    let isBalanced = count { opening.contains($0) } == count { closing.contains($0) }
    var depth = 0
    return split { character in
      if isBalanced, opening.contains(character) { depth += 1 }
      if isBalanced, closing.contains(character) { depth = Swift.max(0, depth - 1) }
      return depth == 0 && isSeparator(character)
    }
  }
}
