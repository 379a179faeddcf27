extension String {
  /// Whether it has a comma of any script that lists are written with. In a list such names need quotes, or semicolons
  /// between them, so that two do not look like three.
  package var hasListComma: Bool { contains { ",，、،".contains($0) } }
}
