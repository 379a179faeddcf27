extension DiagnosticPrinter {
  func appendJSON(_ diagnostic: Diagnostic, to output: inout String) {
    output += "{\"severity\":\"\(diagnostic.severity.rawValue)\",\"code\":\"\(diagnostic.code.rawValue)\","
    output += "\"message\":\(quoted(diagnostic.message)),\(members(of: diagnostic.location))"
    if let hint = hint(of: diagnostic) { output += ",\"hint\":\(quoted(hint))" }
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map {
        "{\"message\":\(quoted($0.message)),\(members(of: $0.location))}"
      }
      output += ",\"related\":[\(related.joined(separator: ","))]"
    }
    output += "}\n"
  }

  private func members(of location: SourceLocation) -> String {
    var members = "\"path\":\(quoted(location.path))"
    if let cell = location.cell {
      members += ",\"sheet\":\(quoted(cell.sheet)),\"cell\":\(quoted(cell.name))"
    } else if location.line > 0 {
      members += ",\"line\":\(location.line),\"column\":\(location.column),\"length\":\(location.length)"
    }
    return members
  }

  /// A JSON string with its quotes. RFC 8259 §7.
  func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
