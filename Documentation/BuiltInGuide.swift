// Pages of the guide, inside of the program. `PackageResources` is what SwiftPM makes of the files that Package.swift embeds.

/// *Messages*: `planpress explain` prints from it.
package let messagesPage: [UInt8] = PackageResources._1_diagnostics_md

/// *Content*, *Indicators*, *Registers*, *Actions* and *Configuration*: their tables of keys are the descriptions in the
/// schemas for editors.
package let contentPage: [UInt8] = PackageResources.__content_md
package let indicatorsPage: [UInt8] = PackageResources.__indicators_md
package let registersPage: [UInt8] = PackageResources.__registers_md
package let actionsPage: [UInt8] = PackageResources.actions_md
package let settingsPage: [UInt8] = PackageResources.__configuration_md
