package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          TEXT | ' a b ' | a b
          TEXT | '-' | -
          TEXT | '' | ?
          TEXT | '  ' | ?
          INTEGER | '42' | 42
          INTEGER | '-42' | -42
          INTEGER | '1,234,567' | 1234567
          INTEGER | '1,5' | ?
          INTEGER | '12,34' | ?
          INTEGER | '1234,567' | ?
          INTEGER | '4.5' | ?
          INTEGER | '4.0' | 4
          INTEGER | '0x1f' | 31
          INTEGER | '0x' | ?
          INTEGER | '0xfffffffffffffffff' | ?
          INTEGER | '9007199254740992' | 9007199254740992
          INTEGER | '-9007199254740992' | -9007199254740992
          INTEGER | '18446744073709551615' | 18446744073709551616
          INTEGER | '-' | ?
          INTEGER | 'n/a' | ?
          INTEGER | '' | ?
          INTEGER | '٣' | ?
          NUMBER | '1,234.5' | 1234.5
          NUMBER | '1e3' | 1000
          NUMBER | '1e400' | ?
          NUMBER | 'NaN' | ?
          NUMBER | 'Infinity' | ?
          NUMBER | '.5' | ?
          NUMBER | '5.' | ?
          NUMBER | '+5' | 5
          NUMBER | '--5' | ?
          NUMBER | '1.2.3' | ?
          NUMBER | '5d' | 432000
          NUMBER | '7 %' | 7
          NUMBER | '7 apples' | ?
          NUMBER | '-0' | 0
          BYTES | '512' | 512
          BYTES | '2kB' | 2000
          BYTES | '2 MB' | 2000000
          BYTES | '2GB' | 2000000000
          BYTES | '2TB' | 2000000000000
          BYTES | '2KiB' | 2048
          BYTES | '2MiB' | 2097152
          BYTES | '1.5GiB' | 1610612736
          BYTES | '1TiB' | 1099511627776
          BYTES | '2K' | 2048
          BYTES | '3M' | 3145728
          BYTES | '3.5G' | 3758096384
          BYTES | '1T' | 1099511627776
          BYTES | '0B' | 0
          BYTES | '5%' | ?
          BYTES | '5s' | ?
          KIBIBYTES | '16384 kB' | 16777216
          KIBIBYTES | '16' | 16384
          KIBIBYTES | '1MiB' | 1048576
          PERCENT | '93%' | 93
          PERCENT | '93.4' | 93.4
          PERCENT | '-' | ?
          PERCENT | '5kB' | ?
          SECONDS | '5' | 5
          SECONDS | '5s' | 5
          SECONDS | '50ms' | 0.05
          SECONDS | '50 us' | 0.00005
          SECONDS | '2h' | 7200
          SECONDS | '30d' | 2592000
          SECONDS | '1min 30s' | 90
          SECONDS | '1h 2min 3.5s' | 3723.5
          SECONDS | '1min 30' | ?
          SECONDS | '02:03' | 123
          SECONDS | '01:02:03' | 3723
          SECONDS | '1-01:02:03' | 90123
          SECONDS | '1:2:3:4' | ?
          SECONDS | ':' | ?
          SECONDS | '5kB' | ?
          MILLISECONDS | '50' | 0.05
          MILLISECONDS | '50ms' | 0.05
          MILLISECONDS | '2s' | 2
          CELSIUS | '41' | 41
          CELSIUS | '41 C' | 41
          CELSIUS | '41.5°C' | 41.5
          FLAG | 'yes' | true
          FLAG | 'No' | false
          FLAG | 'true' | true
          FLAG | 'false' | false
          FLAG | '1' | true
          FLAG | '0' | false
          FLAG | 'ON' | true
          FLAG | 'off' | false
          FLAG | 'enabled' | true
          FLAG | 'disabled' | false
          FLAG | 'maybe' | ?
          FLAG | '2' | ?
          """)
  void each_type_reads_its_texts(FieldType type, String quoted, String raw) {
    assertEquals(raw, read(type, quoted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          '2026-11-20T19:45:00Z' | 2026-11-20T19:45:00Z
          '2026-11-20T19:45:00+0000' | 2026-11-20T19:45:00Z
          '2026-11-20T19:45:00+01:00' | 2026-11-20T18:45:00Z
          '2026-11-20T19:45:00-0530' | 2026-11-21T01:15:00Z
          '2026-11-20T19:45:00+01' | 2026-11-20T18:45:00Z
          '2026-11-20T19:45:00.123456Z' | 2026-11-20T19:45:00.123456Z
          '2026-11-20T19:45:00,123456+00:00' | 2026-11-20T19:45:00.123456Z
          '2026-11-20T19:45' | 2026-11-20T19:45:00Z
          '2026-11-20 19:45:00' | 2026-11-20T19:45:00Z
          '2026-11-20  19:45:00' | 2026-11-20T19:45:00Z
          '2026-11-20 19:45:00.000000000 +0100' | 2026-11-20T18:45:00Z
          '2026-11-20' | 2026-11-20T00:00:00Z
          'Nov 20 19:45:00 2026 GMT' | 2026-11-20T19:45:00Z
          'Nov  2 19:45:00 2026 GMT' | 2026-11-02T19:45:00Z
          'Fri Nov 20 19:45:00 2026' | 2026-11-20T19:45:00Z
          'Fri 2026-11-20 19:45:00 UTC' | 2026-11-20T19:45:00Z
          'Fri 2026-11-20 19:45:00 CET' | ?
          '1795203900' | 2026-11-20T19:45:00Z
          '1795203900.25' | 2026-11-20T19:45:00.250Z
          '@1795203900' | 2026-11-20T19:45:00Z
          '0' | 1970-01-01T00:00:00Z
          '1e99' | ?
          '2026-13-20' | ?
          '2026-02-30 19:45:00' | ?
          '2026-11-20 25:00:00' | ?
          '2026-11-20T19:45:00+99:00' | ?
          '2026-11-20T19:45:00 and more' | ?
          '2026-11-20T' | ?
          'Nov 20 19:45:00' | ?
          'n/a' | ?
          '-' | ?
          '' | ?
          """)
  void points_in_time_are_read_as_programs_print_them(String quoted, String raw) {
    assertEquals(raw, read(FieldType.INSTANT, quoted));
  }

  private static String read(FieldType type, String quoted) {
    String text = quoted.substring(1, quoted.length() - 1);
    return ValueText.read(type, text).map(Value::raw).orElse("?");
  }
}
