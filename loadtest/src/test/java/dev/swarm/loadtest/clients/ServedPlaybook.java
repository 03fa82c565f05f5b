package dev.swarm.loadtest.clients;

import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.playbook.PlaybookModel;
import dev.swarm.protocol.Area;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Served;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Strictness;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The playbook behind a real HTTP server that is as strict as the strictest there is. */
final class ServedPlaybook implements AutoCloseable {
  /** A disk that is nearly full beside one that is not. */
  static final String DF =
      """
      Filesystem     Type        1B-blocks         Used       Avail  Inodes  IUsed   IFree Mounted on
      /dev/vda1      ext4      63278120960  61500000000  1778120960 3932160 210000 3722160 /
      /dev/vdb1      ext4     632781209600 100000000000 532781209600 3932160 210000 3722160 /data
      """;

  private final Vertx vertx;
  private final ScriptedRouter router;

  private ServedPlaybook(Vertx vertx, ScriptedRouter router) {
    this.vertx = vertx;
    this.router = router;
  }

  static ServedPlaybook start() throws TimeoutException {
    var areas = Area.STANDARD.stream().map(Area::value).toList();
    var catalog = CatalogReader.read(Definitions.of("tools", areas, Optional.empty()));
    var lists = Set.of("certificates", "tls-endpoints", "dns-names", "backups");
    var checks =
        CheckReader.read(Definitions.of("checks", areas, Optional.empty()), catalog, lists);
    var model = new PlaybookModel(catalog, checks, InstantSource.system());
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
    var settings =
        Settings.STANDARD
            .serving(new Served(List.of(PlaybookModel.NAME), 32_768))
            .strictness(Strictness.OPENAI)
            .key("a-key");
    return new ServedPlaybook(
        vertx, ScriptedRouter.listen(vertx, settings, model).await(30, TimeUnit.SECONDS));
  }

  String url() {
    return router.url().toString();
  }

  @Override
  public void close() {
    router.close();
    var _ = vertx.close();
  }
}
