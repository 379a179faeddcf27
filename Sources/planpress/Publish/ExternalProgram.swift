import Diagnostics
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program on this machine, such as git.
struct ExternalProgram: Sendable {
  let name: String
  /// Arguments that precede those of each run.
  var arguments: [String] = []
  /// Variables added to this process's environment, or replaced in it.
  var environment: [String: String] = [:]

  struct Run: Sendable {
    let status: Int32
    let output: [UInt8]
    fileprivate let errors: [UInt8]
    /// Whether it was ended because it took too long.
    let isStopped: Bool

    /// The program's own message about its failure, on one line, without control characters: the text may be another
    /// machine's.
    var message: String {
      let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      return lines.isEmpty ? "it exited with \(status)" : lines.map { printable(String($0)) }.joined(separator: "; ")
    }

    /// The first line of the output, without its line break.
    var line: String {
      String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    }
  }

  /// Runs the program and waits for it to exit, or ends it after `seconds`. Throws if there is no such program.
  func run(_ more: [String], input: [UInt8] = [], seconds: Double? = nil) throws -> Run {
    let pipes = try (0..<3).map { _ in try Pipe(name) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0].reading, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].writing, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].writing, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments + more).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environmentVariables().map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let result = posix_spawnp(&process, name, &actions, nil, &words, &variables)
    for (pipe, isInput) in zip(pipes, [true, false, false]) { close(isInput ? pipe.reading : pipe.writing) }
    guard result == 0 else {
      for (pipe, isInput) in zip(pipes, [true, false, false]) { close(isInput ? pipe.writing : pipe.reading) }
      throw MachineError("run", name, reason: String(cString: strerror(result)))
    }
    let streams = exchange(input, pipes, until: seconds.map { ContinuousClock.now + .seconds($0) })
    if streams.isLate { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Run(status: code, output: streams.output, errors: streams.errors, isStopped: streams.isLate)
  }

  /// Runs the program, and throws what it printed if it exits with a failure.
  @discardableResult
  func runOrThrow(_ more: [String], input: [UInt8] = []) throws -> Run {
    let run = try run(more, input: input)
    guard run.status == 0 else { throw MachineError("run", "\(name) \(more.first ?? "")", reason: run.message) }
    return run
  }

  private func environmentVariables() -> [String] {
    var variables: [String] = []
    var pointer = environ
    while let variable = pointer.pointee {
      let text = String(cString: variable)
      if !environment.keys.contains(where: { text.hasPrefix("\($0)=") }) { variables.append(text) }
      pointer += 1
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

  /// Writes the input and reads both outputs at the same time, so that no full pipe blocks the program.
  private func exchange(
    _ input: [UInt8], _ pipes: [Pipe], until deadline: ContinuousClock.Instant?
  ) -> (output: [UInt8], errors: [UInt8], isLate: Bool) {
    // A program that ends before it has read its input must not end this one.
    let handler = input.isEmpty ? nil : signal(SIGPIPE, SIG_IGN)
    defer { if !input.isEmpty { signal(SIGPIPE, handler) } }
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
    var isLate = false
    while open.contains(where: { $0.fd >= 0 }) {
      if poll(&open, nfds_t(open.count), deadline == nil ? -1 : 1000) < 0, errno != EINTR { break }
      if let deadline, ContinuousClock.now > deadline {
        isLate = true
        for stream in open where stream.fd >= 0 { close(stream.fd) }
        break
      }
      for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
        var isDone = false
        if index == 0 {
          // 512 is POSIX's minimum PIPE_BUF: after POLLOUT, a write of that size does not block.
          let count = input[written...].prefix(512).withUnsafeBytes { write(open[0].fd, $0.baseAddress, $0.count) }
          if count > 0 { written += count }
          isDone = count <= 0 && errno != EINTR || written == input.count
        } else {
          let count = read(open[index].fd, &buffer, buffer.count)
          if count > 0 { collected[index - 1] += buffer[..<count] }
          isDone = count == 0 || count < 0 && errno != EINTR
        }
        if isDone {
          close(open[index].fd)
          open[index].fd = -1
        }
      }
    }
    return (collected[0], collected[1], isLate)
  }
}
