import ArgumentParser
import Diagnostics
import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a site in the browser, and every change as soon as it is saved.",
    discussion: """
      The site is made in memory: nothing is written to Output/. A mistake is shown in the browser and here, and the \
      last good pages stay until it is mended. Ctrl-C ends the preview.
      """)

  @OptionGroup var folder: FolderOptions

  @Option(help: "The address to listen at. Any other than 127.0.0.1 lets other machines see the site.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at, or the next one that is free.")
  var port = 8080

  @Flag(help: "Open the browser.")
  var open = false

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("'--port' must be between 0 and 65535.") }
    guard !host.isEmpty else { throw ValidationError("'--host' must name an address.") }
  }

  func run() async throws {
    endQuietlyOnInterrupt()
    raiseFileLimit()
    let server = try await PreviewServer.listen(host: host, port: port)
    let access = PreviewGuard(host: host, port: server.port)
    if port != 0, server.port != port {
      Terminal.error("planpress: port \(port) is in use; this preview has \(server.port)")
    }
    let address = "http://\(access.isOpenToNetwork && host == "0.0.0.0" ? "127.0.0.1" : host):\(server.port)/"

    var options = folder.buildOptions(output: nil)
    options.baseURL = BaseURL(address)
    // Watched before the first look, so that no change falls between the two.
    let watcher = try SourceWatcher(siteDirectory: options.siteDirectory)
    let preview = Preview()
    var maker = PreviewMaker(preview, options)
    guard try await maker.look() else { throw Exit.findings }

    Terminal.output("The preview stands at \(address) (Ctrl-C ends it)")
    if access.isOpenToNetwork {
      Terminal.error("planpress: with --host \(host), every machine that can reach this one can read the site")
    }
    if open { openBrowser(address) }
    let started = maker
    try await withThrowingTaskGroup { group in
      group.addTask { try await server.run(PreviewResponder(preview: preview, access: access)) }
      group.addTask {
        var maker = started
        for await _ in watcher.changes { _ = try await maker.look() }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func openBrowser(_ address: String) {
    #if os(macOS)
      let program = "/usr/bin/open"
    #else
      let program = "xdg-open"
    #endif
    var process = pid_t()
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    if posix_spawnp(&process, program, nil, nil, arguments, environ) != 0 {
      Terminal.error("planpress: no browser could be opened; go to \(address)")
    }
  }

  /// Ctrl-C is how a preview ends, and no failure.
  private func endQuietlyOnInterrupt() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    signal(SIGPIPE, SIG_IGN)
  }

  /// As many connections as the system allows.
  private func raiseFileLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 16384)
    setrlimit(resource, &limit)
  }
}
