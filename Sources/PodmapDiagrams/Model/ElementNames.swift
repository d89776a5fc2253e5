import PodmapManifests

/// Gives every node identity of a diagram its `ElementID`.
///
/// The id is the identity without harmful characters, so that the text of a diagram is readable:
/// `shop/Deployment/front-end` becomes `shop__Deployment__front_end`. Which characters and words are
/// harmful follows from the grammars of Mermaid's flowcharts and of DOT.
package struct ElementNames: Sendable {
  /// The identity that each id was given to.
  private var owners: [ElementID: String] = [:]

  /// - Parameter capacity: The approximate number of names.
  package init(capacity: Int = 0) {
    owners.reserveCapacity(capacity)
  }

  /// The id of an identity: always the same one for the same identity, never one that another
  /// identity has.
  package mutating func name(for identity: String) -> ElementID {
    name(for: identity, preferring: ElementID(trusted: Self.harmless(identity)))
  }

  /// The id of an identity for which an id was chosen elsewhere: that id, unless another identity has it here.
  mutating func name(for identity: String, preferring plain: ElementID) -> ElementID {
    if take(plain, for: identity) { return plain }
    // The suffix comes from the identity, not from a counter, so it doesn't change when others come and go.
    let suffixed = plain.text + "_" + StableHash.text(of: identity.utf8)
    var id = ElementID(trusted: suffixed)
    var attempt = 2
    while !take(id, for: identity) {
      id = ElementID(trusted: suffixed + "_" + String(attempt))
      attempt += 1
    }
    return id
  }

  /// Whether the identity has the id, because it had it before or because the id was free.
  private mutating func take(_ id: ElementID, for identity: String) -> Bool {
    func claim(_ owner: inout String?) -> Bool {
      if owner == nil { owner = identity }
      return owner == identity
    }
    // In place, so that the id is hashed once.
    return claim(&owners[id])
  }

  /// Letters, digits and `_` only, a letter first, no reserved word, at most about 100 characters.
  private static func harmless(_ identity: String) -> String {
    var text = identity
    let id = text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: 2 * Swift.min(bytes.count, lengthLimit) + 2) { buffer in
        var count = 0
        if bytes.isEmpty || !isLetter(bytes[0]) {
          buffer[0] = UInt8(ascii: "n")
          count = 1
        }
        for byte in bytes {
          // One character more than the limit shows the caller that something was cut.
          if count > lengthLimit { break }
          if byte == UInt8(ascii: "/") {
            buffer[count] = underscore
            buffer[count + 1] = underscore
            count += 2
          } else if isLetter(byte) || isDigit(byte) {
            if spellsStatement(buffer[..<count], byte) {
              buffer[count] = underscore
              count += 1
            }
            buffer[count] = byte
            count += 1
          } else if byte & 0b1100_0000 != 0b1000_0000 {
            // One for each character, however many bytes it has.
            buffer[count] = underscore
            count += 1
          }
        }
        return count
      }
    }
    if id.utf8.count > lengthLimit { return String(id.prefix(lengthLimit)) + "_" + StableHash.text(of: identity.utf8) }
    return isReserved(id) ? "n_" + id : id
  }

  /// Whether a letter completes a word that makes Mermaid drop the last ";" of the line, and with it a code's, when
  /// a colon and a code follow: `/style.*:\S*#.*;/`, and the same for `classDef`.
  private static func spellsStatement(_ before: Slice<UnsafeMutableBufferPointer<UInt8>>, _ letter: UInt8) -> Bool {
    func ends(with word: StaticString) -> Bool {
      word.withUTF8Buffer { before.count >= $0.count && before.suffix($0.count).elementsEqual($0) }
    }
    return switch letter {
    case UInt8(ascii: "e"): ends(with: "styl")
    case UInt8(ascii: "f"): ends(with: "classDe")
    default: false
    }
  }

  private static func isReserved(_ id: String) -> Bool {
    if id.utf8.count <= longestReserved, reserved.contains(id.lowercased()) { return true }
    // Most ids begin with a namespace's name, and most of those begin with a different letter from every prefix.
    guard let first = id.utf8.first, "aln".utf8.contains(first) else { return false }
    // No id starts with "_", so the id of "a/…" can't be mistaken for "a_" and an id.
    return generatedPrefixes.contains { id.hasPrefix($0) && !id.dropFirst($0.utf8.count).hasPrefix("_") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static let underscore = UInt8(ascii: "_")
  private static let lengthLimit = Limit.elementName.value

  /// Prefixes of the ids that writers and Graphviz give to elements of their own.
  static let generatedPrefixes = ["a_", "legend_", "link_", "list_", "note_"]

  /// Whether an id is that of an element that a writer adds, rather than of an object.
  package static func isGenerated(_ id: Substring) -> Bool { generatedPrefixes.contains { id.hasPrefix($0) } }

  /// Words that, as an id, end a statement, start another one or break the drawing, in lower case: keywords of
  /// Mermaid's flowcharts and sequence diagrams and of DOT, and members that every JavaScript object has.
  static let reserved: Set<String> = [
    "acctitle", "accdescr", "bt", "call", "class", "classdef", "click", "cluster", "default", "digraph", "direction",
    "edge", "end", "flowchart", "graph", "href", "interpolate", "legend", "linkstyle", "lr", "node", "o", "rl",
    "root", "strict", "style", "subgraph", "tb", "td", "title", "v", "x",
    // Of Mermaid's sequence diagrams.
    "activate", "actor", "alt", "and", "as", "autonumber", "box", "break", "create", "critical", "deactivate",
    "destroy", "details", "else", "left", "link", "links", "loop", "note", "nothing", "off", "opt", "option", "over",
    "par", "par_over", "participant", "properties", "rect", "right", "sequencediagram",
    "constructor", "hasownproperty", "isprototypeof", "propertyisenumerable", "prototype", "tolocalestring",
    "tostring", "valueof",
  ]
  private static let longestReserved = reserved.map(\.utf8.count).max() ?? 0
}
