package dev.swarm.fleet;

import dev.swarm.bus.cluster.Cluster;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.ClusterPace;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.KeyBadge;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.bus.seal.TlsIdentity;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A process of ours that has a key of the fleet, and uses it for what no agent would do. */
record KeyHolder(SignedSeal seal, Cluster cluster) {

  /** Joins with the key in {@code key}, from {@code own}, knocking at {@code member}. */
  static KeyHolder join(String key, String own, String member) throws ClusterException {
    var bundle = new KeyFile(Path.of(key)).read();
    var revocations = Revocations.none(bundle.authority());
    var cards = new Cards(bundle.authority(), revocations, InstantSource.system());
    var seal = new SignedSeal(bundle, cards);
    var options =
        new ClusterOptions(
            bundle.cluster(),
            new HostPort(own, ClusterOptions.MEMBER_PORT),
            ClusterOptions.BUS_PORT,
            Optional.empty(),
            List.of(new HostPort(member, ClusterOptions.MEMBER_PORT)),
            ClusterPace.standard());
    var part =
        new Cluster.Part(
            options,
            new KeyBadge(bundle, cards),
            seal,
            new TlsIdentity(bundle)::on,
            () -> Instant.ofEpochMilli(System.nanoTime() / 1_000_000));
    var ears = new Cluster.Ears(_ -> {}, _ -> Future.succeededFuture(), _ -> {});
    return new KeyHolder(seal, Cluster.join(part, ears));
  }
}
