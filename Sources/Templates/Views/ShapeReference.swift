/// Markdown tables of all names that templates may use: a section for each shape that can be reached from the roots, the
/// roots first, each with the templates that show it.
package func shapeReference(for roots: [TemplateSet.Root]) -> String {
  let shapes = reachableShapes(from: roots.map(\.shape))
  return shapes.map { shape in
    let templates = roots.filter { $0.shape === shape }.map { "`\($0.name)`" }
    var section = "## \(shape.name)\n\n"
    if !templates.isEmpty { section += "What \(templates.joined(separator: ", ")) shows.\n\n" }
    section += "| name | kind | optional | what it is |\n|---|---|---|---|\n"
    for field in shape.fields {
      let kind = field.kind.shape.map { "\(field.kind.word.english) of \($0.name)" } ?? field.kind.word.english
      let summary = field.summary.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      section += "| `\(field.name)` | \(kind) | \(field.isOptional ? "yes" : "") | \(summary) |\n"
    }
    return section
  }.joined(separator: "\n")
}
