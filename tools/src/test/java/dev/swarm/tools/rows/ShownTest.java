package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          93.44 | PERCENT | 93.4 %
          93 | PERCENT | 93 %
          99.96 | PERCENT | 99.96 %
          99.9999 | PERCENT | 99.9999 %
          99.9999999990 | PERCENT | 99.999999999 %
          100 | PERCENT | 100 %
          123.4 | PERCENT | 123.4 %
          91.00000000000001 | PERCENT | 91 %
          100.2 | PERCENT | 100.2 %
          0.04 | PERCENT | 0.04 %
          0.004 | PERCENT | 0.004 %
          0.00000000004 | PERCENT | 0.00000000004 %
          0 | PERCENT | 0 %
          9.998 | PERCENT | 9.998 %
          2.954 | PERCENT | 2.95 %
          -0.04 | PERCENT | -0.04 %
          1288489984 | BYTES | 1.29 GB
          0 | BYTES | 0 B
          999 | BYTES | 999 B
          1000 | BYTES | 1 kB
          1048576 | BYTES | 1.05 MB
          999700 | BYTES | 999.7 kB
          123456 | BYTES | 123 kB
          -1288489984 | BYTES | -1.29 GB
          2000000000000 | BYTES | 2 TB
          5e18 | BYTES | 5 EB
          7 | NONE | 7
          4660 | NONE | 4660
          9999 | NONE | 9999
          46600 | NONE | 46,600
          -46600 | NONE | -46,600
          100000 | NONE | 100,000
          1234567 | NONE | 1,234,567
          1234567.8 | NONE | 1,234,568
          0.153 | NONE | 0.15
          1.5 | NONE | 1.5
          12.345 | NONE | 12.3
          999.7 | NONE | 999.7
          9007199254740992 | NONE | 9,007,199,254,740,992
          41.5 | CELSIUS | 41.5 °C
          0 | SECONDS | 0 s
          1 | SECONDS | 1 s
          90 | SECONDS | 90 s
          150 | SECONDS | 2.5 minutes
          7199 | SECONDS | 119.98 minutes
          10800 | SECONDS | 3 hours
          259200 | SECONDS | 3 days
          -259200 | SECONDS | -3 days
          0.05 | SECONDS | 50 ms
          0.00025 | SECONDS | 250 µs
          """)
  void a_number_reads_as_an_operator_says_it(double number, Unit unit, String shown) {
    assertEquals(shown, new Value.Quantity(number, unit).shown());
  }

  @Test
  void what_is_no_whole_percentage_never_reads_as_one_nor_as_the_next_ten() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      double near = random.nextInt(101) + random.nextGaussian() / Math.pow(10, random.nextInt(9));
      if (near != Math.rint(near) && Math.abs(near - Math.rint(near)) < 1e-9) {
        continue;
      }
      String shown = new Value.Quantity(near, Unit.PERCENT).shown();
      double read = Double.parseDouble(shown.substring(0, shown.length() - 2));
      assertEquals(near == Math.rint(near), !shown.contains("."), near + " reads " + shown);
      assertTrue(Math.abs(near - read) <= 0.0501, near + " reads " + shown);
      if (read > near) {
        assertEquals(Math.floor(near / 10), Math.floor(read / 10), near + " reads " + shown);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          93.4 | 93.4
          2254857830 | 2254857830
          0.00001 | 0.00001
          1e20 | 100000000000000000000
          -3 | -3
          """)
  void raw_is_plain_in_every_locale(double number, String raw) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(raw, new Value.Quantity(number, Unit.BYTES).raw());
      assertEquals("46,600", new Value.Quantity(46_600, Unit.NONE).shown());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_quantity_is_finite() {
    assertThrows(IllegalArgumentException.class, () -> new Value.Quantity(Double.NaN, Unit.NONE));
    assertEquals(true, Value.quantity(1 / 0.0, Unit.NONE).isEmpty());
  }
}
