/// YAML documents that look like Kubernetes objects but configure a local program: they have an `apiVersion` and a
/// `kind`, but no cluster contains them.
enum LocalFiles {
  static func isLocal(apiVersion: String, kind: String) -> Bool {
    let group = ResourceKind.group(of: apiVersion)
    if groups.contains(group) { return true }
    return apiVersion == "v1" && kind == "Config"
  }

  private static let groups: Set<Substring> = [
    "skaffold", "kind.x-k8s.io", "kubeadm.k8s.io", "kubelet.config.k8s.io", "kubeproxy.config.k8s.io",
    "kustomize.config.k8s.io", "ctlptl.dev", "tilt.dev", "k3d.io", "backstage.io", "audit.k8s.io",
    "kubescheduler.config.k8s.io", "apiserver.config.k8s.io", "apiserver.k8s.io", "client.authentication.k8s.io",
    "eksctl.io", "minikube.sigs.k8s.io", "config.istio.io", "test.gatekeeper.sh", "cli.kyverno.io",
    "chaostoolkit.org", "devspace.sh", "kudo.dev", "kuttl.dev", "clusterctl.cluster.x-k8s.io",
    "krew.googlecontainertools.github.com",
  ]
}
