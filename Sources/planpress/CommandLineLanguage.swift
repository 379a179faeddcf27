import ArgumentParser
import Diagnostics
import Files
import SiteSources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The language that planpress speaks to the person who runs it: `--lang`, else the locale of the environment if it is
/// Chinese or English, else the first language of the site.
///
/// Chosen once, from the arguments as they were typed: ArgumentParser asks for the words of the help before it has read
/// any option.
enum CommandLineLanguage {
  static let language = choose(CommandLineArguments.all, variable) { SiteSettings.firstLanguage(of: $0) }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// `firstLanguage` gives the first language of the site in a folder; nil if there is no site.
  static func choose(
    _ arguments: [String], _ variable: (String) -> String?, _ firstLanguage: (String) -> MessageLanguage?
  ) -> MessageLanguage {
    let option = "--lang"
    let typed = arguments.prefix { $0 != "--" }
    for (index, argument) in typed.enumerated() {
      if argument == option, index + 1 < typed.count { return MessageLanguage(tag: typed[index + 1]) ?? .english }
      if argument.hasPrefix("\(option)=") {
        return MessageLanguage(tag: String(argument.dropFirst(option.count + 1))) ?? .english
      }
    }
    // POSIX, Base Definitions §8.2: the first of these that is set decides.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(variable).first { !$0.isEmpty }
    if let language = locale.flatMap({ MessageLanguage(tag: $0) }) { return language }
    for folder in typed.filter({ !$0.hasPrefix("-") }) + ["."] {
      if let language = firstLanguage(folder) { return language }
    }
    return .english
  }
}

/// A message in the chosen language.
func localized(_ message: Message) -> String { message.text(in: CommandLineLanguage.language) }

/// The help of an option in the chosen language.
func localized(_ help: Message, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: localized(help)).named(valueName)
}

extension ArgumentHelp {
  fileprivate func named(_ valueName: String?) -> ArgumentHelp {
    var help = self
    help.valueName = valueName
    return help
  }
}

/// The option that chooses the language. `CommandLineLanguage` has read it already; it is declared here for the help
/// and to be checked.
struct LanguageOptions: ParsableArguments {
  @Option(help: localized("The language of messages and help: zh-CN or en.", valueName: "language"))
  var lang: MessageLanguage?
}

extension MessageLanguage: ExpressibleByArgument {
  /// A language tag; nil for one without messages.
  public init?(argument: String) { self.init(tag: argument) }
}
