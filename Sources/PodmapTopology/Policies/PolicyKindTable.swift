import PodmapManifests

/// The kinds of policies that are judged.
let judgedPolicyKinds: [PolicyKind] = [
  // extensions/v1beta1 had the same fields.
  PolicyKind("NetworkPolicy", ["v1", "v1beta1"], reach: PolicyReach(.ownNamespace, mayAllow: true)) { resource in
    NetworkPolicyReader.read(resource)
  },
  PolicyKind(
    "AdminNetworkPolicy.policy.networking.k8s.io", ["v1alpha1"], reach: PolicyReach(.everywhere, mayAllow: true)
  ) { AdminPolicyReader.read($0, .adminNetworkPolicy) },
  PolicyKind(
    "BaselineAdminNetworkPolicy.policy.networking.k8s.io", ["v1alpha1"],
    reach: PolicyReach(.everywhere, mayAllow: true)
  ) { AdminPolicyReader.read($0, .baselineAdminNetworkPolicy) },
  PolicyKind(
    "ClusterNetworkPolicy.policy.networking.k8s.io", ["v1alpha2", "v1beta1"],
    reach: PolicyReach(.everywhere, mayAllow: true)
  ) { AdminPolicyReader.read($0, .clusterNetworkPolicy) },
  PolicyKind("CiliumNetworkPolicy.cilium.io", ["v2"], reach: PolicyReach(.ownNamespace, mayAllow: true)) { resource in
    CiliumPolicyReader.read(resource)
  },
  PolicyKind(
    "CiliumClusterwideNetworkPolicy.cilium.io", ["v2"], reach: PolicyReach(.everywhere, mayAllow: true)
  ) { CiliumPolicyReader.read($0) },
  PolicyKind(
    "AuthorizationPolicy.security.istio.io", ["v1", "v1beta1"], reach: PolicyReach(.ownNamespace, [.ingress])
  ) { AuthorizationPolicyReader.read($0) },
]

/// The kinds of policies that are known, but not judged.
let otherPolicyKinds: [PolicyKind] = [
  // Calico: a policy of a lower order or another tier overrules NetworkPolicies.
  PolicyKind("NetworkPolicy.projectcalico.org", PolicyReach(.ownNamespace, mayAllow: true)),
  PolicyKind("NetworkPolicy.crd.projectcalico.org", PolicyReach(.ownNamespace, mayAllow: true)),
  PolicyKind("GlobalNetworkPolicy.projectcalico.org", PolicyReach(.everywhere, mayAllow: true)),
  PolicyKind("GlobalNetworkPolicy.crd.projectcalico.org", PolicyReach(.everywhere, mayAllow: true)),
  // Antrea
  PolicyKind("NetworkPolicy.crd.antrea.io", PolicyReach(.ownNamespace, mayAllow: true)),
  PolicyKind("ClusterNetworkPolicy.crd.antrea.io", PolicyReach(.everywhere, mayAllow: true)),
  PolicyKind("NetworkPolicy.security.antrea.tanzu.vmware.com", PolicyReach(.ownNamespace, mayAllow: true)),
  PolicyKind("ClusterNetworkPolicy.security.antrea.tanzu.vmware.com", PolicyReach(.everywhere, mayAllow: true)),
  // OVN-Kubernetes, OpenShift and Kube-OVN
  PolicyKind("EgressFirewall.k8s.ovn.org", PolicyReach(.ownNamespace, [.egress], isAboutOutside: true)),
  PolicyKind("EgressNetworkPolicy.network.openshift.io", PolicyReach(.ownNamespace, [.egress], isAboutOutside: true)),
  PolicyKind("IngressNodeFirewall.ingressnodefirewall.openshift.io", PolicyReach(.everywhere, [.ingress])),
  // Pods on different primary networks can't reach each other.
  PolicyKind("UserDefinedNetwork.k8s.ovn.org", PolicyReach(.ownNamespace)),
  PolicyKind("ClusterUserDefinedNetwork.k8s.ovn.org", PolicyReach(.everywhere)),
  PolicyKind("SecurityGroup.kubeovn.io", PolicyReach(.everywhere)),
  // Clouds
  PolicyKind("SecurityGroupPolicy.vpcresources.k8s.aws", PolicyReach(.ownNamespace)),
  PolicyKind("ApplicationNetworkPolicy.networking.k8s.aws", PolicyReach(.ownNamespace, mayAllow: true)),
  PolicyKind("ClusterNetworkPolicy.networking.k8s.aws", PolicyReach(.everywhere, mayAllow: true)),
  PolicyKind("FQDNNetworkPolicy.networking.gke.io", PolicyReach(.ownNamespace, [.egress], mayAllow: true)),
  PolicyKind("SecurityPolicy.crd.nsx.vmware.com", PolicyReach(.ownNamespace, mayAllow: true)),
  // Service meshes: their proxies can only refuse what the network lets through.
  PolicyKind("MeshTrafficPermission.kuma.io", PolicyReach(.everywhere, [.ingress])),
  PolicyKind("TrafficPermission.kuma.io", PolicyReach(.everywhere, [.ingress])),
  PolicyKind("Server.policy.linkerd.io", PolicyReach(.ownNamespace, [.ingress])),
  PolicyKind("ServerAuthorization.policy.linkerd.io", PolicyReach(.ownNamespace, [.ingress])),
  PolicyKind("AuthorizationPolicy.policy.linkerd.io", PolicyReach(.ownNamespace, [.ingress])),
  PolicyKind("EgressNetwork.policy.linkerd.io", PolicyReach(.ownNamespace, [.egress], isAboutOutside: true)),
  PolicyKind("ServiceIntentions.consul.hashicorp.com", PolicyReach(.everywhere, [.ingress])),
  PolicyKind("TrafficTarget.access.smi-spec.io", PolicyReach(.ownNamespace, [.ingress])),
  PolicyKind("AuthorizationPolicy.security.policy.gloo.solo.io", PolicyReach(.everywhere, [.ingress])),
  PolicyKind("AccessPolicy.security.policy.gloo.solo.io", PolicyReach(.everywhere, [.ingress])),
  // Otterize makes NetworkPolicies from it.
  PolicyKind("ClientIntents.k8s.otterize.com", PolicyReach(.everywhere, mayAllow: true)),
]
