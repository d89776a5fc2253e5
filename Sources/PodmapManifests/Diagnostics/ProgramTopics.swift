/// Podmap's own settings and outputs.
extension Diagnostic.Topic {
  static let program = [settings, unusedSetting, other]

  package static let settings = Self(
    "settings", .program, "a value in podmap.yaml or a Diagram document is wrong",
    plural: "about settings", "Correct it at the place that the message names.")
  package static let unusedSetting = Self(
    "unused-setting", .program, "an entry of podmap.yaml concerns nothing in the input",
    plural: "about entries of podmap.yaml that concern nothing", "Remove it, or correct the names in it.")
  package static let other = Self(
    "other", .program, "anything else: what a command can't do, and what an output leaves out",
    plural: "about other things", "Do as the message says.")
}
