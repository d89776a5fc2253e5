import PodmapManifests

/// Services and Secrets of the operators of databases and caches, as their documentation names them.
let databaseProvisions: [Provision] = joined([
  made(
    "Cluster.postgresql.cnpg.io", services: ["-rw", "-ro", "-r", "-any"],
    secrets: ["-app", "-superuser", "-ca", "-server", "-replication"]),
  made("Pooler.postgresql.cnpg.io", services: [""]),
  made("postgresql.acid.zalan.do", services: ["", "-repl", "-pooler", "-pooler-repl", "-config"]),
  [
    // The users are the keys of a mapping, so the owner's and the standby's are listed.
    Provision("postgresql.acid.zalan.do", .secret, "postgres.{name}.credentials.postgresql.acid.zalan.do"),
    Provision("postgresql.acid.zalan.do", .secret, "standby.{name}.credentials.postgresql.acid.zalan.do"),
  ],
  made(
    "PostgresCluster.postgres-operator.crunchydata.com",
    services: ["-primary", "-replicas", "-ha", "-ha-config", "-pods", "-pgbouncer", "-pgadmin"],
    secrets: ["-pguser-{name}", "-pguser-{spec.users[].name}", "-pgbouncer", "-cluster-cert"]),
  made(
    "PerconaPGCluster.pgv2.percona.com", services: ["-primary", "-replicas", "-ha", "-pgbouncer"],
    secrets: ["-pguser-{name}", "-pguser-{spec.users[].name}"]),
  made(
    "PerconaXtraDBCluster.pxc.percona.com",
    services: ["-pxc", "-pxc-unready", "-haproxy", "-haproxy-replicas", "-proxysql", "-proxysql-unready"],
    secrets: ["-secrets", "-ssl", "-ssl-internal"]),
  made(
    "PerconaServerMySQL.ps.percona.com",
    services: ["-mysql", "-mysql-primary", "-mysql-unready", "-haproxy", "-router", "-orc"], secrets: ["-secrets"]),
  made(
    "PerconaServerMongoDB.psmdb.percona.com", services: ["-{spec.replsets[].name}", "-mongos", "-cfg"],
    secrets: ["-secrets", "-ssl", "-ssl-internal"]),
  made(
    "MongoDBCommunity.mongodbcommunity.mongodb.com", services: ["-svc"],
    secrets: ["-{spec.users[].db}-{spec.users[].name}"]),
  [
    Provision(
      "MongoDBCommunity.mongodbcommunity.mongodb.com", .secret, "{spec.users[].connectionStringSecretName}")
  ],
  made("MongoDB.mongodb.com", services: ["-svc", "-svc-external"]),
  made("InnoDBCluster.mysql.oracle.com", services: ["", "-instances"]),
  made(
    "MariaDB.k8s.mariadb.com", services: ["", "-primary", "-secondary", "-internal"], secrets: ["-root", "-password"]),
  made("CrdbCluster.crdb.cockroachlabs.com", services: ["", "-public"]),
  made("TidbCluster.pingcap.com", services: ["-tidb", "-tidb-peer", "-pd", "-pd-peer", "-tikv-peer", "-tiflash-peer"]),
  made("ScyllaCluster.scylla.scylladb.com", services: ["-client"]),
  [
    Provision("CassandraDatacenter.cassandra.datastax.com", .service, "{spec.clusterName}-{name}-service"),
    Provision("CassandraDatacenter.cassandra.datastax.com", .service, "{spec.clusterName}-{name}-all-pods-service"),
    Provision("CassandraDatacenter.cassandra.datastax.com", .secret, "{spec.clusterName}-superuser"),
    Provision("ClickHouseInstallation.clickhouse.altinity.com", .service, "clickhouse-{name}"),
    Provision("OpenSearchCluster.opensearch.opster.io", .service, "{spec.general.serviceName}"),
    Provision("OpenSearchCluster.opensearch.opster.io", .service, "{name}-dashboards"),
    Provision("OpenSearchCluster.opensearch.opster.io", .secret, "{name}-admin-password"),
    Provision("RedisFailover.databases.spotahome.com", .service, "rfs-{name}"),
    Provision("RedisFailover.databases.spotahome.com", .service, "rfr-{name}"),
    Provision("RedisFailover.databases.spotahome.com", .service, "rfrm-{name}"),
    Provision("RedisFailover.databases.spotahome.com", .service, "rfrs-{name}"),
    Provision("RedisEnterpriseDatabase.app.redislabs.com", .secret, "redb-{name}"),
  ],
  made("RedisEnterpriseCluster.app.redislabs.com", services: ["", "-ui"]),
  made("RedisEnterpriseDatabase.app.redislabs.com", services: ["", "-headless"]),
  made("Redis.redis.redis.opstreelabs.in", services: ["", "-headless", "-additional"]),
  made(
    "RedisReplication.redis.redis.opstreelabs.in",
    services: ["", "-headless", "-additional", "-master", "-replica"]),
  made(
    "RedisCluster.redis.redis.opstreelabs.in",
    services: ["-leader", "-leader-headless", "-follower", "-follower-headless", "-master"]),
  made("RedisSentinel.redis.redis.opstreelabs.in", services: ["-sentinel", "-sentinel-headless"]),
  made("Dragonfly.dragonflydb.io", services: [""]),
  made("Memcached.kubedb.com", services: ["", "-pods"]),
  ["Postgres", "MySQL", "MariaDB", "MongoDB", "Redis", "Elasticsearch", "Kafka"].flatMap {
    made("\($0).kubedb.com", services: ["", "-pods", "-standby"], secrets: ["-auth"])
  },
])

/// Rows whose names begin with the provider's name.
func made(_ provider: String, services: [String] = [], secrets: [String] = []) -> [Provision] {
  let kind = ResourceKind(rawValue: provider)
  return services.map { Provision(kind, .service, "{name}\($0)") }
    + secrets.map { Provision(kind, .secret, "{name}\($0)") }
}
