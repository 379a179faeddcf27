/// The guide's page *Messages*, inside of the program: `planpress explain` prints from it.
///
/// `PackageResources` is what SwiftPM makes of the file that Package.swift embeds.
package let messagesPage: [UInt8] = PackageResources._1_diagnostics_md
