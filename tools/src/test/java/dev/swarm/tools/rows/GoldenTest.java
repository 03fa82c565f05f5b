package dev.swarm.tools.rows;

import static dev.swarm.tools.rows.FieldType.BYTES;
import static dev.swarm.tools.rows.FieldType.FLAG;
import static dev.swarm.tools.rows.FieldType.INSTANT;
import static dev.swarm.tools.rows.FieldType.INTEGER;
import static dev.swarm.tools.rows.FieldType.KIBIBYTES;
import static dev.swarm.tools.rows.FieldType.NUMBER;
import static dev.swarm.tools.rows.FieldType.PERCENT;
import static dev.swarm.tools.rows.FieldType.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in the form in which real programs print them, and the rows that they are. */
final class GoldenTest {

  @Test
  void df_tells_how_full_each_file_system_is() {
    var rules =
        Rules.columns(
                "{mount}", "device", "fstype", "size", "used", "available", "capacity", "mount")
            .skipping("^Filesystem")
            .where("fstype not in ('tmpfs','devtmpfs')")
            .field("device", TEXT)
            .field("fstype", TEXT)
            .field("size", BYTES)
            .field("used", BYTES)
            .field("available", BYTES)
            .field("mount", TEXT)
            .computed("used_percent", PERCENT, "100 * used / (used + available)");
    var rows =
        rules.rows(
            """
            Filesystem     Type     1-blocks        Used   Available Capacity Mounted on
            /dev/vda1      ext4  42004086784 39002775552  2984534016      93% /
            tmpfs          tmpfs  4096000000           0  4096000000       0% /dev/shm
            /dev/vdb1      xfs   10000000000  2500000000  7500000000      25% /srv/my data
            """);
    assertEquals(List.of("/", "/srv/my data"), rows.stream().map(Row::subject).toList());
    assertEquals("92.9 %", rows.getFirst().field("used_percent").orElseThrow().shown());
    assertEquals("2.98 GB", rows.getFirst().field("available").orElseThrow().shown());
    assertEquals(List.of(4), rows.getLast().lines());
    assertEquals("25 %", rows.getLast().field("used_percent").orElseThrow().shown());
  }

  @Test
  void meminfo_of_several_nodes_is_read_with_its_path() {
    var rules =
        Rules.lines(
                "node {node}",
                "node(?<node>\\d+)/meminfo: .*MemTotal: +(?<total>\\d+ kB)$",
                "node(?<node>\\d+)/meminfo: .*MemFree: +(?<free>\\d+ kB)$")
            .groupedBy("{node}")
            .field("node", INTEGER)
            .field("total", KIBIBYTES)
            .field("free", KIBIBYTES)
            .computed("free_percent", PERCENT, "100 * free / total");
    String path = "/sys/devices/system/node/node%d/meminfo: Node %d %s\n";
    String text =
        path.formatted(0, 0, "MemTotal:        8000000 kB")
            + path.formatted(0, 0, "MemFree:         2000000 kB")
            + path.formatted(1, 1, "MemTotal:        8000000 kB")
            + path.formatted(1, 1, "MemFree:          800000 kB");
    assertEquals(
        List.of(
            "node 0@[1, 2] node=0 total=8192000000 free=2048000000 free_percent=25",
            "node 1@[3, 4] node=1 total=8192000000 free=819200000 free_percent=10"),
        Rules.written(rules.rows(text)));
  }

  @Test
  void meminfo_is_one_row_that_cites_only_what_it_took() {
    var rules =
        Rules.pairs("memory", ":")
            .field("total", KIBIBYTES, "MemTotal")
            .field("anonymous", KIBIBYTES, "Active(anon)");
    assertEquals(
        List.of("memory@[1, 4] total=16777216000 anonymous=1024000"),
        Rules.written(
            rules.rows(
                """
                MemTotal:       16384000 kB
                MemFree:         1000000 kB
                Buffers:           20000 kB
                Active(anon):       1000 kB
                """)));
  }

  @Test
  void systemctl_show_prints_a_block_for_each_unit() {
    var rules =
        Rules.pairs("{Id}", "=")
            .field("Id", TEXT)
            .field("state", TEXT, "ActiveState")
            .field("restarts", INTEGER, "NRestarts")
            .field("since", INSTANT, "StateChangeTimestamp");
    assertEquals(
        List.of(
            "ssh.service@[1, 2, 3, 4] Id=ssh.service state=active restarts=0"
                + " since=2026-11-20T19:45:00Z",
            "app.service@[6, 7, 8, 9] Id=app.service state=failed restarts=5"),
        Rules.written(
            rules.rows(
                """
                Id=ssh.service
                ActiveState=active
                NRestarts=0
                StateChangeTimestamp=Fri 2026-11-20 19:45:00 UTC

                Id=app.service
                ActiveState=failed
                NRestarts=5
                StateChangeTimestamp=
                """)));
  }

  @Test
  void ip_prints_its_links_as_json() {
    var rules =
        Rules.json("{ifname}", "/*")
            .field("ifname", TEXT)
            .field("state", TEXT, "/operstate")
            .field("flags", TEXT)
            .field("rx_errors", INTEGER, "/stats64/rx/errors")
            .computed("up", FLAG, "flags has 'UP'");
    var rows =
        rules.rows(
            "[{\"ifindex\":1,\"ifname\":\"lo\",\"flags\":[\"LOOPBACK\",\"UP\",\"LOWER_UP\"],"
                + "\"operstate\":\"UNKNOWN\",\"stats64\":{\"rx\":{\"bytes\":10,\"errors\":0}}},"
                + "{\"ifindex\":2,\"ifname\":\"eth0\",\"flags\":[\"BROADCAST\"],"
                + "\"operstate\":\"DOWN\",\"stats64\":{\"rx\":{\"bytes\":10,\"errors\":46600}}}]");
    assertEquals(
        List.of(
            "lo@[1] ifname=lo state=UNKNOWN flags=LOOPBACK,UP,LOWER_UP rx_errors=0 up=true",
            "eth0@[1] ifname=eth0 state=DOWN flags=BROADCAST rx_errors=46600 up=false"),
        Rules.written(rows));
  }

  @Test
  void lsblk_prints_each_disk_on_its_own_lines() {
    var rules =
        Rules.json("{name}", "/blockdevices/*")
            .field("name", TEXT)
            .field("size", BYTES)
            .field("ro", FLAG)
            .field("mountpoints", TEXT);
    assertEquals(
        List.of(
            "sda@[3, 4, 5, 6, 7, 8, 9, 10] name=sda size=42949672960 ro=false mountpoints=/,/home",
            "sr0@[10, 11, 12, 13, 14, 15, 16, 17] name=sr0 size=1073741312 ro=true"),
        Rules.written(
            rules.rows(
                """
                {
                   "blockdevices": [
                      {
                         "name": "sda",
                         "size": 42949672960,
                         "ro": false,
                         "mountpoints": [
                             "/", "/home"
                         ]
                      },{
                         "name": "sr0",
                         "size": 1073741312,
                         "ro": true,
                         "mountpoints": [
                             null
                         ]
                      }
                   ]
                }
                """)));
  }

  @Test
  void os_release_is_without_its_quotes() {
    var rules =
        Rules.pairs("{id}", "=")
            .field("id", TEXT, "ID")
            .field("name", TEXT, "PRETTY_NAME")
            .field("ends", INSTANT, "SUPPORT_END");
    assertEquals(
        List.of("fedora@[1, 2, 3] id=fedora name=Fedora Linux 43 ends=2026-12-02T00:00:00Z"),
        Rules.written(
            rules.rows("PRETTY_NAME=\"Fedora Linux 43\"\nID=fedora\nSUPPORT_END='2026-12-02'\n")));
  }

  @Test
  void mdstat_tells_of_an_array_over_several_lines() {
    var rules =
        Rules.lines(
                "{array}",
                "^(?<array>md\\w+) : (?<state>\\w+)(?: \\(\\S+\\))* (?<level>raid\\d+)",
                "\\[(?<wanted>\\d+)/(?<active>\\d+)\\] \\[[U_]+\\]",
                "recovery = +(?<recovered>[\\d.]+%)")
            .groupedBy("{array}")
            .field("array", TEXT)
            .field("state", TEXT)
            .field("level", TEXT)
            .field("wanted", INTEGER)
            .field("active", INTEGER)
            .field("recovered", PERCENT)
            .computed("missing", INTEGER, "wanted - active");
    assertEquals(
        List.of(
            "md1@[2, 3, 4] array=md1 state=active level=raid1 wanted=2 active=1 recovered=12.6"
                + " missing=1",
            "md0@[6, 7] array=md0 state=active level=raid5 wanted=3 active=3 missing=0"),
        Rules.written(
            rules.rows(
                """
                Personalities : [raid1] [raid6] [raid5] [raid4]
                md1 : active raid1 sdb2[2] sda2[0]
                      136448 blocks [2/1] [U_]
                      [==>..................]  recovery = 12.6% (37043392/292945152) finish=127.5min speed=33440K/sec

                md0 : active raid5 sdc1[0] sdd1[1] sde1[2]
                      1318680576 blocks level 5, 1024k chunk, algorithm 2 [3/3] [UUU]

                unused devices: <none>
                """)));
  }

  @Test
  void vmstat_is_compared_with_its_first_sample() {
    var rules =
        Rules.columns("{counter}", "counter", "total")
            .where("counter in ('oom_kill','pswpin','pswpout')")
            .field("counter", TEXT)
            .field("total", INTEGER)
            .computed("grown", INTEGER, "delta(total)")
            .computed("per_second", NUMBER, "rate(total)");
    var first = rules.rows("oom_kill 3\npswpin 100\npswpout 900\nnr_free_pages 5\n");
    assertEquals(
        List.of("oom_kill@[1] counter=oom_kill total=3"), Rules.written(first).subList(0, 1));
    var second =
        assertInstanceOf(
            Rows.Parsed.class,
            rules.read("oom_kill 3\npswpin 150\npswpout 20\nnr_free_pages 9\n", first, 0.5));
    assertEquals(
        List.of(
            "oom_kill@[1] counter=oom_kill total=3 grown=0 per_second=0",
            "pswpin@[2] counter=pswpin total=150 grown=50 per_second=100",
            "pswpout@[3] counter=pswpout total=20"),
        Rules.written(second.rows()));
  }
}
