import PodmapConversion
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("Merging pods")
struct MergeTests {
  @Test("Containers, addresses, labels and Services of three Deployments are merged into one")
  func shop() throws {
    let input = try Golden().text("merge-shop-input.yaml")
    let merged = Merged(input, name: "shop", replicas: 2, force: true)
    let failures = [("merge-shop.yaml", merged.text), ("merge-shop.txt", merged.messages.map { $0 + "\n" }.joined())]
      .compactMap { name, text in
        do {
          try Golden().check(text, named: name)
          return nil as String?
        } catch { return "\(error)" }
      }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    #expect(Merged(input, name: "shop", replicas: 2, force: true).text == merged.text)
  }

  @Test("A single workload, or none, is written unchanged, with a note")
  func alone() {
    let text = "# kept\n" + workload("a")
    let merged = Merged(text)
    #expect(merged.text == text.replacing("---\n", with: "") && merged.says(.note, "only workload"))
    #expect(Merged(service("a")).says(.note, "no workloads"))
  }

  @Test("Everything else is unchanged, byte for byte")
  func others() {
    let other = "# about it\nkind:   ConfigMap   # odd\napiVersion: v1\nmetadata:\n    name: 'x'\ndata: {a:  \"b\"}\n"
    #expect(Merged(workload("a") + other + "---\n" + workload("b")).has("---\n" + other))
  }

  @Test(
    "The kind is the common one: a StatefulSet if there are claim templates, a Pod for Pods, otherwise a Deployment")
  func kinds() {
    func pod(_ name: String) -> String {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), annotations: {x: '\(name)'}}\n"
        + "spec: {containers: [{name: \(name), image: i}]}\n---\n"
    }
    let pods = Merged(pod("a") + pod("b"))
    #expect(pods.text.hasPrefix("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n"), "\(pods.text)")
    #expect(pods.says(.warning, "annotation 'x' differs"))
    let several = Merged(pod("a") + pod("b"), replicas: 3).text
    #expect(several.contains("kind: Deployment") && several.contains("  replicas: 3\n"))
    let mixed = Merged(pod("a") + workload("b"))
    #expect(mixed.text.hasPrefix("apiVersion: apps/v1\nkind: Deployment\n") && mixed.errors.isEmpty, "\(mixed.text)")
    #expect(mixed.has("    metadata:\n      labels:\n        app: a\n"), "\(mixed.text)")
    let claims = "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]"
    let set = workload(
      "db", kind: "StatefulSet", spec: "serviceName: db\n  \(claims)",
      more: "volumeMounts: [{name: data, mountPath: /d}]")
    let stateful = Merged(workload("a", spec: "progressDeadlineSeconds: 9") + set)
    #expect(stateful.has("kind: StatefulSet") && stateful.has("serviceName: db"))
    #expect(stateful.says(.warning, "its data does not move"))
    #expect(stateful.has("# podmap: the Deployment 'a' had spec.progressDeadlineSeconds: 9"))
    let two = Merged(
      set + set.replacing("name: db", with: "name: eb").replacing("app: db", with: "app: eb"), force: true)
    #expect(two.has("name: db-data") && two.has("name: eb-data"), "\(two.text)")
  }

  @Test("The name comes from a common label, otherwise from the first workload, and the selector uses it too")
  func names() {
    let common = "app.kubernetes.io/part-of: shop, app.kubernetes.io/name"
    let named = Merged(workload("a", labels: "\(common): a") + workload("b", labels: "\(common): b"))
    #expect(named.has("metadata:\n  name: shop\n"), "\(named.text)")
    #expect(named.has("matchLabels:\n      app.kubernetes.io/part-of: shop\n"))
    let other = Merged(
      workload("a", labels: "\(common): a") + workload("b", labels: "\(common): b")
        + workload("c", labels: "\(common): c"), workloads: ["a", "b"])
    #expect(other.has("matchLabels:\n      app.kubernetes.io/name: shop\n"), "\(other.text)")
    let first = Merged(workload("a") + workload("b"), name: "web")
    #expect(first.has("matchLabels:\n      app: web\n"))
    let longName = String(repeating: "n", count: 80)
    #expect(Merged(workload(longName) + workload("b")).has("name: \(longName.prefix(63))\n"))
  }

  @Test("Containers and volumes with the same name become one if they are equal, otherwise they are renamed")
  func collisions() {
    let volumes = "volumes: [{name: tmp, emptyDir: {}}, {name: conf, configMap: {name: c}}]"
    let mounts = "volumeMounts: [{name: tmp, mountPath: /tmp}, {name: conf, mountPath: /c}]"
    let env = "env: [{name: CPU, valueFrom: {resourceFieldRef: {containerName: app, resource: limits.cpu}}}]"
    let merged = Merged(
      workload("a", container: "app", pod: volumes, more: "\(mounts), \(env)")
        + workload("b", container: "app", pod: volumes, more: mounts))
    for text in ["name: a-app", "name: b-app", "name: a-tmp", "name: b-tmp", "containerName: a-app"] {
      #expect(merged.has(text), "\(merged.text)")
    }
    #expect(merged.count("- name: conf\n          configMap") == 1, "\(merged.text)")
    let proxy = "initContainers: [{name: proxy, image: p, restartPolicy: Always}]"
    let same = Merged(workload("a", pod: proxy) + workload("b", pod: proxy))
    #expect(same.count("name: proxy") == 1 && same.says(.note, "is included once"))
    let annotated = workload("a", container: "app")
      .replacing(
        "metadata: {labels",
        with: "metadata: {annotations: {kubectl.kubernetes.io/default-container: app, "
          + "container.apparmor.security.beta.kubernetes.io/app: runtime/default}, labels")
    let renamed = Merged(annotated + workload("b", container: "app")).text
    #expect(renamed.contains("default-container: a-app") && renamed.contains("kubernetes.io/a-app: runtime/default"))
    let long = String(repeating: "w", count: 60)
    let cut = Merged(workload(long, container: "app") + workload("b", container: "app")).text
    #expect(cut.contains("name: \(long)-ap\n"), "\(cut)")
  }

  @Test("Settings of a pod for all its containers move into these if the pods differ")
  func security() {
    let merged = Merged(
      workload("a", pod: "securityContext: {runAsUser: 1, runAsNonRoot: true}")
        + workload("b", pod: "securityContext: {runAsNonRoot: true}", more: "securityContext: {privileged: false}"))
    #expect(merged.errors.isEmpty && merged.says(.note, "securityContext.runAsUser"))
    #expect(merged.has("          securityContext:\n            runAsUser: 1\n"), "\(merged.text)")
    #expect(merged.has("      securityContext:\n        runAsNonRoot: true\n"), "\(merged.text)")
    let own = Merged(
      workload("a", pod: "securityContext: {runAsUser: 1}", more: "securityContext: {runAsUser: 5}") + workload("b"))
    #expect(own.has("runAsUser: 5") && !own.has("runAsUser: 1"))
  }

  @Test("Lists of pods are joined, the longest grace period wins, other fields keep the first value")
  func podFields() {
    let merged = Merged(
      workload(
        "a",
        pod: "imagePullSecrets: [{name: one}]\n      terminationGracePeriodSeconds: 60\n      dnsPolicy: None\n"
          + "      hostAliases: [{ip: 10.0.0.1, hostnames: [x]}]\n      resources: {limits: {cpu: 1}}")
        + workload(
          "b", pod: "imagePullSecrets: [{name: one}, {name: two}]\n      hostAliases: [{ip: 10.0.0.1, hostnames: [y]}]")
    )
    #expect(merged.errors.isEmpty, "\(merged.errors)")
    #expect(merged.has("        - name: one\n        - name: two\n"), "\(merged.text)")
    #expect(merged.has("            - x\n            - y\n"))
    #expect(merged.has("terminationGracePeriodSeconds: 60") && merged.says(.note, "the largest, 60"))
    #expect(merged.has("dnsPolicy: None") && merged.says(.warning, "dnsPolicy differs"))
    #expect(merged.says(.warning, "resources of the Deployment 'a' is left out"))
    #expect(merged.has("#     cpu: 1"), "\(merged.text)")
  }

  @Test("A possible credential is named, but no message contains its value")
  func credentials() {
    let secret = "hunter2-xyz"
    let merged = Merged(
      workload(
        "a",
        more: "env: [{name: DB_PASSWORD, value: \(secret)}, {name: DB_URL, value: 'pg://u:\(secret)@db/x'}, "
          + "{name: TOKEN_FILE, value: /run/x}], args: ['--api-token=\(secret)', '--log', 'x']") + workload("b"))
    #expect(merged.has(secret) && !merged.messages.joined().contains(secret))
    let warning = merged.warnings.filter { $0.contains("credential") }
    #expect(warning.count == 1 && warning[0].contains("'DB_PASSWORD', 'DB_URL', '--api-token' of the container 'a'"))
  }

  @Test("Comments are kept, even those next to what is gone")
  func comments() {
    let merged = Merged(
      "# first\n---\n" + workload("a") + "# second\n"
        + workload("b").replacing("kind: Deployment\n", with: "kind: Deployment # why\n")
        .replacing("      containers:\n", with: "      containers:\n      # the app\n"))
    #expect(merged.text.hasPrefix("# first\napiVersion"), "\(merged.text)")
    for text in ["# second\n", "# why\n", "# the app\n"] { #expect(merged.has(text), "\(merged.text)") }
  }

  @Test("Comments that have no place in the result are reported for each YAML document that had some")
  func lostComments() {
    let merged = Merged(
      workload("a") + workload("b").replacing("---\n", with: "# end\n---\n")
        + workload("c").replacing("---\n", with: "# end\n# after that\n"))
    let notes = merged.messages.filter { $0.contains("no place in the result") }
    #expect(notes.count == 2, "\(merged.messages)")
    #expect(notes.first?.contains("note: a comment near this object had no place") == true, "\(notes)")
  }

  @Test("Names and values with special characters change nothing else")
  func hostile() throws {
    let evil = "x: y # z\\n- 'w' &a *b {c}"
    let merged = Merged(
      workload("a", more: "env: [{name: \"\(evil)\", value: \"\(evil)\\u0001\"}]", labels: "\"\(evil)\": 'a', app: a")
        + workload("b", pod: "nodeName: \"\(evil)\"") + workload("c", pod: "nodeName: c"), force: true)
    let again = LinkedInput(texts: [("x.yaml", merged.text)], subject: nil, keepsSources: true)
    #expect(again.resources.count == 1 && !again.hasErrors, "\(merged.text)")
    let spec = try #require(again.resources.first?.root.at("spec", "template", "spec"))
    #expect(spec["containers"]?.items.count == 3)
    let name = "x: y # z\n- 'w' &a *b {c}"
    #expect(spec["containers"]?.items[0]["env"]?.items[0]["name"]?.text == name)
    #expect(spec["nodeName"]?.text == name)
  }
}
