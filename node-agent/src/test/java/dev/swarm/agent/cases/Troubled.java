package dev.swarm.agent.cases;

import dev.swarm.protocol.Area;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import java.util.LinkedHashMap;

/** Hosts on which everything is wrong that the cases of an area know. */
public final class Troubled {
  private Troubled() {}

  /** A Linux host that answers as the first case with a finding that has an answer. */
  public static Host in(Area area) {
    var commands = new LinkedHashMap<Recording.Asked, CommandResult>();
    var files = new LinkedHashMap<Recording.Read, FileResult>();
    var directories = new LinkedHashMap<String, DirectoryResult>();
    for (var one : CheckCasesTest.cases()) {
      var recording = one.recording();
      boolean finding = Case.text(one.expect(), "state").filter("finding"::equals).isPresent();
      boolean here = one.check().startsWith(area.value() + ".");
      if (finding && here && recording.platform() == Platform.LINUX) {
        recording.commands().forEach(commands::putIfAbsent);
        recording.files().forEach(files::putIfAbsent);
        recording.directories().forEach(directories::putIfAbsent);
      }
    }
    var now = CheckCasesTest.cases().getFirst().recording().recordedAt();
    return new RecordedHost(
        new Recording(Platform.LINUX, "casehost", 0, now, commands, files, directories));
  }
}
