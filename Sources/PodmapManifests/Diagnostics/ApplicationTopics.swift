/// What is probably wrong in an application.
extension Diagnostic.Topic {
  static let application = [
    missingObject, missingKey, emptySelector, selectorMismatch, targetPort, calledPort, probePort, portCollision,
    noScale, sharedClaim, missingGrant, refusedRoute, deniedCall, policyPeer, undeclaredVolume, noContainers,
    failingContainer,
    duplicateObject, alternatives,
  ]

  package static let missingObject = Self(
    "missing-object", .application, "an object that something needs is not in the input",
    plural: "about objects that are not in the input",
    "Add its manifest, or correct the name. If it exists elsewhere, list it below `provided` in podmap.yaml.")
  package static let missingKey = Self(
    "missing-key", .application, "a ConfigMap or Secret lacks a key that a container needs",
    plural: "about keys that ConfigMaps and Secrets lack",
    "Add the key, correct its name, or make the reference `optional`.")
  package static let emptySelector = Self(
    "empty-selector", .application, "a selector matches nothing in the input",
    plural: "about selectors that match nothing",
    "Correct the labels of the selector, or those of the objects that it should select.")
  package static let selectorMismatch = Self(
    "selector-mismatch", .application, "the selector of a workload doesn't match its own pods",
    plural: "about workloads whose selectors don't match their own pods",
    "Kubernetes rejects the workload: give the selector and the pod template the same labels.")
  package static let targetPort = Self(
    "target-port", .application, "a Service sends traffic to a port name that no container declares",
    plural: "about port names that no container declares",
    "Use the name of a containerPort, or its number.")
  package static let calledPort = Self(
    "called-port", .application, "a container calls a port that the Service doesn't have",
    plural: "about calls to ports that Services don't have",
    "Call a port of the Service, or add the port to it.")
  package static let probePort = Self(
    "probe-port", .application, "a probe or hook asks a port that its container doesn't declare",
    plural: "about ports of probes and hooks",
    "Use the name of a port of the same container, or a number between 1 and 65535. The kubelet can't run the probe "
      + "otherwise: a readiness or startup probe never succeeds, a liveness probe never restarts the container.")
  package static let portCollision = Self(
    "port-collision", .application, "two containers of a pod declare the same port",
    plural: "about ports that two containers of a pod declare",
    "The containers share one network: let one of them listen on another port.")
  package static let noScale = Self(
    "no-scale", .application, "an autoscaler names an object that can't be scaled",
    plural: "about targets that can't be scaled",
    "Name a Deployment, a StatefulSet, or another kind that has the scale subresource.")
  package static let sharedClaim = Self(
    "shared-claim", .application, "more pods mount a claim than its access mode permits",
    plural: "about claims that several pods mount",
    "Use another access mode, or keep the pods on one node.")
  package static let missingGrant = Self(
    "missing-grant", .application, "a reference to another namespace that no ReferenceGrant permits",
    plural: "about references to other namespaces",
    "Add a ReferenceGrant in the namespace of the object that is named.")
  package static let refusedRoute = Self(
    "refused-route", .application, "a Gateway does not accept a route",
    plural: "about routes that their Gateways don't accept",
    "Permit the route in the listener's `allowedRoutes`, or correct its hosts, its `sectionName` or its namespace.")
  package static let deniedCall = Self(
    "denied-call", .application, "NetworkPolicies deny a call",
    plural: "about calls that NetworkPolicies deny",
    "Add a rule that lets the call through, or remove the call. If the call is not made, remove it below `calls` in "
      + "podmap.yaml.")
  package static let policyPeer = Self(
    "policy-peer", .application, "a NetworkPolicy admits peers that are not in the input",
    plural: "about peers of NetworkPolicies that are not in the input",
    "Read the manifests of these pods too, or correct the labels.")
  package static let undeclaredVolume = Self(
    "undeclared-volume", .application, "a container mounts a volume that its pod doesn't declare",
    plural: "about volumes that pods don't declare",
    "Add the volume to the pod's `volumes`, or correct the name.")
  package static let noContainers = Self(
    "no-containers", .application, "a workload has no containers",
    plural: "about workloads without containers",
    "Add its containers. If it is a patch, read what it is applied to.")
  package static let failingContainer = Self(
    "failing-container", .application, "the status of a live pod says that a container can't run",
    plural: "about containers that can't run",
    "Look at its events and logs: `kubectl describe pod`, `kubectl logs --previous`.")
  package static let duplicateObject = Self(
    "duplicate-object", .application, "an object is defined several times",
    plural: "about objects that are defined several times", isRoutine: true,
    "Remove all definitions but one, or read the alternatives separately.")
  package static let alternatives = Self(
    "mixed-alternatives", .application, "the input contains several variants of one application",
    plural: "about inputs that mix alternatives", "Draw each variant alone.")
}
