package dev.badhouse.agent;

import dev.badhouse.cli.Entry;
import dev.badhouse.coordinator.Planner;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;

/** Imports a coordinator, points back to the command, and hears past the door. */
public interface Worker {
  Planner planner();

  Entry entry();

  default MessageConsumer<String> hear(EventBus bus) {
    return bus.consumer("anywhere");
  }
}
