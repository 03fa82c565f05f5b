package dev.swarm.cli;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.http.RouterView;
import dev.swarm.coordinator.lease.Loan;
import dev.swarm.router.endpoint.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The routers of a fleet, and what its nodes have of them as the coordinator lends it. */
record FleetRouters(List<Endpoint> routers, Coordinator coordinator)
    implements Supplier<List<RouterView>> {
  private static final long PATIENCE_SECONDS = 5;

  FleetRouters {
    routers = List.copyOf(routers);
  }

  @Override
  public List<RouterView> get() {
    var loans = loans();
    return routers.stream()
        .map(router -> view(router, Optional.ofNullable(loans.get(router.name()))))
        .toList();
  }

  private Map<String, Loan> loans() {
    try {
      return coordinator.loans().await(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
          .collect(Collectors.toMap(Loan::endpoint, Function.identity()));
    } catch (TimeoutException e) {
      throw new IllegalStateException("the coordinator did not answer within 5 s", e);
    }
  }

  static RouterView view(Endpoint router, Optional<Loan> loan) {
    return new RouterView(
        router.name(),
        router.url().toString(),
        router.model().isEmpty() ? List.of() : List.of(router.model()),
        router.concurrency(),
        loan.map(Loan::held).orElse(0),
        loan.map(Loan::waiting).orElse(0));
  }
}
