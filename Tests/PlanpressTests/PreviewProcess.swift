import Foundation
import TestSupport

/// A running `planpress serve`, terminated when the object is released.
final class PreviewProcess {
  let process = Process()
  let port: Int
  private let output = Pipe()
  let errors = TemporaryFolder()

  /// Starts the preview and waits until it prints its address. Nil if it exits at once.
  init?(_ folder: TemporaryFolder, _ arguments: [String] = ["--port", "0"]) throws {
    process.executableURL = programURL
    process.environment = englishEnvironment
    process.arguments = ["serve", folder.path] + arguments
    process.standardOutput = output
    errors.write("", to: "errors")
    process.standardError = FileHandle(forWritingAtPath: "\(errors.path)/errors")
    try process.run()
    var text = ""
    while true {
      let data = output.fileHandleForReading.availableData
      text += String(decoding: data, as: UTF8.self)
      if let found = text.firstMatch(of: /http:\/\/[^ ]*:([0-9]+)\//), let port = Int(found.output.1) {
        self.port = port
        return
      }
      if data.isEmpty {
        process.waitUntilExit()
        return nil
      }
    }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  var errorText: String { errors.text("errors") ?? "" }

  /// Waits up to ten seconds for a text on standard error.
  func saysInTime(_ text: String) -> Bool {
    for _ in 0..<500 {
      if errorText.contains(text) { return true }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return false
  }

  /// Requests a path of the preview.
  func get(_ path: String, _ headers: [String] = [], method: String = "GET") throws -> Answer {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
    return try ask(lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  /// Sends a raw request. The answer is empty if the connection is closed without one.
  func ask(_ request: String) throws -> Answer {
    let connection = try Connection(port: port)
    connection.send(request)
    return Answer(connection.readToEnd())
  }

  /// Requests a page until it contains a text; false after ten seconds.
  func waits(for path: String, toHold text: String) throws -> Bool {
    for _ in 0..<500 {
      if try get(path).body.contains(text) { return true }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return false
  }

  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ text: String) {
      let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      let lines = (parts.first ?? "").split(separator: "\r\n")
      status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
      headers = Dictionary(
        lines.dropFirst().compactMap { line in
          line.firstIndex(of: ":").map {
            (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
          }
        }, uniquingKeysWith: { first, _ in first })
      body = parts.count == 2 ? String(parts[1]) : ""
    }
  }
}

/// A port that nothing listens on.
func freePort() throws -> Int {
  let descriptor = socket(AF_INET, Connection.kind, 0)
  defer { close(descriptor) }
  var address = Connection.address(port: 0)
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let result = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
    }
  }
  guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EADDRINUSE) }
  return Int(UInt16(bigEndian: address.sin_port))
}

/// A TCP connection to a port of this machine.
final class Connection {
  private let descriptor: Int32

  init(port: Int, seconds: Int = 10) throws {
    descriptor = socket(AF_INET, Self.kind, 0)
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = Self.address(port: port)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, noSignal) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Reads up to 64 KB; empty at the end of the stream or after a timeout.
  func read() -> String {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
  }

  func readToEnd() -> String {
    var text = ""
    while true {
      let part = read()
      if part.isEmpty { return text }
      text += part
    }
  }

  #if os(Linux)
    static let kind = Int32(SOCK_STREAM.rawValue)
    private let noSignal = Int32(MSG_NOSIGNAL)
  #else
    static let kind = SOCK_STREAM
    private let noSignal: Int32 = 0
  #endif
}
