import Bytes
import Diagnostics
import Markup

/// What is wrong with the sources, as a page. Everything that an author wrote is escaped.
enum FindingsPage {
  static func html(_ snapshot: Preview.Snapshot) -> HTML {
    var html = ByteBuffer()
    html.append(
      markup: """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>planpress: findings</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/-planpress/preview.css">
        </head>
        <body>
        <main>
        <h1>
        """)
    html.appendEscaped(heading(snapshot))
    html.append(markup: "</h1>\n<p>")
    html.appendEscaped(
      snapshot.site == nil
        ? "There is no page to show yet. It appears by itself once this is mended."
        : "The site shows what was there before. It refreshes by itself once this is mended.")
    html.append(markup: "</p>\n")
    if let trouble = snapshot.trouble {
      html.append(markup: "<pre>")
      html.appendEscaped(trouble)
      html.append(markup: "</pre>\n")
    }
    html.append(markup: "<ol>\n")
    let errorsFirst =
      snapshot.findings.sorted().filter { $0.severity == .error }
      + snapshot.findings.sorted().filter { $0.severity != .error }
    for finding in errorsFirst.prefix(most) { append(finding, to: &html) }
    html.append(markup: "</ol>\n")
    if snapshot.findings.count > most {
      html.append(markup: "<p>")
      html.appendEscaped("And \(snapshot.findings.count - most) more, in the terminal.")
      html.append(markup: "</p>\n")
    }
    html.append(markup: "</main>\n<script src=\"/-planpress/preview.js\"")
    html.append(attribute: "data-generation", String(snapshot.generation))
    html.append(markup: " data-page=\"\" defer></script>\n</body>\n</html>\n")
    return HTML(bytes: html.array)
  }

  /// More than a person mends before looking again.
  private static let most = 200

  private static func heading(_ snapshot: Preview.Snapshot) -> String {
    if snapshot.trouble != nil { return "The site cannot be read" }
    return snapshot.generation == 0 ? "The site is being made" : count(snapshot.findings)
  }

  private static func append(_ finding: Diagnostic, to html: inout ByteBuffer) {
    html.append(markup: "<li")
    html.append(attribute: "class", finding.severity.rawValue)
    html.append(markup: "><pre>")
    html.appendEscaped(DiagnosticPrinter(format: .text).print([finding]))
    html.append(markup: "</pre></li>\n")
  }
}
