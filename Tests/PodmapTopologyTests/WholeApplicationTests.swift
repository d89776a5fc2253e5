import PodmapManifests
import PodmapTopology
import Testing

@Suite("Whole applications")
struct WholeApplicationTests {
  @Test("WordPress: seven objects, what they mount, read and select, and the call to the database")
  func wordpress() {
    let graph = Graph(Self.wordpress)
    #expect(
      graph.ids == [
        "default/Deployment/wordpress", "default/Deployment/wordpress-mysql",
        "default/Deployment/wordpress-mysql/mysql", "default/Deployment/wordpress/wordpress",
        "default/PersistentVolumeClaim/mysql-data", "default/PersistentVolumeClaim/wordpress-data",
        "default/Secret/mysql-pass", "default/Service/wordpress", "default/Service/wordpress-mysql",
      ])
    #expect(
      graph.edges(.selects, .mounts, .reads) == [
        "default/Deployment/wordpress-mysql/mysql -mounts /var/lib/mysql-> default/PersistentVolumeClaim/mysql-data",
        "default/Deployment/wordpress-mysql/mysql -reads-> default/Secret/mysql-pass",
        "default/Deployment/wordpress/wordpress -mounts /var/www/html-> default/PersistentVolumeClaim/wordpress-data",
        "default/Deployment/wordpress/wordpress -reads-> default/Secret/mysql-pass",
        "default/Service/wordpress -selects-> default/Deployment/wordpress",
        "default/Service/wordpress-mysql -selects-> default/Deployment/wordpress-mysql",
      ])
    #expect(
      graph.edges(.routes, .calls) == [
        "default/Deployment/wordpress/wordpress -calls-> default/Service/wordpress-mysql",
        "default/Service/wordpress -routes 80-> default/Deployment/wordpress/wordpress",
        "default/Service/wordpress-mysql -routes 3306-> default/Deployment/wordpress-mysql/mysql",
      ])
    #expect(graph.topology.edges.count == 9)
    #expect(graph.diagnostics.isEmpty)
  }

  private static let wordpress =
    ["mysql-data", "wordpress-data"].map { name in
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: \(name)}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
      ---

      """
    }.joined()
    + "apiVersion: v1\nkind: Secret\nmetadata: {name: mysql-pass}\nstringData: {password: example}\n---\n"
    + service(
      "wordpress", spec: "type: LoadBalancer\nselector: {app: wordpress, tier: front}\nports: [{port: 80}]") + "---\n"
    + service(
      "wordpress-mysql", spec: "clusterIP: None\nselector: {app: wordpress, tier: data}\nports: [{port: 3306}]")
    + "---\n"
    + deployment(
      "wordpress", labels: "app: wordpress, tier: front",
      spec: """
        containers:
        - name: wordpress
          env:
          - {name: WORDPRESS_DB_HOST, value: wordpress-mysql}
          - {name: WORDPRESS_DB_PASSWORD, valueFrom: {secretKeyRef: {name: mysql-pass, key: password}}}
          ports: [{containerPort: 80}]
          volumeMounts: [{name: html, mountPath: /var/www/html}]
        volumes: [{name: html, persistentVolumeClaim: {claimName: wordpress-data}}]
        """) + "---\n"
    + deployment(
      "wordpress-mysql", labels: "app: wordpress, tier: data",
      spec: """
        containers:
        - name: mysql
          env:
          - {name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: mysql-pass, key: password}}}
          - {name: MYSQL_DATABASE, value: wordpress}
          ports: [{containerPort: 3306}]
          volumeMounts: [{name: data, mountPath: /var/lib/mysql}]
        volumes: [{name: data, persistentVolumeClaim: {claimName: mysql-data}}]
        """)

  @Test("Every kind of Kubernetes is a node, in its namespace or in the whole cluster", arguments: builtIn)
  func kinds(_ apiVersion: String, _ kind: String, _ isNamespaced: Bool) throws {
    let graph = Graph("apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: x, namespace: shop}\n")
    let id = NodeID(ResourceKind(rawValue: kind), "x", in: isNamespaced ? "shop" : nil).text
    #expect(graph.node(id)?.presence == .present)
    #expect(ResourceKind(rawValue: kind).builtInScope == (isNamespaced ? .namespaced : .cluster))
  }

  private static let builtIn: [(String, String, Bool)] = [
    (
      "v1",
      [
        "Binding", "ConfigMap", "Endpoints", "Event", "LimitRange", "PersistentVolumeClaim", "Pod", "PodTemplate",
        "ReplicationController", "ResourceQuota", "Secret", "Service", "ServiceAccount",
      ], true
    ), ("v1", ["ComponentStatus", "Namespace", "Node", "PersistentVolume"], false),
    ("apps/v1", ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"], true),
    ("batch/v1", ["CronJob", "Job"], true), ("autoscaling/v2", ["HorizontalPodAutoscaler"], true),
    ("policy/v1", ["PodDisruptionBudget"], true),
    ("networking.k8s.io/v1", ["Ingress", "NetworkPolicy"], true),
    ("networking.k8s.io/v1", ["IPAddress", "IngressClass", "ServiceCIDR"], false),
    ("discovery.k8s.io/v1", ["EndpointSlice"], true), ("events.k8s.io/v1", ["Event"], true),
    ("coordination.k8s.io/v1", ["Lease", "LeaseCandidate"], true),
    ("rbac.authorization.k8s.io/v1", ["Role", "RoleBinding"], true),
    ("rbac.authorization.k8s.io/v1", ["ClusterRole", "ClusterRoleBinding"], false),
    ("resource.k8s.io/v1", ["ResourceClaim", "ResourceClaimTemplate"], true),
    ("resource.k8s.io/v1", ["DeviceClass", "DeviceTaintRule", "ResourceSlice"], false),
    ("scheduling.k8s.io/v1", ["PriorityClass"], false), ("scheduling.k8s.io/v1alpha2", ["PodGroup", "Workload"], true),
    ("storage.k8s.io/v1", ["CSIStorageCapacity"], true),
    (
      "storage.k8s.io/v1", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"], false
    ),
    ("node.k8s.io/v1", ["RuntimeClass"], false),
    ("certificates.k8s.io/v1", ["CertificateSigningRequest", "ClusterTrustBundle"], false),
    ("certificates.k8s.io/v1beta1", ["PodCertificateRequest"], true),
    ("flowcontrol.apiserver.k8s.io/v1", ["FlowSchema", "PriorityLevelConfiguration"], false),
    ("apiregistration.k8s.io/v1", ["APIService"], false),
    ("apiextensions.k8s.io/v1", ["CustomResourceDefinition"], false),
    (
      "admissionregistration.k8s.io/v1",
      [
        "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration",
      ], false
    ), ("storagemigration.k8s.io/v1beta1", ["StorageVersionMigration"], false),
    ("internal.apiserver.k8s.io/v1alpha1", ["StorageVersion"], false),
  ].flatMap { (version: String, kinds: [String], isNamespaced: Bool) in kinds.map { (version, $0, isNamespaced) } }

  @Test("Objects that several miss are the same in any order of the documents")
  func missingInAnyOrder() {
    let routes = ["metadata: {name: x}\n", "metadata: {name: y, namespace: shop}\n"].map {
      "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n\($0)spec: {parentRefs: [{name: public}]}\n"
    }
    let hosts = ["web.shop.svc", "web.shop"].map {
      "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: \($0)}\nspec: {host: \($0)}\n"
    }
    for pair in [routes, hosts] {
      let graphs = [pair, pair.reversed()].map { Graph($0.joined(separator: "---\n")) }
      #expect(graphs[0].ids == graphs[1].ids)
      #expect(graphs[0].edges() == graphs[1].edges())
    }
  }

  @Test("An optional object is known only if the input has it, in any order")
  func knownOnly() {
    let event =
      "apiVersion: v1\nkind: Event\nmetadata: {name: e}\ninvolvedObject: {apiVersion: v1, kind: Secret, name: s}\n"
    let pod =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, envFrom: [{secretRef: {name: s}}]}]}\n"
    for text in ["\(event)---\n\(pod)", "\(pod)---\n\(event)"] {
      #expect(Graph(text).edges() == ["default/Pod/p/a -reads-> default/Secret/s"])
    }
  }
}
