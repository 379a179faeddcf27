import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program of the machine, such as git.
struct ExternalProgram: Sendable {
  let name: String
  /// In front of those of each run.
  var arguments: [String] = []
  /// Beside what the environment says.
  var environment: [String: String] = [:]

  struct Run: Sendable {
    let status: Int32
    let output: [UInt8]
    let errors: String

    /// Without the line's end.
    var line: String {
      String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    }
  }

  /// Runs to the end. Throws where there is no such program.
  func run(_ more: [String], input: [UInt8] = []) throws -> Run {
    let pipes = try (0..<3).map { _ in try Pipe(name) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0].reading, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].writing, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].writing, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments + more).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = variables().map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let result = posix_spawnp(&process, name, &actions, nil, &words, &variables)
    for (pipe, isInput) in zip(pipes, [true, false, false]) { close(isInput ? pipe.reading : pipe.writing) }
    guard result == 0 else {
      for (pipe, isInput) in zip(pipes, [true, false, false]) { close(isInput ? pipe.writing : pipe.reading) }
      throw MachineError("run", name, reason: String(cString: strerror(result)))
    }
    let streams = exchange(input, pipes)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Run(status: code, output: streams.output, errors: String(decoding: streams.errors, as: UTF8.self))
  }

  /// The same; a failure is thrown with what the program said.
  @discardableResult
  func must(_ more: [String], input: [UInt8] = []) throws -> Run {
    let run = try run(more, input: input)
    guard run.status == 0 else {
      let said = run.errors.split(separator: "\n").joined(separator: "; ")
      throw MachineError(
        "run", "\(name) \(more.first ?? "")", reason: said.isEmpty ? "it ended with \(run.status)" : said)
    }
    return run
  }

  private func variables() -> [String] {
    var variables: [String] = []
    var place = environ
    while let variable = place.pointee {
      let text = String(cString: variable)
      if !environment.keys.contains(where: { text.hasPrefix("\($0)=") }) { variables.append(text) }
      place += 1
    }
    return variables + environment.map { "\($0.key)=\($0.value)" }.sorted()
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init(_ name: String) throws {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw MachineError("run", name, reason: String(cString: strerror(errno))) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  /// Gives the input and takes both outputs at the same time, so that no pipe waits for another.
  private func exchange(_ input: [UInt8], _ pipes: [Pipe]) -> (output: [UInt8], errors: [UInt8]) {
    var collected: [[UInt8]] = [[], []]
    var written = 0
    var open =
      [pollfd(fd: pipes[0].writing, events: Int16(POLLOUT), revents: 0)]
      + pipes[1...].map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    if input.isEmpty {
      close(open[0].fd)
      open[0].fd = -1
    }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while open.contains(where: { $0.fd >= 0 }) {
      if poll(&open, nfds_t(open.count), -1) < 0, errno != EINTR { break }
      for place in open.indices where open[place].fd >= 0 && open[place].revents != 0 {
        var isDone = false
        if place == 0 {
          // No more than a pipe surely holds, so that the write does not wait.
          let count = input[written...].prefix(512).withUnsafeBytes { write(open[0].fd, $0.baseAddress, $0.count) }
          if count > 0 { written += count }
          isDone = count <= 0 && errno != EINTR || written == input.count
        } else {
          let count = read(open[place].fd, &buffer, buffer.count)
          if count > 0 { collected[place - 1] += buffer[..<count] }
          isDone = count == 0 || count < 0 && errno != EINTR
        }
        if isDone {
          close(open[place].fd)
          open[place].fd = -1
        }
      }
    }
    return (collected[0], collected[1])
  }
}
