extension DiagnosticPrinter {
  /// Relative to the repository.
  func outerPath(_ location: SourceLocation) -> String {
    siteFolder.map { "\($0)/\(location.path)" } ?? location.path
  }

  func appendWorkflowCommand(_ diagnostic: Diagnostic, to output: inout String) {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    output += "::\(command) file=\(property(outerPath(diagnostic.location)))"
    if diagnostic.location.cell == nil, diagnostic.location.line > 0 {
      let location = diagnostic.location
      output += ",line=\(location.line),col=\(location.column),endColumn=\(location.column + location.length)"
    }
    var message = diagnostic.location.cell.map { "\($0.description): " } ?? ""
    message += diagnostic.message
    for related in diagnostic.related { message += "\n\(position(related.location)): \(related.message)" }
    if let hint = hint(of: diagnostic) { message += "\nhint: \(hint)" }
    output += ",title=\(property(diagnostic.code.rawValue))::\(data(message))\n"
  }

  /// Escapes `%`, CR and LF; properties escape `:` and `,` as well.
  private func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      // The log of a workflow is shown in terminals too.
      case _ where scalar.isControl: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
