import Bytes
import Diagnostics
import Markup

/// The page that lists the errors and warnings of a preview. Authors' text is escaped.
enum FindingsPage {
  static func html(_ snapshot: PreviewState.Snapshot) -> HTML {
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
        ? "There is no page to show yet. It appears as soon as the errors are fixed."
        : "The preview shows the last good version. It reloads as soon as the errors are fixed.")
    html.append(markup: "</p>\n")
    if let failure = snapshot.failure {
      html.append(markup: "<pre>")
      html.appendEscaped(failure)
      html.append(markup: "</pre>\n")
    }
    html.append(markup: "<ol>\n")
    let errorsFirst =
      snapshot.findings.sorted().filter { $0.severity == .error }
      + snapshot.findings.sorted().filter { $0.severity != .error }
    for finding in errorsFirst.prefix(limit) { append(finding, to: &html) }
    html.append(markup: "</ol>\n")
    if snapshot.findings.count > limit {
      html.append(markup: "<p>")
      html.appendEscaped("\(snapshot.findings.count - limit) more; see the terminal.")
      html.append(markup: "</p>\n")
    }
    html.append(markup: "</main>\n")
    html.append(text: LiveReload.script(snapshot, page: ""))
    html.append(markup: "</body>\n</html>\n")
    return HTML(bytes: html.array)
  }

  /// The most findings that the page shows.
  private static let limit = 200

  private static func heading(_ snapshot: PreviewState.Snapshot) -> String {
    if snapshot.failure != nil { return "The site cannot be read" }
    return snapshot.generation == 0 ? "Building the site" : count(snapshot.findings)
  }

  private static func append(_ finding: Diagnostic, to html: inout ByteBuffer) {
    html.append(markup: "<li")
    html.append(attribute: "class", finding.severity.rawValue)
    html.append(markup: "><pre>")
    html.appendEscaped(DiagnosticPrinter(format: .text).print([finding]))
    html.append(markup: "</pre></li>\n")
  }
}
