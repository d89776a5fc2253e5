import PodmapProject

/// The lines that differ between two texts, with some around them.
package func unifiedDiff(from old: String, to new: String, of name: String = "text") -> String {
  UnifiedDiff(of: name, from: Array(old.utf8), to: Array(new.utf8)).text
}
