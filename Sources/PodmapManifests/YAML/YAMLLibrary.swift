import CLibYAML

/// The library that reads YAML.
package enum YAMLLibrary {
  /// As the library says it: "0.2.5".
  package static var version: String { String(cString: yaml_get_version_string()) }
}
