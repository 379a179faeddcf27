import ArgumentParser
import Files
import SiteEngine
import SiteSources

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
    abstract: localized("Preview the site in a browser; pages reload when you save a file."),
    discussion: localized(
      """
      The site is built in memory; nothing is written to Output/. Errors are shown in the browser and in the terminal, \
      and the last good pages stay until they are fixed. Ctrl-C ends the preview.
      """))

  @OptionGroup var site: SiteOptions

  @Option(help: localized("The address to listen on. With any other than 127.0.0.1, other machines can see the site."))
  var host = "127.0.0.1"

  @Option(help: localized("The port to listen on; if it is in use, the next free one."))
  var port = 8080

  @Flag(help: localized("Open the preview in the browser."))
  var open = false

  @Option(help: localized("The editor that opens a line from the page of errors.", valueName: "editor"))
  var editor: PreviewTools.Editor = .vscode

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError(localized("'--port' must be between 0 and 65535.")) }
    guard !host.isEmpty else { throw ValidationError(localized("'--host' must not be empty.")) }
  }

  func run() async throws {
    exitCleanlyOnInterrupt()
    raiseOpenFileLimit()
    let server = try await PreviewServer.listen(host: host, port: port)
    let access = PreviewGuard(host: host, port: server.port)
    if port != 0, server.port != port {
      Terminal.error("planpress: port \(port) is in use, using \(server.port)")
    }
    let address = "http://\(access.isOpenToNetwork && host == "0.0.0.0" ? "127.0.0.1" : host):\(server.port)/"

    var options = site.buildOptions(output: nil)
    options.baseURL = BaseURL(address)
    // Start to watch before the first build, so that no change is missed in between.
    let watcher = try SourceWatcher(siteDirectory: options.siteDirectory)
    let state = PreviewState()
    var refresher = PreviewRefresher(state, options)
    guard try await refresher.refresh() else { throw Exit.findings }

    Terminal.output("Preview running at \(address) (press Ctrl-C to stop)")
    if access.isOpenToNetwork {
      Terminal.error("planpress: with --host \(host), every machine that can reach this one can read the site")
    }
    if open { openBrowser(address) }
    let started = refresher
    let folder = try FileSystem.realPath(options.siteDirectory) ?? options.siteDirectory
    let tools = access.isOpenToNetwork ? nil : PreviewTools(editor: editor, siteDirectory: folder)
    try await withThrowingTaskGroup { group in
      group.addTask { try await server.run(PreviewResponder(state: state, access: access, tools: tools)) }
      group.addTask {
        var refresher = started
        for await _ in watcher.changes { _ = try await refresher.refresh() }
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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A browser's own messages would come between the findings.
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    if posix_spawnp(&process, program, &actions, nil, arguments, environ) != 0 {
      Terminal.error("planpress: cannot open a browser; go to \(address)")
    }
  }

  /// Ctrl-C is the normal way to end a preview, so it exits with 0.
  private func exitCleanlyOnInterrupt() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Raises the limit of open files, and so of connections, as far as the system allows, up to 16,384.
  private func raiseOpenFileLimit() {
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
