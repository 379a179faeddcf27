import Foundation

/// The random input of one test: fixed, so that every run is the same, unless `make fuzz SEED= ROUNDS=` sets the
/// environment variables `PLANPRESS_SEED` and `PLANPRESS_ROUNDS`.
///
/// The function name of such a test begins with `random`, by which `make fuzz` selects it. Its trait `.randomInput`
/// adds to a failure how to repeat it.
package struct RandomInput: Sendable {
  /// The number of inputs that the test draws.
  package let rounds: Int
  /// Whether the test draws at least its default number of inputs. With fewer, it may miss some cases.
  package let isLong: Bool
  private let seed: UInt64

  /// `seed` and `rounds` are defaults for when the environment sets none. A seed from the environment is combined with
  /// `seed`, so that tests and their arguments draw different inputs. `cost` is the time of a round, in rounds of a
  /// cheap test; a number of rounds from the environment is divided by it.
  package init(seed: some BinaryInteger, rounds: Int, cost: Int = 1) {
    let seed = UInt64(truncatingIfNeeded: seed)
    self.seed = Self.seed.map { $0 ^ (seed &* 0x9E37_79B9_7F4A_7C15) } ?? seed
    self.rounds = Self.rounds.map { max(1, $0 / cost) } ?? rounds
    isLong = self.rounds >= rounds
  }

  /// A new generator; each starts with the same number.
  package var generator: SplitMix { SplitMix(seed: seed) }

  /// The value of `PLANPRESS_SEED`.
  static let seed = number("PLANPRESS_SEED").map { UInt64(truncatingIfNeeded: $0) }

  /// The value of `PLANPRESS_ROUNDS`.
  static let rounds = number("PLANPRESS_ROUNDS")

  /// Nil if the variable is not set. A variable that is not a number stops the tests instead of being ignored.
  private static func number(_ name: String) -> Int? {
    guard let text = ProcessInfo.processInfo.environment[name] else { return nil }
    guard let number = Int(text), number >= 0 else {
      preconditionFailure("\(name) is '\(text)', which is not a number")
    }
    return number
  }

  /// The command that repeats a failure.
  static var repetition: String {
    if seed == nil, rounds == nil { return "the random input is the same on every run: run the test again" }
    let settings = [("SEED", seed.map(String.init)), ("ROUNDS", rounds.map(String.init))]
    return "to repeat it: make fuzz" + settings.map { name, value in value.map { " \(name)=\($0)" } ?? "" }.joined()
  }
}
