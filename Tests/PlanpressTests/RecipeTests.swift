import Foundation
import TestSupport
import Testing

/// Runs the recipes of the guide and of `init` as written, with local substitutes for the service around them: files
/// for URLs, and installed packages for those of the runner.
@Suite("Recipes")
struct RecipeTests {
  private let site = TemporaryFolder()
  private let guide: String

  init() throws {
    #expect(try planpress(["init", site.path]).status == 0)
    guide = String(
      decoding: try #require(
        FileManager.default.contents(atPath: "\(packageRoot)/Documentation/Content/12-publishing.md")), as: UTF8.self)
  }

  private func run(_ commands: [String], in folder: String, _ environment: [String: String] = [:]) throws {
    for command in commands {
      let status = try Shell.run(command, in: folder, environment)
      #expect(status == 0, "\(command) ended with \(status)")
    }
  }

  /// The first code block of a language below a heading.
  private func block(_ language: String, below heading: String) throws -> String {
    let part = try #require(guide.components(separatedBy: "## \(heading)\n").dropFirst().first).components(
      separatedBy: "\n## ")[0]
    return try #require(part.components(separatedBy: "```\(language)\n").dropFirst().first).components(
      separatedBy: "\n```")[0]
  }

  /// The commands of each list with this name: the `- command` lines below `name:`.
  private func commands(_ name: String, in yaml: String) -> [[String]] {
    var lists: [[String]] = []
    var indent: Int?
    for line in yaml.components(separatedBy: "\n") {
      let depth = line.prefix { $0 == " " }.count
      if line.trimmingCharacters(in: .whitespaces) == "\(name):" {
        lists.append([])
        indent = depth
      } else if let outer = indent, depth > outer, line.dropFirst(depth).hasPrefix("- ") {
        lists[lists.count - 1].append(String(line.dropFirst(depth + 2)))
      } else {
        indent = nil
      }
    }
    return lists
  }

  /// Every `run` of a workflow, with its expressions replaced by a URL.
  private func steps(of workflow: String) -> [String] {
    var steps: [String] = []
    var lines = workflow.components(separatedBy: "\n")[...]
    while let line = lines.popFirst() {
      guard let start = line.range(of: "run: ") else { continue }
      var command = String(line[start.upperBound...])
      if command == "|" {
        let depth = lines.first?.prefix { $0 == " " }.count ?? 0
        command = ""
        while let next = lines.first, next.prefix(while: { $0 == " " }).count >= depth, !next.isEmpty {
          command += next.dropFirst(depth) + "\n"
          lines.removeFirst()
        }
      }
      steps.append(command.replacing(/\$\{\{.*?\}\}/, with: "https://example.org/preview"))
    }
    return steps
  }

  @Test("The GitHub workflow fetches the program, checks and builds the site, and links the preview")
  func gitHub() throws {
    let workflow = try #require(site.text(".github/workflows/publish.yml"))
    let steps = steps(of: workflow)
    #expect(steps.count == 4)
    let environment = ["PLANPRESS_URL": programURL.absoluteString, "GITHUB_STEP_SUMMARY": "\(site.path)/summary"]
    try run(steps, in: site.path, environment)
    #expect(
      site.exists("Output/index.html")
        && site.text("summary") == "Preview of the site - https://example.org/preview\n")
    // An error stops the workflow and is shown at its line.
    site.write("---\ntitel: x\n---\n", to: "Content/green/2-river.md")
    let check = try #require(steps.first { $0.contains(" check ") })
    #expect(
      try Shell.output("\(check) || true", in: site.path, environment).hasPrefix(
        "::error file=Content/green/2-river.md,line=2,"))
  }

  @Test("The GitLab pipeline checks, builds and publishes")
  func gitLab() throws {
    let yaml = try block("yaml", below: "GitLab")
    let before = commands("before_script", in: yaml).flatMap(\.self)
    let scripts = commands("script", in: yaml)
    #expect(before.count == 4 && scripts.map(\.count) == [2, 3])
    // The runner's image has no curl; this machine has.
    let preparation = before.filter { !$0.hasPrefix("apt-get") }
    for script in scripts { try run(preparation + script, in: site.path, ["PLANPRESS_URL": programURL.absoluteString]) }
    #expect(site.files(in: "public") == site.files(in: "Output") && site.exists("public/index.html"))
  }

  /// A clone of the site, a program called planpress on the PATH, and the folder that nginx serves.
  private func server() throws -> (clone: String, web: String, environment: [String: String], folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    let environment = [
      "PATH": "\(folder.path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
      "GIT_AUTHOR_NAME": "n",
      "GIT_AUTHOR_EMAIL": "n@example.org", "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "n@example.org",
    ]
    let clone = "\(folder.path)/srv/plan"
    try run(
      [
        "mkdir -p bin srv && ln -s '\(programURL.path)' bin/planpress",
        "cd '\(site.path)' && git init -q -b main && git add . && git commit -q -m Start",
        "git clone -q '\(site.path)' '\(clone)'",
      ], in: folder.path, environment)
    return (clone, "\(folder.path)/srv/www/plan", environment, folder)
  }

  @Test("The cron command updates and publishes; without changes or with errors the website does not change")
  func cron() throws {
    let (clone, web, environment, folder) = try server()
    let line = try block("sh", below: "A server of your own")
    let command = try #require(line.components(separatedBy: "* * * * ").last)
      .replacing("/srv/plan", with: clone).replacing("/srv/www/plan", with: web)
    #expect(try Shell.run(command, in: "/", environment) == 0)
    let home = "srv/www/plan/index.html"
    #expect(folder.exists(home))
    #expect(try Shell.output(command, in: "/", environment).hasSuffix("nothing to publish\n"))
    site.write("title: Another name\nlanguages: [en, zh-CN]\n", to: "Content/site.yaml")
    try run(["git commit -qam Next"], in: site.path, environment)
    #expect(try Shell.run(command, in: "/", environment) == 0)
    #expect(folder.text(home)?.contains("Another name") == true)
    site.write("titel: x\n", to: "Content/site.yaml")
    try run(["git commit -qam Broken"], in: site.path, environment)
    let before = folder.files(in: "srv/www")
    #expect(try Shell.run(command, in: "/", environment) == 1)
    #expect(folder.files(in: "srv/www") == before)
  }

  // `command -v` with several names succeeds if one is found.
  private static let hasNginx = (try? Shell.run("command -v nginx && command -v curl")) == 0

  @Test(
    "nginx serves the published site with the guide's configuration",
    .enabled(if: hasNginx, "nginx or curl is not installed"))
  func nginx() throws {
    let (_, web, _, folder) = try server()
    #expect(try planpress(["publish", site.path, "--to", web]).status == 0)
    let port = try freePort()
    let server = try block("nginx", below: "A server of your own").replacing("/srv/www/plan", with: web)
      .replacing("listen 80;", with: "listen 127.0.0.1:\(port);")
    folder.write(
      """
      daemon off; pid \(folder.path)/pid; error_log \(folder.path)/errors; events {}
      http { access_log off; types { text/html html; text/css css; text/csv csv; application/xml xml; application/json json; }
        client_body_temp_path \(folder.path); proxy_temp_path \(folder.path); fastcgi_temp_path \(folder.path);
        uwsgi_temp_path \(folder.path); scgi_temp_path \(folder.path);
      \(server) }
      """, to: "nginx.conf")
    // If the tests run as root, the workers of nginx run as another user.
    try run(["chmod -R a+rX ."], in: folder.path)
    let process = try Shell.start("exec nginx -c '\(folder.path)/nginx.conf'")
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    func get(_ path: String) throws -> String {
      try Shell.output(
        "curl -si --retry 50 --retry-connrefused --retry-delay 0 --retry-max-time 10 http://127.0.0.1:\(port)\(path)")
    }
    let home = try get("/")
    #expect(
      home.hasPrefix("HTTP/1.1 200") && home.contains("Content-Type: text/html; charset=utf-8")
        && home.contains("Content-Security-Policy"))
    #expect(try get("/green/river/").hasPrefix("HTTP/1.1 200"))
    let missing = try get("/nowhere/")
    #expect(missing.hasPrefix("HTTP/1.1 404") && missing.contains("<html"))
    #expect(try get("/.planpress-manifest").hasPrefix("HTTP/1.1 403"))
    #expect(try get("/data/indicators.csv").contains("text/csv; charset=utf-8"))
  }

  @Test("From nothing to a published site: init, new, build, check, publish")
  func everyday() throws {
    let folder = TemporaryFolder()
    func type(_ arguments: String...) throws -> Run { try planpress(arguments, in: folder.path) }
    #expect(try type("init", "plan", "--language", "en").status == 0)
    let section = try type("new", "section", "Clean air", "--site", "plan").output.trimmingCharacters(in: .newlines)
    #expect(section == "plan/Content/green/4-clean-air.md")
    #expect(
      try type(
        "new", "indicator", "good-days", "--name", "Days with good air", "--unit", "days", "--target", "320", "--site",
        "plan"
      ).status == 0)
    folder.write((folder.text(section) ?? "") + "Fewer days with bad air: :target[good-days].\n", to: section)
    #expect(try type("build", "plan").status == 0)
    let check = try type("check", "plan", "--strict")
    #expect(check.status == 0 && check.output.contains(/^planpress: (no findings|\d+ notes?) \(/), "\(check.errors)")
    #expect(try type("publish", "plan", "--to", "www").status == 0)
    #expect(folder.text("www/green/clean-air/index.html")?.contains("320") == true)
  }
}
