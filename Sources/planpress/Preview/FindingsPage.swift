import Bytes
import Diagnostics
import Markup

/// The page that lists the errors and warnings of a preview. Authors' text is escaped.
enum FindingsPage {
  static func html(_ snapshot: PreviewState.Snapshot, tools: PreviewTools?) -> HTML {
    var html = ByteBuffer()
    html.append(
      markup: """
        <!DOCTYPE html>
        <html
        """)
    html.append(attribute: "lang", CommandLineLanguage.language.rawValue)
    html.append(
      markup: """
        >
        <head>
        <meta charset="utf-8">
        <title>
        """)
    html.appendEscaped(localized("planpress: findings"))
    html.append(
      markup: """
        </title>
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
        ? localized("There is no page to show yet. It appears as soon as the errors are fixed.")
        : localized("The preview shows the last good version. It reloads as soon as the errors are fixed."))
    html.append(markup: "</p>\n")
    if let failure = snapshot.failure {
      html.append(markup: "<pre>")
      html.appendEscaped(failure)
      html.append(markup: "</pre>\n")
    }
    if let tools { appendFixes(snapshot, tools, to: &html) }
    html.append(markup: "<ol>\n")
    let errorsFirst =
      snapshot.findings.sorted().filter { $0.severity == .error }
      + snapshot.findings.sorted().filter { $0.severity != .error }
    for finding in errorsFirst.prefix(limit) { append(finding, tools, to: &html) }
    html.append(markup: "</ol>\n")
    if snapshot.findings.count > limit {
      html.append(markup: "<p>")
      html.appendEscaped(localized("\(snapshot.findings.count - limit) more; see the terminal."))
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
    if snapshot.failure != nil { return localized("The site cannot be read") }
    return localized(snapshot.generation == 0 ? "Building the site" : count(snapshot.findings))
  }

  /// A button for the fixes that `check --fix` would make.
  private static func appendFixes(_ snapshot: PreviewState.Snapshot, _ tools: PreviewTools, to html: inout ByteBuffer) {
    let count = snapshot.findings.count { $0.fix?.isSure == true }
    guard count > 0 else { return }
    html.append(markup: "<form method=\"post\"")
    html.append(attribute: "action", tools.fixAddress)
    html.append(markup: "><button>")
    html.appendEscaped(localized(count == 1 ? "Apply the safe fix" : "Apply the \(count) safe fixes"))
    html.append(markup: "</button></form>\n")
  }

  private static func append(_ finding: Diagnostic, _ tools: PreviewTools?, to html: inout ByteBuffer) {
    html.append(markup: "<li")
    html.append(attribute: "class", finding.severity.rawValue)
    html.append(markup: "><pre>")
    let printer = DiagnosticPrinter(
      format: .text, language: CommandLineLanguage.language, commands: TypedSite.commands)
    html.appendEscaped(printer.print([finding]))
    html.append(markup: "</pre>")
    if let link = tools?.editorLink(to: finding.location) {
      html.append(markup: "<p><a")
      html.append(attribute: "href", link)
      html.append(markup: ">")
      html.appendEscaped(localized("Open this line"))
      html.append(markup: "</a></p>")
    }
    if tools != nil, finding.fix?.isSure == true {
      html.append(markup: "<p>")
      html.appendEscaped(localized("The button above fixes it."))
      html.append(markup: "</p>")
    }
    html.append(markup: "</li>\n")
  }
}
