import Foundation

/// The random input of one test: fixed, so that every run is the same, unless `make fuzz SEED= ROUNDS=` sets the
/// environment variables `PLANPRESS_SEED` and `PLANPRESS_ROUNDS`.
///
/// A test that uses it has a name that begins with `random`, by which `make fuzz` selects it, and the trait
/// `.randomInput`, which adds to a failure how to repeat it.
package struct RandomInput: Sendable {
  /// How many inputs the test draws.
  package let rounds: Int
  /// Whether the test draws at least as many inputs as it does by default. With fewer, it cannot expect to have met
  /// every case.
  package let isLong: Bool
  private let seed: UInt64

  /// `seed` and `rounds` hold where the environment does not set others. `seed` also keeps tests and their arguments
  /// apart where it does. `cost` is how many rounds of a cheap test take as long as one round of this one.
  package init(seed: some BinaryInteger, rounds: Int, cost: Int = 1) {
    let seed = UInt64(truncatingIfNeeded: seed)
    self.seed = Self.seed.map { $0 ^ (seed &* 0x9E37_79B9_7F4A_7C15) } ?? seed
    self.rounds = Self.rounds.map { max(1, $0 / cost) } ?? rounds
    isLong = self.rounds >= rounds
  }

  /// A generator at its start.
  package var generator: SplitMix { SplitMix(seed: seed) }

  /// What `PLANPRESS_SEED` says.
  static let seed = number("PLANPRESS_SEED").map { UInt64(truncatingIfNeeded: $0) }

  /// What `PLANPRESS_ROUNDS` says.
  static let rounds = number("PLANPRESS_ROUNDS")

  /// A variable that is there and is no number must not pass for one that is missing.
  private static func number(_ name: String) -> Int? {
    guard let text = ProcessInfo.processInfo.environment[name] else { return nil }
    guard let number = Int(text), number >= 0 else {
      preconditionFailure("\(name) is '\(text)', which is not a number")
    }
    return number
  }

  /// What to type after a failure.
  static var repetition: String {
    if seed == nil, rounds == nil { return "the random input is the same on every run: run the test again" }
    let settings = [("SEED", seed.map(String.init)), ("ROUNDS", rounds.map(String.init))]
    return "to repeat it: make fuzz" + settings.map { name, value in value.map { " \(name)=\($0)" } ?? "" }.joined()
  }
}
