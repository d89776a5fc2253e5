/// Every name that a template can use; docs/templates.md says what each means.
///
/// A single list for all documents, so that a misspelt name is found anywhere.
package enum TemplateKey: String, CaseIterable, Sendable {
  // A document about an application.
  case title, subject, pods, containers, images, services, entries, ports, volumes, configuration, calls, findings
  case diagrams, alternative, obstacles

  // A pod, a container, and what they use.
  case id, name, namespace, kind, replicas, place, isShared, together
  case pod, role, step, image, purpose, requests, limits
  case type, hosts, number, transport, source, mounts, container, path, access, readers, state

  // A call, and a finding.
  case from, to, label, certainty, verdict, evidence, field, value, severity, message

  // Diagrams, by view.
  case architecture, everything, lifecycle, network, storage, traffic, workloads
  case mermaid, isShort

  // A document about comparisons.
  case comparisons, rest, left, right, summary, isSame, changes, sign, what, subjectOfChange = "of", picture, tables,
    markdown, exposure, policies, sentence, details, shortPicture
  case onePod, severalPods, reason, holds, finding, isSplit, isMerged

  // The gallery.
  case pictures, texts, file, address, inputs

  // For every list, and for every text.
  case any, count, code, html
}
