using System.Globalization;

namespace Shopify.Emulator.Graph;

/// <summary>Sort values of cursors.</summary>
internal static class Sorting
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
