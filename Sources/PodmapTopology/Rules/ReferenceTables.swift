/// Every table of references, one for each API group. A new reference is a row in one of them.
package enum ReferenceTables {
  package static let all: [ReferenceRule] =
    podSpecReferences + appsReferences + coreReferences + networkingReferences + autoscalingReferences
}
