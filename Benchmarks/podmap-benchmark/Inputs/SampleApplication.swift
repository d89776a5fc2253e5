/// An application with the objects it consists of. Which ones follows from its number, in shares like those of real
/// repositories: always a workload, a Service and a ConfigMap, the other kinds every so often.
struct SampleApplication {
  /// Its place in the cluster, from 0.
  let number: Int
  let name: String
  let namespace: String
  /// An application of the same namespace whose Service it calls.
  let neighbour: String?
  let isFirstOfNamespace: Bool

  var hasOwnAccount: Bool { isEach(4, from: 0) }
  var hasFiles: Bool { isEach(3, from: 0) }
  var hasClaim: Bool { isEach(6, from: 1) }
  var isStateful: Bool { isEach(8, from: 3) }
  var containerCount: Int { 1 + (number + 1) % 3 }

  /// In the order in which they could be applied; what an object refers to stands before it, so that the stream can
  /// end anywhere.
  var documents: [ManifestDocument] {
    var texts: [String] = []
    if isFirstOfNamespace { texts.append(namespaceText) }
    if hasOwnAccount { texts.append(accountText) }
    texts.append(settingsText)
    if hasFiles { texts.append(filesText) }
    if isEach(5, from: 0) { texts.append(secretText) }
    if hasClaim { texts.append(claimText) }
    var documents = texts.map { document($0) }
    documents.append(document(workloadText, containers: containerCount))
    documents.append(document(serviceText, isService: true))
    texts = []
    if isEach(3, from: 1) { texts.append(ingressText) }
    if isEach(5, from: 2) { texts.append(autoscalerText) }
    if isEach(6, from: 5) { texts.append(policyText) }
    if isEach(7, from: 2) { texts.append(monitorText) }
    if isEach(9, from: 4) { texts.append(certificateText) }
    return documents + texts.map { document($0) }
  }

  private func isEach(_ step: Int, from first: Int) -> Bool { number % step == first }

  private func document(_ text: String, containers: Int = 0, isService: Bool = false) -> ManifestDocument {
    ManifestDocument(
      namespace: namespace, application: name, text: "---\n\(text)\n", containers: containers, isService: isService)
  }

  /// The beginning of every namespaced object.
  func head(_ version: String, _ kind: String, _ name: String) -> String {
    """
    apiVersion: \(version)
    kind: \(kind)
    metadata:
      name: \(name)
      namespace: \(namespace)
      labels:
        app.kubernetes.io/name: \(self.name)
        app.kubernetes.io/part-of: \(namespace)
    """
  }
}
