import Diagnostics

// MARK: - Uses of a name

extension TemplateChecker {
  mutating func checkPrinted(_ name: ValueName, isEscaped: Bool, _ position: Position) {
    guard let found = resolve(name, position) else { return }
    switch found.kind {
    case .html: break
    case .text:
      guard !isEscaped else { return }
      report(
        .templateWrongUse, "'\(name.text)' is text, and text is always escaped",
        hint: "write {{\(name.text)}}", at: name.range, position)
    case .flag, .view:
      report(
        .templateWrongUse, "'\(name.text)' is a \(found.kind.word) and cannot be printed",
        hint: name.parts.isEmpty
          ? "print one of its names: \(offer(position))"
          : "use it as a section, {{#\(name.text)}}…{{/\(name.text)}}", at: name.range, position)
    case .list:
      report(
        .templateWrongUse, "'\(name.text)' is a list and cannot be printed",
        hint: "repeat a section for each item, {{#\(name.text)}}…{{/\(name.text)}}", at: name.range, position)
    }
  }

  mutating func checkDynamic(_ name: ValueName, _ position: Position) {
    guard let found = resolve(name, position) else { return }
    if case .text = found.kind { return }
    report(
      .templateWrongUse, "'\(name.text)' is a \(found.kind.word) and cannot name a template",
      hint: "a dynamic name must be the name of a text", at: name.range, position)
  }

  /// The position inside a section; nil if its name is unknown.
  mutating func entered(_ section: SectionNode, _ position: Position) -> Position? {
    guard let found = resolve(section.name, position) else { return nil }
    guard !section.isInverted else { return position }
    var inner = position
    switch found.kind {
    case .flag: break
    case .text: inner.context = position.context.entering(.text)
    case .html: inner.context = position.context.entering(.html)
    case .view(let shape), .list(let shape):
      // `{{#.}}` enters the innermost view once more.
      guard let holder = found.holder else { return position }
      let entered = shapes.index(of: shape())
      inner.context = position.context.entering(shape: entered)
      inner.origins[entered] = position.origins[holder] ?? holder
    }
    return inner
  }
}

// MARK: - Looking up

extension TemplateChecker {
  struct Found {
    let kind: ViewField.Kind
    /// The shape in the context that has the name; nil for `.`.
    let holder: Int?
  }

  private mutating func resolve(_ name: ValueName, _ position: Position) -> Found? {
    guard let first = name.parts.first else { return itself(position) }
    guard let holder = position.context.shapes.first(where: { shapes.field(first, of: $0) != nil }),
      var field = shapes.field(first, of: holder)
    else {
      reportUnknown(first, name, position)
      return nil
    }
    for part in name.parts.dropFirst() {
      guard case .view(let shape) = field.kind else {
        reportNotEntered(field, name, position)
        return nil
      }
      guard let next = shapes.field(part, of: shapes.index(of: shape())) else {
        let offered = shape().fields.map(\.name)
        report(
          .templateUnknownName, "'\(field.name)' has no name '\(part)'",
          hint: didYouMean(part, among: offered) ?? "'\(field.name)' has \(list: offered)",
          at: name.range, position)
        return nil
      }
      field = next
    }
    return Found(kind: field.kind, holder: holder)
  }

  private func itself(_ position: Position) -> Found {
    switch position.context.innermost {
    case .text: Found(kind: .text, holder: nil)
    case .html: Found(kind: .html, holder: nil)
    case .view:
      Found(kind: .view { [shape = shapes.shapes[position.context.shapes[0]]] in shape }, holder: nil)
    }
  }

  private mutating func reportUnknown(_ part: String, _ name: ValueName, _ position: Position) {
    guard hasRoom(in: position.template) else { return }
    // Innermost first: of equally near names the innermost is suggested.
    let visible = position.context.shapes.flatMap { shapes.shapes[$0].fields.map(\.name) }
    let hint: Message =
      part == "else"
      ? "Mustache has no else: write {{^name}}…{{/name}}"
      : didYouMean(part, among: visible) ?? offer(position)
    report(.templateUnknownName, "name '\(part)' does not exist here", hint: hint, at: name.range, position)
  }

  private mutating func reportNotEntered(_ field: ViewField, _ name: ValueName, _ position: Position) {
    let isList = if case .list = field.kind { true } else { false }
    report(
      .templateWrongUse, "'\(field.name)' is \(isList ? "a list" : field.kind.word) and has no names of its own",
      hint: isList ? "repeat a section for each item, {{#\(field.name)}}…{{/\(field.name)}}" : nil,
      at: name.range, position)
  }

  /// The names of the innermost view, as a hint.
  private func offer(_ position: Position) -> Message {
    let shape = shapes.shapes[position.context.shapes[0]]
    return "'\(shape.name)' has \(list: shape.fields.map(\.name))"
  }
}
