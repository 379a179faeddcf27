import Foundation
import TestSupport
import Testing

private let site = [
  "Content/site.yaml": "title: Test\nlanguages: [en]\n",
  "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: 2021-2025\n---\nText.\n",
  "Content/1-air.md":
    "---\ntitle: Air\nindicators:\n- id: good-days\n  name: Good days\n  unit: days\n  baseline: {year: 2020, value: 1}\n  target: {year: 2025, value: 2}\n---\n:target[good-dasy]\n",
]

@Suite("planpress check")
struct CheckTests {
  @Test("--fix applies safe fixes, lists them, and checks again")
  func fix() throws {
    let folder = TemporaryFolder(site)
    #expect(try planpress(["check", folder.path]).status == 1)
    let before = folder.files()
    #expect(
      try planpress(["check", folder.path]).errors.contains("did you mean 'good-days'?") && folder.files() == before)
    let run = try planpress(["check", folder.path, "--fix", "--today", "2021-01-01"])
    #expect(run.status == 0 && !run.errors.contains("warning") && !run.errors.contains("error"))
    #expect(
      run.output.hasPrefix("fixed Content/1-air.md:10:9: 'good-dasy' is now 'good-days'\nplanpress: no findings ("))
    #expect(folder.text("Content/1-air.md")?.hasSuffix(":target[good-days]\n") == true)
  }

  @Test("Of many findings about data of one kind five are printed, and the locations of the others")
  func findingsAboutData() throws {
    var files = site
    files["Content/1-air.md"] = nil
    files["Content/indicators.yaml"] = (1...9).map { "- {id: i\($0), name: Indicator \($0)}\n" }.joined()
    for number in 1...9 { files["Content/indicators/i\(number).csv"] = "Year,Sex,Value\n2024,F,1\n2024,M,2\n" }
    let folder = TemporaryFolder(files)
    let run = try planpress(["build", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.components(separatedBy: "no total row").count == 6)
    #expect(
      run.errors.hasSuffix(
        """
        planpress: 4 more findings [csv.no-headline] at Content/indicators/i6.csv:1, Content/indicators/i7.csv:1, \
        Content/indicators/i8.csv:1, Content/indicators/i9.csv:1; use '--format json' to list all

        """))
    let json = try planpress(["build", folder.path, "--format", "json"])
    #expect(json.errors.components(separatedBy: "no total row").count == 10)
  }

  @Test("Of more than a hundred notes of one kind, the others are counted as notes")
  func manyNotes() throws {
    var files = [
      "Content/site.yaml": "title: Test\nlanguages: [en]\n", "Content/index.md": "---\ntitle: Home\n---\nText.\n",
      "Content/departments.yaml": "- {id: works, name: Works}\n",
    ]
    for plan in 1...102 {
      files["Content/p\(plan)/index.md"] = "---\ntype: plan\ntitle: Plan \(plan)\nperiod: 2021-2025\n---\nText.\n"
      files["Content/p\(plan)/indicators.yaml"] = "- {id: i\(plan), name: Days, unit: days, target: 5, values: [2]}\n"
    }
    let folder = TemporaryFolder(files)
    let run = try planpress(["check", folder.path, "--today", "2021-01-01"])
    #expect(run.errors.contains("planpress: 2 more notes [owner.none]; use '--format json' to list all\n"))
    #expect(!run.errors.contains("more warnings"))
  }

  private static let hasCurl = (try? Shell.run("curl --version")) == 0

  @Test(
    "--external reports links that are gone, and does not request good ones again",
    .enabled(if: hasCurl, "curl is not installed"))
  func external() throws {
    let other = try #require(
      try PreviewProcess(
        TemporaryFolder([
          "Content/site.yaml": site["Content/site.yaml"]!, "Content/index.md": site["Content/index.md"]!,
        ])))
    let address = "http://127.0.0.1:\(other.port)"
    let folder = TemporaryFolder(site)
    let text = "---\ntitle: Air\n---\n[here](\(address)/#top) [gone](\(address)/gone/) <http://127.0.0.1:1/>\n"
    folder.write(text, to: "Content/1-air.md")
    #expect(try planpress(["check", folder.path]).errors == "")
    let run = try planpress(["check", folder.path, "--external"])
    #expect(run.status == 0)
    #expect(
      run.errors.contains("Content/1-air.md:4:")
        && run.errors.contains("cannot reach \(address)/gone/: page not found (404) [link.unreachable]"))
    #expect(
      run.errors.contains("cannot reach http://127.0.0.1:1/: ") && !run.errors.contains("cannot reach \(address)/:"))
    #expect(run.output.contains("2 warnings"))
    let kept = try #require(folder.text(".planpress/external-links.json"))
    #expect(kept.contains("\"\(address)/\"") && !kept.contains("gone"))
    #expect(folder.exists(".planpress/.gitignore") && !folder.exists("Output"))
    folder.write("nonsense", to: ".planpress/external-links.json")
    #expect(try planpress(["check", folder.path, "--external"]).output.contains("2 warnings"))
  }

  @Test("--external asks for each address once, as written, and reads no more than it needs")
  func probes() throws {
    let programs = try FakePrograms([
      "curl": """
      echo "$@" >> "$0.log"
      case "$*" in *gone*) printf 'curl: (6) no\\033[2J\\r host' >&2; exit 6;; esac
      printf 200
      """
    ])
    let folder = TemporaryFolder(site)
    let text = """
      ---
      title: Air
      ---
      <http://h.example/ok%5B1-5000%5D> [a](<http://h.example/[1-50]>) [b](http://i.example/{a,b}) [c](http://i.example/{a,b}#x)
      [gone](http://j.example/gone/)

      """
    folder.write(text, to: "Content/1-air.md")
    let run = try planpress(["check", folder.path, "--external"], environment: programs.environment)
    #expect(
      run.errors.contains("cannot reach http://j.example/gone/: no [2J;  host [link.unreachable]"), "\(run.errors)")
    let calls = (programs.folder.text("curl.log") ?? "").split(separator: "\n")
    #expect(calls.count == 4)
    for call in calls { #expect(call.hasPrefix("--disable --globoff ") && call.contains(" --max-filesize 1048576 ")) }
  }

  @Test("--format sarif is one document, with paths relative to the current folder")
  func sarif() throws {
    let folder = TemporaryFolder()
    for (path, text) in site { folder.write(text, to: "my plan/\(path)") }
    let run = try planpress(["check", "my plan/", "--format", "sarif"], in: folder.path)
    #expect(run.status == 1 && run.output == "")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    let result = try #require(((document["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "reference.unknown-indicator" && result["level"] as? String == "error")
    #expect(run.errors.contains("\"uri\":\"my%20plan/Content/1-air.md\"}"))
    let github = try planpress(["check", "my plan", "--format", "github"], in: folder.path)
    #expect(github.errors.hasPrefix("::error file=my plan/Content/1-air.md,line=10,"))
    let clean = try planpress(["check", "Documentation", "--format", "sarif"], in: packageRoot)
    #expect(clean.errors.contains("\"results\":[]"))
  }
}

@Suite("Terminal output")
struct TerminalTests {
  @Test(
    "In a pipe: no colour, no progress, one closing line; --quiet removes it, --verbose lists stages and files")
  func verbosity() throws {
    let folder = TemporaryFolder(site)
    let broken = try planpress(["build", folder.path])
    #expect(!broken.errors.contains("\u{1B}") && !broken.errors.contains("\r"))
    folder.write("---\ntitle: Air\n---\nText.\n", to: "Content/1-air.md")
    let verbose = try planpress(["build", folder.path, "--verbose"])
    #expect(verbose.output.contains("+ air/index.html\n") && verbose.errors.contains(" ms: writing "))
    let run = try planpress(["build", folder.path])
    #expect(run.output.hasPrefix("5 pages and 0 indicators in \(folder.path)/Output: nothing changed; no findings ("))
    #expect(run.output.split(separator: "\n").count == 1 && run.errors == "")
    #expect(try planpress(["build", folder.path, "--quiet"]).output == "")
    #expect(try planpress(["check", folder.path, "-q"]).output == "")
    #expect(try planpress(["build", folder.path, "--quiet", "--verbose"]).status == 64)
  }

  /// Whether there is util-linux's `script`, which provides a terminal.
  private static let hasScript = (try? Shell.run("script --version")) == 0

  @Test(
    "On a terminal, findings are coloured unless NO_COLOR is set", .enabled(if: hasScript, "'script' is not installed"))
  func colours() throws {
    let folder = TemporaryFolder(site)
    let command = "'\(programURL.path)' check '\(folder.path)'"
    let coloured = try Shell.output("env -u NO_COLOR TERM=xterm script -qec \"\(command)\" /dev/null")
    #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    // A slow build shows how far it is, and clears that line.
    let plain = try Shell.output("NO_COLOR=1 TERM=xterm script -qec \"\(command)\" /dev/null")
    #expect(!plain.replacing("\u{1B}[K", with: "").contains("\u{1B}["))
    #expect(try !Shell.output("env -u NO_COLOR TERM=dumb script -qec \"\(command)\" /dev/null").contains("\u{1B}["))
  }
}
