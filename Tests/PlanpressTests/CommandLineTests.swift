import Foundation
import TestSupport
import Testing

private let site = [
  "Content/site.yaml": "title: Test\nlanguages: [en]\n",
  "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: 2021-2025\n---\nText.\n",
]

struct CommandLineTests {
  @Test("A clean site builds with exit code 0; a second build reports that nothing changed")
  func build() throws {
    let folder = TemporaryFolder(site)
    let first = try planpress(["build", folder.path])
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(first.output.contains(" new; no findings ("))
    let second = try planpress(["build", folder.path])
    #expect(second.status == 0)
    #expect(second.output.contains("nothing changed"))
  }

  #if os(Linux)
    @Test(
      "The program allocates with jemalloc, which prints its statistics when it is asked to",
      .enabled(
        if: ProcessInfo.processInfo.environment["PLANPRESS_SANITIZED"] == nil, "a sanitizer allocates by itself"))
    func allocator() throws {
      let run = try planpress(["--version"], environment: ["MALLOC_CONF": "stats_print:true"])
      #expect(run.errors.contains("jemalloc statistics") && run.errors.contains("narenas: 1"))
    }
  #endif

  @Test("An error in the content gives exit code 1, a message, and no output")
  func contentError() throws {
    let folder = TemporaryFolder(site)
    folder.write("---\ntitle: Section\ntags: [a\n---\n", to: "Content/1-section.md")
    let run = try planpress(["build", folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("Content/1-section.md:"))
    #expect(run.errors.contains("nothing was written"))
    #expect(!folder.exists("Output"))
  }

  @Test("A warning gives exit code 0, and 1 with --strict")
  func strict() throws {
    let folder = TemporaryFolder(site)
    folder.write("---\ntitle: Section\n---\n<b>raw</b>\n", to: "Content/1-section.md")
    let run = try planpress(["check", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning:"))
    #expect(try planpress(["check", "--strict", folder.path]).status == 1)
    #expect(try planpress(["build", "--strict", folder.path]).status == 1)
    #expect(!folder.exists("Output"))
  }

  @Test(
    "Wrong usage gives exit code 64",
    arguments: [
      ["--wrong"], ["build", "--jobs", "0"], ["build", "--base-url", "x"], ["build", ""],
      ["build", "--output", ""], ["collect"], ["collect", "--period", "2026", "--read", "."],
      ["collect", "--period", "x"],
      ["import"], ["check", "--period", "June"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try planpress(arguments).status == 64)
  }

  @Test("A folder without Content/ gives exit code 1 and names the missing folder")
  func noContent() throws {
    let folder = TemporaryFolder()
    let run = try planpress(["build", folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no folder 'Content'"))
  }

  @Test("A text whose years nothing says is refused without a terminal, and '--period' takes them in words")
  func importYears() throws {
    let folder = TemporaryFolder(["plan.txt": "Town plan\nChapter 1 Roads\nBy 2030 we will mend 40 roads.\n"])
    let text = "\(folder.path)/plan.txt"
    let refused = try planpress(["import", text, "--into", "\(folder.path)/site"])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        planpress: the text does not say which years the plan covers
        hint: add '--period 2021-2025'

        """)
    #expect(!folder.exists("site"))
    let done = try planpress(["import", text, "--into", "\(folder.path)/site", "--period", "2026 to 2030"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(folder.text("site/Content/index.md")?.contains("period: {start: 2026, end: 2030}") == true)
  }

  @Test("An import asks for facts that it cannot know, and without a terminal names the option")
  func importQuestion() throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: T\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: P\nperiod: {start: 2021, end: 2025}\n---\nText.\n\n::indicators\n",
      "table.csv": "Indicator,2021,2022,2025\nTrees,1,2,9\n",
    ])
    let table = "\(folder.path)/table.csv"
    let asked = try planpress(["import", table, "--into", folder.path])
    #expect(asked.status == 1)
    #expect(
      asked.errors == """
        planpress: does column '2025' hold targets or values?
        hint: answer with '--end-year': target, value

        """)
    let done = try planpress(["import", table, "--into", folder.path, "--end-year", "target"])
    #expect(done.status == 0)
    #expect(done.output == "planpress: 1 indicator added to Content/indicators.yaml, 2 values to Content/values.csv\n")
    #expect(try planpress(["check", folder.path, "--strict"]).status == 0)
    #expect(try planpress(["check", folder.path, "--strict", "--period", "2023"]).status == 1)
    #expect(try planpress(["collect", folder.path, "--read", "\(folder.path)/none"]).status == 1)
  }

  @Test("A system error gives exit code 70")
  func machine() throws {
    let folder = TemporaryFolder(site)
    let run = try planpress(["build", folder.path, "--output", "/proc/planpress"])
    #expect(run.status == 70)
    #expect(run.errors.contains("cannot create"))
  }

  @Test("A build into a folder that another build writes to gives exit code 70 and changes no file")
  func locked() throws {
    let folder = TemporaryFolder(site)
    #expect(try planpress(["build", folder.path]).status == 0)
    let before = folder.files(in: "Output")
    folder.write("---\ntitle: Section\n---\nText.\n", to: "Content/1-section.md")
    do {
      let lock = try HeldLock(on: "\(folder.path)/Output")
      let run = try planpress(["build", folder.path])
      #expect(run.status == 70 && run.errors.contains("another planpress build"))
      #expect(folder.files(in: "Output") == before)
      _ = consume lock
    }
    #expect(try planpress(["build", folder.path]).status == 0)
  }

  @Test("--format json prints one object per line, --format github prints workflow commands")
  func formats() throws {
    let folder = TemporaryFolder(site)
    folder.write("---\ntitle: Section\ntitel: X\n---\n", to: "Content/1-section.md")
    let json = try planpress(["check", "--format", "json", folder.path])
    let lines = json.errors.split(separator: "\n")
    #expect(lines.count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(object["code"] as? String == "field.unknown-key")
    #expect(object["line"] as? Int == 3)
    let github = try planpress(["check", "--format", "github", folder.path])
    #expect(github.errors.hasPrefix("::error file=Content/1-section.md,line=3,col=1,"))
  }

  @Test("The output does not depend on locale and time zone")
  func environment() throws {
    let folder = TemporaryFolder(site)
    _ = try planpress(["build", folder.path, "-o", "\(folder.path)/a"], environment: ["LC_ALL": "C", "TZ": "UTC"])
    _ = try planpress(
      ["build", folder.path, "-o", "\(folder.path)/b", "--jobs", "1"],
      environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"])
    #expect(folder.files(in: "a") == folder.files(in: "b"))
    #expect(folder.files(in: "a").count > 5)
  }

  @Test("markdown --plain --unsafe prints pure CommonMark")
  func markdown() throws {
    let run = try planpress(["markdown", "--plain", "--unsafe"], input: "# A *b*\n\n<i>x</i> | y\n")
    #expect(run.status == 0)
    #expect(run.output == "<h1>A <em>b</em></h1>\n<p><i>x</i> | y</p>\n")
  }

  @Test("--version prints a semantic version, which is written nowhere else")
  func version() throws {
    let run = try planpress(["--version"])
    #expect(run.status == 0)
    let version = try #require(run.output.wholeMatch(of: /planpress ([0-9]+\.[0-9]+\.[0-9]+)\n/)?.output.1)
    let guide = "Documentation/Content"
    let chapters = try FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/\(guide)")
      .filter { $0.hasSuffix(".md") }.map { "\(guide)/\($0)" }
    for path in ["README.md", "Dockerfile", "Formula/planpress.rb", ".ci/dist"] + chapters {
      let bytes = try #require(FileManager.default.contents(atPath: "\(packageRoot)/\(path)"), "\(path)")
      #expect(!String(decoding: bytes, as: UTF8.self).contains(version), "\(path) repeats the version")
    }
  }

  @Test(
    "The guide explains every option, and README.md lists every command",
    arguments: [
      "", "build", "check", "serve", "init", "new section", "new indicator", "new programme", "new plan", "import",
      "collect", "extract",
      "publish", "snapshot", "convert", "diff", "report", "refresh",
      "explain", "schema", "migrate", "markdown", "words",
    ])
  func documented(_ command: String) throws {
    let help = try planpress(command.split(separator: " ").map(String.init) + ["--help"]).output
    let guide = try #require(FileManager.default.contents(atPath: "\(packageRoot)/Documentation/Content/9-commands.md"))
    let readme = try #require(FileManager.default.contents(atPath: "\(packageRoot)/README.md"))
    let text = String(decoding: guide, as: UTF8.self)
    for word in help.split(whereSeparator: { " ,;:.\n[]=".contains($0) }) where word.hasPrefix("--") && word.count > 2 {
      #expect(text.contains("`\(word)`"), "the guide does not explain \(word)")
    }
    if let name = command.split(separator: " ").first {
      #expect(text.contains("## planpress \(name)\n"))
      #expect(String(decoding: readme, as: UTF8.self).contains("`planpress \(command) ") || command != name)
    }
  }
}
