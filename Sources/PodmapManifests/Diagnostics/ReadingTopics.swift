/// What was read, and what could not be.
extension Diagnostic.Topic {
  static let reading = [
    unreadable, duplicateKey, invalidField, notAManifest, template, ownSource, foreignFolders, namespace, finishedPods,
    notShown, handWritten, rendering, limit,
  ]

  package static let unreadable = Self(
    "unreadable", .reading, "a file or YAML document can't be read",
    plural: "about documents that can't be read", "Correct the YAML at the place that the message names.")
  package static let duplicateKey = Self(
    "duplicate-key", .reading, "a key occurs twice in one mapping",
    plural: "about keys that occur twice", "Remove one of them; as for kubectl, the last one counts.")
  package static let invalidField = Self(
    "invalid-field", .reading, "a field has a value that Kubernetes rejects",
    plural: "about invalid fields", "Write the field as the message says.")
  package static let notAManifest = Self(
    "not-a-manifest", .reading, "a file or YAML document is not a manifest",
    plural: "about files that aren't manifests", isRoutine: true,
    "Nothing, unless it should be one: then add apiVersion and kind.")
  package static let template = Self(
    "unrendered-template", .reading, "a file is a template that must be rendered first",
    plural: "about unrendered templates", "Name the chart instead of its templates, or fill in the variables first.")
  package static let ownSource = Self(
    "source", .reading, "how a kustomization, a chart or a folder was read, or why it was not",
    plural: "about kustomizations, charts and skipped folders",
    "Install the renderer that the message names, or correct the source.")
  package static let foreignFolders = Self(
    "foreign-folders", .reading, "a folder with copies of other projects, or with what a build writes, was not read",
    plural: "about folders that aren't the project's own", isRoutine: true,
    "Nothing, unless it is the application: then name the folder itself.")
  package static let namespace = Self(
    "default-namespace", .reading, "which namespace objects are in that name none",
    plural: "about the default namespace",
    "If it is another one, use `--default-namespace`, or `defaultNamespace` in podmap.yaml.")
  package static let finishedPods = Self(
    "finished-pods", .reading, "objects that run no pods any more are left out",
    plural: "about objects that run no pods any more", "Nothing.")
  package static let limit = Self(
    "limit", .reading, "the input needs more than a limit allows, and a part of it was left out",
    plural: "about limits", "Select a part of the input, or raise the limit that the message names with `--limit`.")
  package static let notShown = Self(
    "not-shown", .reading, "the view leaves out objects that are not its subject",
    plural: "about objects that the view doesn't show", isRoutine: true,
    "Nothing. `podmap inspect` lists everything, and the view `everything` draws it.")
  package static let rendering = Self(
    "rendered-with", .reading, "which program has rendered a source",
    plural: "about programs that have rendered something", isRoutine: true, "Nothing.")
  package static let handWritten = Self(
    "hand-written-diagram", .reading, "a hand-written diagram can't be drawn as it is written",
    plural: "about hand-written diagrams", "Correct the diagram at the place that the message names.")
}
