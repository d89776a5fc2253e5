/// Policies about network traffic of projects outside Kubernetes itself.
let policyKinds: [KnownKind] = [
  policy("AdminNetworkPolicy.policy.networking.k8s.io", "adminnetworkpolicies", ["anp"], .cluster),
  policy("BaselineAdminNetworkPolicy.policy.networking.k8s.io", "baselineadminnetworkpolicies", ["banp"], .cluster),
  policy("ClusterNetworkPolicy.policy.networking.k8s.io", "clusternetworkpolicies", [], .cluster),
  policy("CiliumNetworkPolicy.cilium.io", "ciliumnetworkpolicies", ["cnp", "ciliumnp"], .namespaced),
  policy("CiliumClusterwideNetworkPolicy.cilium.io", "ciliumclusterwidenetworkpolicies", ["ccnp"], .cluster),
  policy("NetworkPolicy.projectcalico.org", "networkpolicies", ["cnp", "caliconetworkpolicy"], .namespaced),
  policy("NetworkPolicy.crd.projectcalico.org", "networkpolicies", [], .namespaced),
  policy("GlobalNetworkPolicy.projectcalico.org", "globalnetworkpolicies", ["gnp", "cgnp"], .cluster),
  policy("GlobalNetworkPolicy.crd.projectcalico.org", "globalnetworkpolicies", [], .cluster),
  policy("NetworkPolicy.crd.antrea.io", "networkpolicies", ["annp"], .namespaced),
  policy("ClusterNetworkPolicy.crd.antrea.io", "clusternetworkpolicies", ["acnp"], .cluster),
  policy("NetworkPolicy.security.antrea.tanzu.vmware.com", "networkpolicies", ["netpol"], .namespaced),
  policy("ClusterNetworkPolicy.security.antrea.tanzu.vmware.com", "clusternetworkpolicies", ["acnp"], .cluster),
  policy("EgressFirewall.k8s.ovn.org", "egressfirewalls", [], .namespaced),
  policy("UserDefinedNetwork.k8s.ovn.org", "userdefinednetworks", ["udn"], .namespaced),
  policy("ClusterUserDefinedNetwork.k8s.ovn.org", "clusteruserdefinednetworks", ["cudn"], .cluster),
  policy("EgressNetworkPolicy.network.openshift.io", "egressnetworkpolicies", [], .namespaced),
  policy(
    "IngressNodeFirewall.ingressnodefirewall.openshift.io", "ingressnodefirewalls", [], .cluster),
  policy("SecurityGroup.kubeovn.io", "security-groups", ["sg"], .cluster),
  policy("SecurityGroupPolicy.vpcresources.k8s.aws", "securitygrouppolicies", ["sgp"], .namespaced),
  policy("ApplicationNetworkPolicy.networking.k8s.aws", "applicationnetworkpolicies", [], .namespaced),
  policy("ClusterNetworkPolicy.networking.k8s.aws", "clusternetworkpolicies", [], .cluster),
  policy("FQDNNetworkPolicy.networking.gke.io", "fqdnnetworkpolicies", [], .namespaced),
  policy("SecurityPolicy.crd.nsx.vmware.com", "securitypolicies", [], .namespaced),
  policy("MeshTrafficPermission.kuma.io", "meshtrafficpermissions", ["mtp"], .namespaced),
  policy("TrafficPermission.kuma.io", "trafficpermissions", [], .cluster),
  policy("Server.policy.linkerd.io", "servers", ["srv"], .namespaced),
  policy(
    "ServerAuthorization.policy.linkerd.io", "serverauthorizations", ["saz", "serverauthz", "srvauthz"], .namespaced),
  policy("AuthorizationPolicy.policy.linkerd.io", "authorizationpolicies", ["authzpolicy"], .namespaced),
  policy("EgressNetwork.policy.linkerd.io", "egressnetworks", [], .namespaced),
  policy("ServiceIntentions.consul.hashicorp.com", "serviceintentions", [], .namespaced),
  policy("TrafficTarget.access.smi-spec.io", "traffictargets", ["tt"], .namespaced),
  policy("ClientIntents.k8s.otterize.com", "clientintents", [], .namespaced),
]

private func policy(
  _ kind: ResourceKind, _ plural: String, _ shortNames: [String], _ scope: KnownKind.Scope
) -> KnownKind {
  KnownKind(kind, plural, shortNames, scope, .policy, icon: .networkPolicy, iconNames: [])
}
