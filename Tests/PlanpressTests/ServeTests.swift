import Foundation
import TestSupport
import Testing

private let site: [String: String] = [
  "Content/site.yaml": "title: Preview\nlanguages: [en]\nbase-url: https://example.org/plans/\n",
  "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: {start: 2021, end: 2025}\n---\nText.\n",
  "Content/1-first.md": "---\ntitle: First\n---\nThe first text.\n",
  "Content/figures.txt": "0123456789",
]

@Suite("planpress serve", .serialized)
struct ServeTests {
  @Test("Serves like a web server: pages, types, redirects, 404, HEAD, ranges, conditions; writes nothing")
  func host() throws {
    let folder = TemporaryFolder(site)
    let preview = try #require(try PreviewProcess(folder))
    let home = try preview.get("/")
    #expect(home.status == 200 && home.headers["content-type"] == "text/html; charset=utf-8")
    #expect(home.body.contains("A plan") && home.body.contains("src=\"/-planpress/preview.js\""))
    #expect(home.headers["cache-control"] == "no-cache" && home.headers["x-content-type-options"] == "nosniff")
    // Links stay inside the preview, whatever base-url is.
    #expect(home.body.contains("href=\"/first/\""))
    #expect(try preview.get("/first").headers["location"] == "/first/")
    #expect(try preview.get("/first/?x=1").body.contains("The first text."))
    #expect(try preview.get("/first/index.html").status == 200)
    let missing = try preview.get("/nowhere/at/all")
    #expect(missing.status == 404 && missing.body.contains("Page not found"))

    let file = try preview.get("/figures.txt")
    #expect(file.body == "0123456789" && file.headers["content-type"] == "text/plain; charset=utf-8")
    let head = try preview.get("/figures.txt", method: "HEAD")
    #expect(head.status == 200 && head.headers["content-length"] == "10" && head.body.isEmpty)
    let tag = try #require(file.headers["etag"])
    #expect(try preview.get("/figures.txt", ["If-None-Match: W/\"x\", \(tag)"]).status == 304)
    #expect(try preview.get("/figures.txt", ["If-None-Match: \"x\""]).status == 200)
    for (range, status, body) in [
      ("bytes=2-4", 206, "234"), ("bytes=7-", 206, "789"), ("bytes=-3", 206, "789"), ("bytes=5-99", 206, "56789"),
      ("bytes=10-", 416, ""), ("bytes=-0", 416, ""), ("bytes=4-2", 200, "0123456789"), ("lines=1-2", 200, "0123456789"),
      ("bytes=0-1,3-4", 200, "0123456789"), ("bytes=99999999999999999999-", 200, "0123456789"),
    ] {
      let answer = try preview.get("/figures.txt", ["Range: \(range)"])
      #expect(answer.status == status && answer.body == body, "\(range)")
    }
    #expect(try preview.get("/figures.txt", ["Range: bytes=2-4", "If-Range: \"x\""]).body == "0123456789")
    #expect(!folder.exists("Output") && !folder.exists(".planpress"))
  }

  @Test("Answers only to its own address, and only to GET and HEAD")
  func guarded() throws {
    let preview = try #require(try PreviewProcess(TemporaryFolder(site)))
    func status(_ host: String?, _ more: [String] = [], path: String = "/") throws -> Int {
      let lines =
        ["GET \(path) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? []) + more + ["Connection: close", "", ""]
      return try preview.ask(lines.joined(separator: "\r\n")).status
    }
    #expect(try status("localhost:\(preview.port)") == 200)
    #expect(try status("[::1]:\(preview.port)") == 200)
    for host in [
      "evil.example", "evil.example:\(preview.port)", "127.0.0.1", "127.0.0.1:1", "", "192.168.1.1:\(preview.port)",
    ] {
      #expect(try status(host) == 403, "\(host)")
    }
    for host in [
      "127.0.0.1:+\(preview.port)", "127.0.0.1:-1", "127.0.0.1: \(preview.port)", "127.0.0.1:\(preview.port):1",
      "user@127.0.0.1:\(preview.port)", "http://127.0.0.1:\(preview.port)", "[::1:\(preview.port)",
      "[::1]x:\(preview.port)", "127.0.0.1:99999", "a b", "127.0.0.1:\(preview.port)/", "[zz]:\(preview.port)",
    ] {
      #expect(try status(host) == 400, "\(host)")
    }
    #expect(try status("LOCALHOST:0\(preview.port)") == 200)
    #expect(try status("127.0.0.1:") == 403)
    #expect(try status(nil) == 400)
    #expect(try status("127.0.0.1:\(preview.port)", ["Host: evil.example"]) == 400)
    for path in ["/", "/-planpress/events", "/-planpress/findings"] {
      #expect(try status("127.0.0.1:\(preview.port)", ["Origin: http://evil.example"], path: path) == 403)
      #expect(try status("127.0.0.1:\(preview.port)", ["Origin: null"], path: path) == 403)
    }
    #expect(try status("127.0.0.1:\(preview.port)", ["Origin: http://127.0.0.1:\(preview.port)"]) == 200)
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
      #expect(try preview.get("/", method: method).status == 405)
    }
  }

  @Test("An absolute address replaces the Host header, and an expectation is answered before the body is sent")
  func forms() throws {
    let preview = try #require(try PreviewProcess(TemporaryFolder(site)))
    let own = "127.0.0.1:\(preview.port)"
    func status(_ target: String, host: String) throws -> Int {
      try preview.ask("GET \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n").status
    }
    #expect(try status("http://\(own)/first/", host: own) == 200)
    #expect(try status("HTTP://\(own)", host: own) == 200)
    #expect(try status("http://\(own)?x", host: own) == 200)
    #expect(try status("/first/", host: "\(own) \t") == 200)
    #expect(try status("http://\(own)/first/", host: "evil.example") == 200)
    #expect(try status("http://evil.example/first/", host: own) == 403)
    for target in ["https://\(own)/", "ftp://\(own)/", "http:///", "http://user@\(own)/", "http://\(own):1/"] {
      #expect([400, 403].contains(try status(target, host: own)), "\(target)")
    }

    func answers(_ head: String, body: String = "12345") throws -> String {
      let connection = try Connection(port: preview.port)
      connection.send("\(head)\r\nHost: \(own)\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n")
      let first = connection.read()
      guard first.hasPrefix("HTTP/1.1 100 ") else { return first }
      connection.send(body + "GET /first/ HTTP/1.1\r\nHost: \(own)\r\nConnection: close\r\n\r\n")
      return first + connection.readToEnd()
    }
    let accepted = try answers("GET / HTTP/1.1")
    #expect(accepted.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
    #expect(accepted.contains("The first text."))
    let refused = try answers("POST / HTTP/1.1")
    #expect(refused.hasPrefix("HTTP/1.1 405 ") && refused.lowercased().contains("connection: close"))
    #expect(try preview.get("/", ["Expect: 100-continue"]).status == 200)
    #expect(try preview.get("/", ["Expect: more"]).status == 417)
    // HTTP/1.0 does not know the header.
    let old = try Connection(port: preview.port)
    old.send("GET / HTTP/1.0\r\nHost: \(own)\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\nx")
    #expect(old.readToEnd().contains(" 200 OK\r\n"))
  }

  @Test("The page of findings has the number of its state, so that it reloads only for another")
  func findingsPage() throws {
    let folder = TemporaryFolder(site)
    folder.write("titel: x\n", to: "Content/site.yaml")
    let preview = try #require(try PreviewProcess(folder))
    for path in ["/", "/-planpress/findings"] {
      #expect(
        try preview.get(path).body.contains("data-generation=\"1\" data-broken=\"true\" data-page=\"\""), "\(path)")
    }
    let events = try Connection(port: preview.port)
    events.send("GET /-planpress/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n")
    var text = ""
    while !text.contains("data: "), let part = Optional(events.read()), !part.isEmpty { text += part }
    #expect(text.contains("{\"generation\":1,\"broken\":true,"))
  }

  @Test("No path leaves the site, and malformed, huge or slow requests do not stop the preview")
  func hostile() throws {
    let folder = TemporaryFolder(site)
    folder.write("secret", to: "secret.txt")
    let preview = try #require(try PreviewProcess(folder))
    for path in [
      "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/first/../../secret.txt", "/Content/site.yaml",
      "//secret.txt",
      "/..\\secret.txt", "/.planpress-manifest", "/first/..;/secret.txt", "/\(folder.path)/secret.txt",
    ] {
      let answer = try preview.get(path)
      #expect(answer.status == 404 && !answer.body.contains("secret\n"), "\(path)")
    }
    for path in ["/%00", "/%zz", "x"] { #expect([0, 400, 404].contains(try preview.get(path).status), "\(path)") }
    for request in [
      "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
      "GET / HTTP/1.1\r\nHost x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n",
      "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\nContent-Length: -1\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ] {
      let connection = try Connection(port: preview.port, seconds: 1)
      connection.send(request)
      let status = PreviewProcess.Answer(connection.read()).status
      #expect(status == 0 || (400..<500).contains(status), "\(request.prefix(40))")
    }
    // Many connections with half a request, or waiting for events.
    var held: [Connection] = []
    for number in 0..<manyConnections() {
      let connection = try Connection(port: preview.port)
      connection.send(
        number.isMultiple(of: 2)
          ? "GET / HTTP/1.1\r\nHost: 127."
          : "GET /-planpress/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n")
      held.append(connection)
    }
    #expect(try preview.get("/").status == 200)
    held = []
    #expect(try preview.get("/first/").status == 200)
    #expect(preview.process.isRunning)
  }

  @Test("Sends an event per change; errors are shown, escaped, and the last good site stays until they are fixed")
  func changes() throws {
    let folder = TemporaryFolder(site)
    let preview = try #require(try PreviewProcess(folder))
    let events = try Connection(port: preview.port)
    events.send(
      "GET /-planpress/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\nAccept: text/event-stream\r\n\r\n")
    var heard = ""
    func next(_ expected: String) {
      while !heard.contains(expected) {
        let part = events.read()
        guard !part.isEmpty else { break }
        heard += part
      }
      #expect(heard.contains(expected))
      heard = ""
    }
    next("\"generation\":1,\"broken\":false")
    folder.write("---\ntitle: First\n---\nAnother text.\n", to: "Content/1-first.md")
    next("\"generation\":2,\"broken\":false")
    #expect(try preview.get("/first/").body.contains("Another text."))

    folder.write("---\ntitle: First\n---\n<img src=x onerror=alert(1)>\n\n::nope\n", to: "Content/1-first.md")
    next("\"broken\":true")
    let findings = try preview.get("/-planpress/findings").body
    #expect(
      findings.contains("Content/1-first.md:6:3: error: there is no directive &#39;nope&#39;")
        || findings.contains("there is no directive 'nope'"))
    #expect(findings.contains("&lt;img src=x") && !findings.contains("<img"))
    #expect(try preview.get("/first/").body.contains("Another text."))
    #expect(preview.saysInTime("there is no directive 'nope'"))

    folder.write("---\ntitle: First\n---\nMended.\n", to: "Content/1-first.md")
    next("\"broken\":false")
    #expect(try preview.get("/first/").body.contains("Mended."))

    folder.write("p { color: red }", to: "Templates/site.css")
    next("\"styles\":true")
  }

  @Test("A site with errors from the start shows them until they are fixed")
  func brokenFromTheStart() throws {
    let folder = TemporaryFolder(site)
    folder.write("---\ntitle: First\n---\n::nope\n", to: "Content/1-first.md")
    let preview = try #require(try PreviewProcess(folder))
    let answer = try preview.get("/")
    #expect(answer.status == 503 && answer.body.contains("there is no directive"))
    folder.write("---\ntitle: First\n---\nMended.\n", to: "Content/1-first.md")
    #expect(try preview.waits(for: "/first/", toHold: "Mended."))
  }

  @Test("Bursts of changes, renames, new and deleted folders are not missed")
  func bursts() throws {
    let folder = TemporaryFolder(site)
    let preview = try #require(try PreviewProcess(folder))
    // Like `git checkout` of many files.
    for number in 0..<100 {
      folder.write("---\ntitle: Page \(number)\n---\nx\n", to: "Content/2-many/\(number + 1)-p\(number).md")
    }
    folder.write("---\ntitle: Many\n---\n", to: "Content/2-many/index.md")
    #expect(try preview.waits(for: "/many/p99/", toHold: "Page 99"))
    // Like editors that write a temporary file and rename it.
    folder.write("---\ntitle: First\n---\nRenamed into place.\n", to: "Content/.1-first.md.swp")
    try FileManager.default.removeItem(atPath: "\(folder.path)/Content/1-first.md")
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/Content/.1-first.md.swp", toPath: "\(folder.path)/Content/1-first.md")
    #expect(try preview.waits(for: "/first/", toHold: "Renamed into place."))
    // A folder moved in from outside, whose files were not created under watch.
    folder.write("---\ntitle: Moved\n---\n", to: "elsewhere/index.md")
    folder.write("---\ntitle: Inside\n---\nDeep text.\n", to: "elsewhere/deep/index.md")
    try FileManager.default.moveItem(atPath: "\(folder.path)/elsewhere", toPath: "\(folder.path)/Content/3-moved")
    #expect(try preview.waits(for: "/moved/deep/", toHold: "Deep text."))
    folder.write("---\ntitle: Inside\n---\nDeeper text.\n", to: "Content/3-moved/deep/index.md")
    #expect(try preview.waits(for: "/moved/deep/", toHold: "Deeper text."))
    folder.delete("Content/2-many")
    #expect(try preview.waits(for: "/many/p99/", toHold: "Page not found"))
    // Saved, broken and fixed many times, faster than the preview rebuilds.
    for round in 0..<60 {
      folder.write(
        round % 3 == 1 ? "---\ntitle: [\n---\n" : "---\ntitle: First\n---\nRound \(round).\n", to: "Content/1-first.md")
    }
    folder.write("---\ntitle: First\n---\nThe last round.\n", to: "Content/1-first.md")
    #expect(try preview.waits(for: "/first/", toHold: "The last round."))
  }

  @Test("If the port is in use, the next one is taken and printed; Ctrl-C exits with 0")
  func ports() throws {
    let folder = TemporaryFolder(site)
    let first = try #require(try PreviewProcess(folder))
    let second = try #require(try PreviewProcess(folder, ["--port", String(first.port)]))
    #expect(
      second.port != first.port
        && second.errorText.contains("port \(first.port) is in use, using \(second.port)"))
    second.process.interrupt()
    second.process.waitUntilExit()
    #expect(second.process.terminationStatus == 0 && second.process.terminationReason == .exit)
  }

  @Test("Wrong usage and a folder without a site exit at once; listening on the network prints a warning")
  func refusals() throws {
    #expect(try planpress(["serve", "--port", "70000"]).status == 64)
    #expect(try planpress(["serve", "--host", ""]).status == 64)
    let nothing = TemporaryFolder()
    let empty = try planpress(["serve", nothing.path, "--port", "0"])
    #expect(empty.status == 1 && empty.errors.contains("there is no folder 'Content'"))
    let open = try #require(try PreviewProcess(TemporaryFolder(site), ["--port", "0", "--host", "0.0.0.0"]))
    #expect(open.saysInTime("every machine that can reach this one can read the site"))
    #expect(try open.ask("GET / HTTP/1.1\r\nHost: 192.168.7.7:\(open.port)\r\nConnection: close\r\n\r\n").status == 200)
    #expect(
      try open.ask("GET / HTTP/1.1\r\nHost: evil.example:\(open.port)\r\nConnection: close\r\n\r\n").status == 403)
  }
}

/// As many connections as this process may open, up to 3000.
private func manyConnections() -> Int {
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
  #else
    let resource = RLIMIT_NOFILE
  #endif
  var limit = rlimit()
  guard getrlimit(resource, &limit) == 0 else { return 100 }
  limit.rlim_cur = min(limit.rlim_max, 16384)
  setrlimit(resource, &limit)
  return max(100, min(3000, Int(limit.rlim_cur) - 1000))
}
